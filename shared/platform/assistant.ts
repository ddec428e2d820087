import { refuse, type Permission, type StaffRole } from './actor.ts';

/** A physical therapist assistant treats within the plan and signs with a co-signature. */
export const isAssistant = (role: StaffRole): boolean => role === 'physical-therapist-assistant';

/**
 * What an assistant does not do, in words for the assistant. Reports are the therapist's by rules.md PR-3 [S3]; evaluation, the
 * plan and the discharge follow usual US licensure, which differs by state (rules.md 3 [P]).
 */
export const ASSISTANT_LIMITS = {
  evaluate: 'An assistant does not evaluate. Ask the physical therapist of the care team.',
  reportProgress:
    'An assistant does not write or sign a progress report. The physical therapist of the care team does.',
  askForChange:
    'An assistant does not propose a change of the plan. Tell the physical therapist of the care team, who asks the physiatrist.',
  discharge: 'An assistant does not write the discharge note. The physical therapist of the care team does.',
  planCare: 'An assistant does not write the plan of care. The physical therapist of the care team does.',
  manipulate:
    'An assistant does not give a thrust manipulation. The physical therapist of the care team does.',
  needle: 'An assistant does not needle. The physical therapist of the care team does.',
  testPerformance:
    'An assistant does not make a performance test with its report. The physical therapist of the care team does.',
  addend:
    'An assistant adds to a note that they signed themselves. Tell the physical therapist of the care team.',
  addendReport:
    'An assistant does not add to a progress report or a discharge note. The physical therapist of the care team does.',
  cosign: 'An assistant does not co-sign. The physical therapist of the care team does.',
} as const;
export type AssistantLimit = keyof typeof ASSISTANT_LIMITS;

/** The refusal that an assistant reads. */
export const assistantMayNot = (act: AssistantLimit): Permission =>
  refuse('assistant', ASSISTANT_LIMITS[act]);
