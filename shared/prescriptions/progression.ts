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

/** "+2 reps after 2 sessions at pain up to 4"; empty without a rule. */
export function progressionWords({ progression }: { progression?: Progression | null | undefined }): string {
  if (!progression) return '';
  const { parameter, by, afterSessions, painAtMost } = progression;
  const { unit } = DOSE_PARAMETERS[parameter];
  return `+${stepWords(by, unit)} after ${afterSessions} ${afterSessions === 1 ? 'session' : 'sessions'} at pain up to ${painAtMost}`;
}

/** "2 reps", "1 rep", "5°". */
function stepWords(by: number, unit: string): string {
  if (unit.startsWith('°')) return `${by}${unit}`;
  return `${by} ${by === 1 && (unit === 'reps' || unit === 'sets') ? unit.slice(0, -1) : unit}`;
}
