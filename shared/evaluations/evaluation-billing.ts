import { z } from 'zod';
import { PlainDate } from '#shared/platform/time.ts';
import { NOT_BILLED } from './evaluation-codes.ts';
import type { EvaluationCoding } from './model.ts';

/** What notes and evaluations of one date and discipline come to. */
export const DateClaim = z.object({
  timedMinutes: z.number().int(),
  /** Timed and untimed together. */
  treatmentMinutes: z.number().int(),
  /** Units by code, timed and untimed. */
  units: z.record(z.string(), z.number().int()),
});
export type DateClaim = z.infer<typeof DateClaim>;

/** What the record says about the date of an evaluation, as far as its claim line depends on it. */
export const EvaluationDay = z.object({
  on: PlainDate,
  /** The last evaluation of the discipline that was signed in the episode before: then this one is a re-evaluation. */
  earlierOn: PlainDate.nullable(),
  /** Whose plan of care, and KX above the threshold (rules.md 1.6). */
  modifiers: z.array(z.string()),
  /** The evaluation code of the discipline that the date has billed already. */
  billedCode: z.string().nullable(),
  /** What else is signed for the patient on the date under the same plan of care. */
  others: DateClaim.nullable(),
});
export type EvaluationDay = z.infer<typeof EvaluationDay>;

/** The claim line of a signed evaluation, frozen with it. The words are those of a session's billing. */
export const EvaluationBilling = z.object({
  code: z.string(),
  minutes: z.number().int(),
  /** One unit, or none when the date had an evaluation of the discipline. */
  untimedUnits: z.record(z.string(), z.number().int()),
  modifiers: z.record(z.string(), z.array(z.string())),
});
export type EvaluationBilling = z.infer<typeof EvaluationBilling>;

/** The claim line as it is shown before signing and billed when signed: one evaluation a date and discipline [P]. Nothing where it is not billed. */
export function billEvaluation(
  { code, minutes }: EvaluationCoding,
  { modifiers, billedCode }: Pick<EvaluationDay, 'modifiers' | 'billedCode'>,
): EvaluationBilling | null {
  if (code === null || code === NOT_BILLED || minutes === null) return null;
  return {
    code,
    minutes,
    untimedUnits: billedCode === null ? { [code]: 1 } : {},
    modifiers: { [code]: modifiers },
  };
}

/** An evaluation's share of its date. */
const claimOfEvaluation = ({ minutes, untimedUnits }: EvaluationBilling): DateClaim => ({
  timedMinutes: 0,
  treatmentMinutes: minutes,
  units: untimedUnits,
});

/** What the date of an evaluation adds up to; undefined while it is the only thing signed. */
export const dateOfEvaluation = (
  billing: EvaluationBilling | null,
  { others }: Pick<EvaluationDay, 'others'>,
): DateClaim | undefined =>
  others === null ? undefined : addUp(billing === null ? [others] : [claimOfEvaluation(billing), others]);

export function addUp(claims: readonly DateClaim[]): DateClaim {
  const units = new Map<string, number>();
  for (const [code, count] of claims.flatMap((claim) => Object.entries(claim.units)))
    units.set(code, (units.get(code) ?? 0) + count);
  const total = (of: 'timedMinutes' | 'treatmentMinutes') => claims.reduce((sum, one) => sum + one[of], 0);
  return {
    timedMinutes: total('timedMinutes'),
    treatmentMinutes: total('treatmentMinutes'),
    units: Object.fromEntries([...units].filter(([, count]) => count > 0)),
  };
}

/** "97161 x1, 97110 x2; 30 timed minutes, 60 treatment minutes". */
export function dateClaimWords({ units, timedMinutes, treatmentMinutes }: DateClaim): string {
  const lines = Object.entries(units).flatMap(([code, count]) => (count > 0 ? [`${code} x${count}`] : []));
  const minutes = `${timedMinutes} timed minutes, ${treatmentMinutes} treatment minutes`;
  return `${lines.length === 0 ? 'no units' : lines.toSorted().join(', ')}; ${minutes}`;
}

/** "97161 GP x1, 30 minutes, untimed". */
export function evaluationLineWords({ code, minutes, untimedUnits, modifiers }: EvaluationBilling): string {
  const line = [code, ...(modifiers[code] ?? [])].join(' ');
  const units = untimedUnits[code] ?? 0;
  return `${units === 0 ? `${code}, no unit` : `${line} x${units}`}, ${minutes} minutes, untimed`;
}
