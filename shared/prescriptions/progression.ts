import { z } from 'zod';
import { DOSE_PARAMETER_CODES, DOSE_PARAMETERS } from './dose-parameters.ts';

/** How far back a rule may look: the sessions that a sheet shows beside today. */
export const MOST_PROGRESSION_SESSIONS = 3;

/** The prescription's own rule for the next step of an intervention: nothing else ever suggests one. */
export const Progression = z.object({
  parameter: z.enum(DOSE_PARAMETER_CODES),
  /** How much is added, in the parameter's unit. */
  by: z.number().min(0.1).max(100),
  /** Sessions in a row at the same value before the step. */
  afterSessions: z.number().int().min(1).max(MOST_PROGRESSION_SESSIONS),
  /** Pain after each of them at most this. */
  painAtMost: z.number().int().min(0).max(10),
});
export type Progression = z.infer<typeof Progression>;

/** A number while it is typed: emptied, or one that cannot be right, it is kept so; signing names it. */
const typed = z.number().min(-9999).max(9999).nullable();

/** The rule while it is being written. */
export const DraftProgression = Progression.extend({ by: typed, afterSessions: typed, painAtMost: typed });
export type DraftProgression = z.infer<typeof DraftProgression>;

/** What keeps a rule from being signed, in words; nothing when it says by how much, after how long and up to which pain. */
export function progressionGap(rule: DraftProgression): string | undefined {
  const wanted = [
    ['by', 'by how much (0.1 to 100)'],
    ['afterSessions', `after how many sessions (1 to ${MOST_PROGRESSION_SESSIONS})`],
    ['painAtMost', 'up to which pain (0 to 10)'],
  ] as const;
  const open = wanted.filter(([part]) => !Progression.shape[part].safeParse(rule[part]).success);
  return open.length === 0 ? undefined : open.map(([, words]) => words).join(', ');
}

/** "+2 reps after 2 sessions at pain up to 4"; empty without a rule. */
export function progressionWords({
  progression,
}: {
  progression?: DraftProgression | null | undefined;
}): string {
  if (!progression) return '';
  const { parameter, by, afterSessions, painAtMost } = progression;
  const { unit } = DOSE_PARAMETERS[parameter];
  const said = (value: number | null) => value ?? 'not said';
  const step = by === null ? `not said (${unit})` : stepWords(by, unit);
  return `+${step} after ${said(afterSessions)} ${afterSessions === 1 ? 'session' : 'sessions'} at pain up to ${said(painAtMost)}`;
}

/** "2 reps", "1 rep", "5°". */
function stepWords(by: number, unit: string): string {
  if (unit.startsWith('°')) return `${by}${unit}`;
  return `${by} ${by === 1 && (unit === 'reps' || unit === 'sets') ? unit.slice(0, -1) : unit}`;
}
