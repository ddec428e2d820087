export { beginDraft } from './begin-draft.ts';
export { createChangeRequest, type ChangeToAskFor } from './create-change-request.ts';
export { loadPrescriptionInForce, type LoadedPrescription } from './repository.ts';
