import type { RequestDraft } from './request-draft.ts';

/** What each step of the form is given. */
export interface StepProps {
  draft: RequestDraft;
  change: (part: Partial<RequestDraft>) => void;
  /** What is missing or wrong about a field, once going on was tried. */
  errorOf: (field: keyof RequestDraft) => string | undefined;
  /** Staff ask a caller; on the public page the patient or somebody near fills it in. */
  forStaff: boolean;
}
