import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { BILLING_VALUES, billingCode, billingValuesOf, type BillingValues } from './billing-values.ts';
import { claimCode, isBundled } from './claim-codes.ts';
import type { GivenIntervention, SessionBilling, SessionContent } from './model.ts';
import { NOTHING_ELSE_THAT_DAY, unitsTogether, type SameDay } from './same-day.ts';
import {
  handOut,
  minutesByCode,
  timedUnits,
  unitsForMinutes,
  type ServiceMinutes,
  type TimedUnits,
  type UnitsRefusal,
} from './timed-units.ts';
import { unitRuleIn, type UnitRule } from './unit-rules.ts';

export type NoteUnits =
  | {
      kind: 'units';
      billing: SessionBilling;
      /** Which of `billing.tieCodes` get a unit: what the clinician may hand out otherwise. */
      tieWinners: string[];
      /** The midpoint rule's units, for payers that use it. */
      amaUnits: Record<string, number>;
      amaTimedUnits: number;
    }
  /** Minutes or codes that cannot be counted yet. */
  | { kind: 'refused'; code: string; sentence: string };

type Row = Pick<GivenIntervention, 'billingCode' | 'minutes'>;

/** How a note's minutes are counted; the pooled rule for a date with nothing else, unless told. */
interface Counting {
  rule?: UnitRule;
  values?: BillingValues;
  payer?: PayerProfile;
  sameDay?: SameDay;
}

/** What decides how a session is billed. */
export interface SessionBillingSetting {
  payerProfile: PayerProfile;
  clinicValues: ClinicOverrides;
  sessionDate: string;
  sameDay: SameDay;
}

/** The units of a session as they are shown before signing and billed when signed: one function for both. */
export const sessionUnits = (
  { interventions, tieChoice }: Pick<SessionContent, 'interventions' | 'tieChoice'>,
  setting: SessionBillingSetting,
): NoteUnits =>
  noteUnits(interventions, tieChoice, {
    rule: unitRuleIn(setting, setting.sessionDate).rule,
    values: billingValuesOf(setting.clinicValues),
    payer: setting.payerProfile,
    sameDay: setting.sameDay,
  });

/** Turns today's minutes into units, with the clinician's choice among tied codes (rules.md 2.2). Rows without minutes wait. */
export function noteUnits(
  rows: readonly Row[],
  tieChoice: readonly string[] | null = null,
  {
    rule = 'pooled',
    values = BILLING_VALUES,
    payer = 'none',
    sameDay = NOTHING_ELSE_THAT_DAY,
  }: Counting = {},
): NoteUnits {
  const services = rows.flatMap(({ billingCode: code, minutes }): ServiceMinutes[] =>
    minutes === null ? [] : [{ code: claimCode(code, payer), minutes }],
  );
  const counted = timedUnits(services, values);
  if ('error' in counted)
    return { kind: 'refused', code: counted.code, sentence: refusalSentence(counted, values) };
  const { amaUnits, amaTimedUnits } = counted;
  const alone = { amaUnits, amaTimedUnits };
  if (rule === 'midpoint') {
    // Each code by itself, and nothing is pooled (rules.md 2.3): other notes of the date change nothing.
    const billing = { ...totalsOf(counted), rule, units: amaUnits, timedUnits: amaTimedUnits, tieCodes: [] };
    return {
      kind: 'units',
      billing: { ...billing, ...untimedOf(counted, payer, {}) },
      tieWinners: [],
      ...alone,
    };
  }
  const { tieWinners, ...timed } = pooledByDate(services, { values, sameDay, tieChoice });
  const before = unitsTogether(sameDay.billed.map(({ untimedUnits }) => untimedUnits));
  const billing = { ...totalsOf(counted), rule, ...timed, ...untimedOf(counted, payer, before) };
  return { kind: 'units', billing, tieWinners, ...alone };
}

const totalsOf = ({ totalTimedMinutes, totalTreatmentMinutes }: TimedUnits) => ({
  totalTimedMinutes,
  totalTreatmentMinutes,
});

/** One unit per untimed code and date (rules.md 2.2 step 6), less what the payer bundles and what the date has billed. */
function untimedOf(
  { untimedUnits }: TimedUnits,
  payer: PayerProfile,
  before: Readonly<Record<string, number>>,
): Pick<SessionBilling, 'untimedUnits' | 'bundled'> {
  const codes = Object.keys(untimedUnits);
  const bundled = codes.filter((code) => isBundled(code, payer));
  const billed = codes.filter((code) => !bundled.includes(code) && (before[code] ?? 0) === 0);
  return {
    untimedUnits: Object.fromEntries(billed.map((code) => [code, 1])),
    ...(bundled.length === 0 ? {} : { bundled }),
  };
}

interface Pooling {
  values: BillingValues;
  sameDay: SameDay;
  tieChoice: readonly string[] | null;
}

/** The units of the date's minutes less those billed by its other notes (rules.md 2.2 step 1: minutes are added over the date). */
function pooledByDate(services: readonly ServiceMinutes[], { values, sameDay, tieChoice }: Pooling) {
  const earlier = sameDay.services.map(({ billingCode: code, minutes }) => ({ code, minutes }));
  const own = minutesByCode(services, values, true);
  const timed = minutesByCode([...earlier, ...services], values, true);
  const billed = unitsTogether(sameDay.billed.map(({ units }) => units));
  const earned = stillEarned(sum(timed.values()), billed);
  const { units, tieCodes, tieWinners, chosen } = handOut(timed, earned, values, { billed, tieChoice });
  const untimedUnits = unitsTogether(sameDay.billed.map((note) => note.untimedUnits));
  const timedMinutes = sum(minutesByCode(earlier, values, true).values());
  return {
    // A code of an earlier note stands here only when these minutes earn it a unit.
    units: Object.fromEntries([...units].filter(([code, count]) => count > 0 || own.has(code))),
    timedUnits: sum(units.values()),
    tieCodes,
    tieWinners,
    tieChoice: chosen,
    ...(sameDay.services.length === 0 ? {} : { earlierToday: { timedMinutes, units: billed, untimedUnits } }),
  };
}

/** What the minutes of a date earn beyond what was billed of it; never less than nothing. */
const stillEarned = (timedMinutes: number, billed: Readonly<Record<string, number>>): number =>
  Math.max(0, unitsForMinutes(timedMinutes) - sum(Object.values(billed)));

/** Whether a billing adds up: units by code against the total, and under the pooled rule the total against the date's minutes. */
export function unitsAgree({
  units,
  timedUnits: total,
  totalTimedMinutes,
  totalTreatmentMinutes,
  rule,
  earlierToday,
}: SessionBilling): boolean {
  const ofDate = totalTimedMinutes + (earlierToday?.timedMinutes ?? 0);
  const fits = rule === 'midpoint' || total === stillEarned(ofDate, earlierToday?.units ?? {});
  return sum(Object.values(units)) === total && fits && totalTreatmentMinutes >= totalTimedMinutes;
}

/** Whether the units somebody saw before signing are those that will be billed; codes without a unit do not count. */
export function isSameBilling(
  seen: Readonly<Record<string, number>>,
  { units, untimedUnits }: Pick<SessionBilling, 'units' | 'untimedUnits'>,
): boolean {
  const billed = { ...units, ...untimedUnits };
  const codes = new Set([...Object.keys(seen), ...Object.keys(billed)]);
  return [...codes].every((code) => (seen[code] ?? 0) === (billed[code] ?? 0));
}

function refusalSentence({ error, code }: UnitsRefusal, values: BillingValues): string {
  if (error === 'UNKNOWN_CODE') return `${code} is not a known billing code. Choose one from the list.`;
  const known = billingCode(code, values);
  const fewest = known?.timed === true ? 1 : 0;
  return `Minutes of ${code} (${known?.label ?? ''}) are whole numbers from ${fewest} to 480.`;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
