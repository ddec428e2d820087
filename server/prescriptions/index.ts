export { beginDraft } from './begin-draft.ts';
export { declineOpenRequests } from './decline-request.ts';
