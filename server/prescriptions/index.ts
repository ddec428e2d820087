export { beginDraft } from './begin-draft.ts';
