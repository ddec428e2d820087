import { z } from 'zod';
import { StaffRole } from '#shared/platform/actor.ts';
import { EvaluationId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { EvaluationKind } from './model.ts';

const CHANGE_TOPICS = [
  'comorbidity',
  'medication',
  'allergy',
  'history',
  'hold',
  'result',
  'procedure',
  'prescription',
  'sessions',
  'score',
] as const;

/** One thing that has happened since. `what` is the status of a fact, or empty. */
export const EvaluationChange = z.object({
  topic: z.enum(CHANGE_TOPICS),
  on: PlainDate,
  what: z.string().nullable(),
  text: z.string(),
  detail: z.string().nullable(),
});
export type EvaluationChange = z.infer<typeof EvaluationChange>;

/** What is different from the last signed evaluation of the patient, whoever wrote it. */
export const EvaluationChanges = z.object({
  since: z.object({
    evaluationId: EvaluationId,
    kind: EvaluationKind,
    evaluatedOn: PlainDate,
    authorName: z.string(),
    authorRole: StaffRole,
  }),
  items: z.array(EvaluationChange),
});
export type EvaluationChanges = z.infer<typeof EvaluationChanges>;

const TOPIC_WORDS: Record<EvaluationChange['topic'], string> = {
  comorbidity: 'Comorbidity',
  medication: 'Medication',
  allergy: 'Allergy',
  history: 'History',
  hold: 'Safety hold',
  result: 'Result',
  procedure: 'Procedure',
  prescription: 'Prescription',
  sessions: 'Sessions',
  score: 'Score',
};

const STATUS_WORDS: Readonly<Record<string, string>> = {
  active: 'new',
  again: 'again',
  resolved: 'no longer',
  stopped: 'stopped',
  'entered-in-error': 'was entered in error',
};

/** "Medication, stopped": what kind of change it is. */
export function changeLabel({ topic, what }: EvaluationChange): string {
  const status = what === null ? undefined : (STATUS_WORDS[what] ?? what);
  return [TOPIC_WORDS[topic], status].filter(Boolean).join(', ');
}
