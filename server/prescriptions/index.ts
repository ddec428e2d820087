export { beginDraft } from './begin-draft.ts';
export { endPrescribing } from './end-prescribing.ts';
