import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';

export const PARTS_TAKEN = [
  'physical-therapist',
  'physical-therapist-assistant',
  'occupational-therapist',
  'occupational-therapy-assistant',
  'speech-therapist',
  'student',
  'aide',
  'interpreter',
  'relative',
  'other',
] as const;
export const PartTaken = z.enum(PARTS_TAKEN);
export type PartTaken = z.infer<typeof PartTaken>;

export const PART_WORDS: Record<PartTaken, string> = {
  'physical-therapist': 'Physical therapist',
  'physical-therapist-assistant': 'PT assistant',
  'occupational-therapist': 'Occupational therapist',
  'occupational-therapy-assistant': 'OT assistant',
  'speech-therapist': 'Speech therapist',
  student: 'Student',
  aide: 'Aide',
  interpreter: 'Interpreter',
  relative: 'Relative or carer',
  other: 'Other',
};

/** Somebody who took part in a session besides who signs it, as what, and what they did (rules.md 1.4, S8). */
export const TookPart = z.object({ name: text(120), as: PartTaken, did: text(300) });
export type TookPart = z.infer<typeof TookPart>;

/** Who may have given minutes of a note that the other one signs: a therapist's assistant, or an assistant's therapist. */
export const counterpartsOf = (signer: StaffRole): readonly PartTaken[] => {
  if (isAssistant(signer)) return ['physical-therapist'];
  if (signer === 'physical-therapist') return ['physical-therapist-assistant'];
  return signer === 'occupational-therapist' ? ['occupational-therapy-assistant'] : [];
};

interface Row {
  minutes: number | null;
  assistantMinutes?: number | null | undefined;
}

/** Whether the counterpart of the signer gave some of the minutes. */
const isShared = (signer: StaffRole, rows: readonly Row[]): boolean =>
  rows.some(({ minutes, assistantMinutes }) =>
    isAssistant(signer)
      ? assistantMinutes !== null && assistantMinutes !== undefined && assistantMinutes < (minutes ?? 0)
      : (assistantMinutes ?? 0) > 0,
  );

interface Note {
  interventions: readonly Row[];
  tookPart?: readonly TookPart[] | undefined;
}

/** Each of the others by name and with what they did; who gave minutes must be among them. */
export function missingTookPart(
  { interventions, tookPart = [] }: Note,
  signer: StaffRole | undefined,
): ProblemIssue[] {
  const unsaid = tookPart.flatMap(({ name, did }, index): ProblemIssue[] => [
    ...(name === ''
      ? [{ path: `tookPart.${index}.name`, code: 'TOOK_PART', message: 'Say who else took part.' }]
      : []),
    ...(did === ''
      ? [{ path: `tookPart.${index}.did`, code: 'TOOK_PART', message: `Say what ${name || 'they'} did.` }]
      : []),
  ]);
  if (signer === undefined || !isShared(signer, interventions)) return unsaid;
  const wanted = counterpartsOf(signer);
  const isNamed = tookPart.some((one) => wanted.includes(one.as));
  const [whose] = wanted;
  if (isNamed || whose === undefined) return unsaid;
  const message = `${PART_WORDS[whose]} minutes are entered: name who gave them among those who took part.`;
  return [...unsaid, { path: 'tookPart', code: 'TOOK_PART', message }];
}

/** "Maya Ortiz (PT assistant): gait training with the walker". */
export const tookPartWords = ({ name, as, did }: TookPart): string => `${name} (${PART_WORDS[as]}): ${did}`;
