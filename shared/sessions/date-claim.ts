import { addUp, type DateClaim, type EvaluationDay } from '#shared/evaluations/evaluation-billing.ts';
import { EVALUATION_CODES } from '#shared/evaluations/evaluation-codes.ts';
import type { EvaluationKind } from '#shared/evaluations/model.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { isAboveKx, kxStanding } from '#shared/compliance/kx-threshold.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { type BillingValues, billingValuesOf } from './billing-values.ts';
import { claimModifiers } from './claim-modifiers.ts';
import type { SessionBilling } from './model.ts';
import type { SameDay } from './same-day.ts';
import { minutesByCode } from './timed-units.ts';

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

/** What else was signed on a date comes to; null when nothing was. */
export function claimOfOthers({ services, billed }: SameDay, values: BillingValues): DateClaim | null {
  if (services.length + billed.length === 0) return null;
  const given = services.map(({ billingCode: code, minutes }) => ({ code, minutes }));
  const timedMinutes = sum(minutesByCode(given, values, true).values());
  const treatmentMinutes = sum(given.map(({ minutes }) => minutes));
  const units = billed.flatMap((one) => [one.units, one.untimedUnits]);
  return addUp([
    { timedMinutes, treatmentMinutes, units: {} },
    ...units.map((one) => ({ timedMinutes: 0, treatmentMinutes: 0, units: one })),
  ]);
}

type Billed = Pick<SessionBilling, 'totalTimedMinutes' | 'totalTreatmentMinutes' | 'units' | 'untimedUnits'>;

/** What the date of a session adds up to with its other notes and evaluations; undefined when the session is alone. */
export function dateOfSession(own: Billed, sameDay: SameDay, values: BillingValues): DateClaim | undefined {
  const others = claimOfOthers(sameDay, values);
  if (others === null) return undefined;
  const { totalTimedMinutes: timedMinutes, totalTreatmentMinutes: treatmentMinutes } = own;
  return addUp([{ timedMinutes, treatmentMinutes, units: { ...own.units, ...own.untimedUnits } }, others]);
}

/** What the record says about the day of an evaluation, before anything is worked out. */
export interface EvaluationDayFacts {
  on: PlainDate;
  kind: EvaluationKind;
  authorRole: StaffRole;
  earlierOn: PlainDate | null;
  payerProfile: PayerProfile;
  clinicValues: ClinicOverrides;
  sameDay: SameDay;
  allowedCents: number | null;
}

/** The day of an evaluation: the modifiers of its line, and what the date holds besides it. */
export function evaluationDay(facts: EvaluationDayFacts): EvaluationDay {
  const { on, kind, authorRole, earlierOn, payerProfile, clinicValues, sameDay, allowedCents } = facts;
  const codes = EVALUATION_CODES.filter((one) => one.kind === kind).map(({ code }) => code);
  const [code = ''] = codes;
  const modifiers = claimModifiers(authorRole, [{ billingCode: code, minutes: 0, assistantMinutes: 0 }], {
    pack: rulePackOn(payerProfile, on),
    aboveKx: isAboveKx(kxStanding(Number(on.slice(0, 4)), allowedCents, documentationOf(clinicValues))),
  });
  const others = claimOfOthers(sameDay, billingValuesOf(clinicValues));
  const billed = others?.units ?? {};
  return {
    on,
    earlierOn,
    modifiers: modifiers[code] ?? [],
    billedCode: codes.find((one) => (billed[one] ?? 0) > 0) ?? null,
    others,
  };
}
