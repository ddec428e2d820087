import { classifyEdit, type Dose, type TherapyLimits } from '#shared/prescriptions/bounds.ts';
import type { PastSession } from './sheet.ts';

type Past = Pick<PastSession, 'painAfter' | 'interventions'>;

/**
 * The next dose of an intervention by the prescription's own rule: enough sessions in a row at the same value, pain after each
 * of them low enough, and the step still within what the therapist may do without asking. Nothing without such a rule.
 * `history` is newest first.
 */
export function suggestProgression(
  limits: TherapyLimits,
  code: string,
  history: readonly Past[],
): Dose | undefined {
  const rule = limits.interventions.find((one) => one.code === code)?.progression;
  if (!rule) return undefined;
  const given = history.flatMap(({ painAfter, interventions }) => {
    const row = interventions.find((one) => one.code === code);
    return row === undefined ? [] : [{ dose: row.dose, painAfter }];
  });
  const recent = given.slice(0, rule.afterSessions);
  const last = recent[0]?.dose;
  const value = last?.[rule.parameter];
  if (last === undefined || value === undefined || recent.length < rule.afterSessions) return undefined;
  const isSteady = recent.every(
    ({ dose, painAfter }) =>
      dose[rule.parameter] === value && painAfter !== null && painAfter <= rule.painAtMost,
  );
  if (!isSteady) return undefined;
  const next: Dose = { ...last, [rule.parameter]: Math.round((value + rule.by) * 100) / 100 };
  return classifyEdit(limits, { code, from: last, to: next }).kind === 'outside' ? undefined : next;
}
