import { BILLING_VALUES, billingCode, type BillingValues } from './billing-values.ts';
import type { GivenIntervention, SessionBilling } from './model.ts';
import type { UnitRule } from './unit-rules.ts';
import {
  timedUnits,
  unitsForMinutes,
  type ServiceMinutes,
  type TimedUnits,
  type UnitsRefusal,
} from './timed-units.ts';

export type NoteUnits =
  | {
      kind: 'units';
      billing: SessionBilling;
      /** How many of `billing.tieCodes` get a unit: what the clinician may hand out otherwise. */
      tiedUnits: number;
      /** The midpoint rule's units, for payers that use it. */
      amaUnits: Record<string, number>;
      amaTimedUnits: number;
    }
  /** Minutes or codes that cannot be counted yet. */
  | { kind: 'refused'; code: string; sentence: string };

/** Turns today's minutes into units, with the clinician's choice among tied codes (rules.md 2.2). Rows without minutes wait. */
export function noteUnits(
  rows: readonly Pick<GivenIntervention, 'billingCode' | 'minutes'>[],
  tieChoice: readonly string[] | null = null,
  rule: UnitRule = 'pooled',
  values: BillingValues = BILLING_VALUES,
): NoteUnits {
  const services = rows.flatMap(({ billingCode, minutes }): ServiceMinutes[] =>
    minutes === null ? [] : [{ code: billingCode, minutes }],
  );
  const counted = timedUnits(services, values);
  if ('error' in counted)
    return { kind: 'refused', code: counted.code, sentence: refusalSentence(counted, values) };
  const { amaUnits, amaTimedUnits, ...pooled } = counted;
  const billing = { ...pooled, rule };
  if (rule === 'midpoint') {
    const alone = { ...billing, units: amaUnits, timedUnits: amaTimedUnits, tieCodes: [] };
    return { kind: 'units', billing: alone, tiedUnits: 0, amaUnits, amaTimedUnits };
  }
  const whole = quarterHours(services);
  const tiedUnits = counted.tieCodes.filter((code) => (counted.units[code] ?? 0) > (whole[code] ?? 0)).length;
  const chosen = isChoice(counted, tiedUnits, tieChoice) ? tieChoice : undefined;
  const units = chosen === undefined ? counted.units : handToChosen(counted, whole, chosen);
  const tie = chosen === undefined ? null : chosen.toSorted();
  return {
    kind: 'units',
    billing: { ...billing, units, tieChoice: tie },
    tiedUnits,
    amaUnits,
    amaTimedUnits,
  };
}

/** Whether a billing adds up: units by code against the total, and under the pooled rule the total against the minutes. */
export function unitsAgree({
  units,
  timedUnits: total,
  totalTimedMinutes,
  totalTreatmentMinutes,
  rule,
}: SessionBilling): boolean {
  const sum = Object.values(units).reduce((all, count) => all + count, 0);
  const fits = rule === 'midpoint' || total === unitsForMinutes(totalTimedMinutes);
  return sum === total && fits && totalTreatmentMinutes >= totalTimedMinutes;
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

function quarterHours(services: readonly ServiceMinutes[]): Record<string, number> {
  const minutes = new Map<string, number>();
  for (const service of services)
    minutes.set(service.code, (minutes.get(service.code) ?? 0) + service.minutes);
  return Object.fromEntries([...minutes].map(([code, total]) => [code, Math.floor(total / 15)]));
}

/** A choice counts only while it names exactly as many of the tied codes as get a unit; else the default stands. */
const isChoice = (
  { tieCodes }: TimedUnits,
  tiedUnits: number,
  choice: readonly string[] | null,
): choice is readonly string[] =>
  choice !== null &&
  new Set(choice).size === tiedUnits &&
  choice.length === tiedUnits &&
  choice.every((code) => tieCodes.includes(code));

const handToChosen = (
  { units, tieCodes }: TimedUnits,
  whole: Record<string, number>,
  chosen: readonly string[],
): Record<string, number> => ({
  ...units,
  ...Object.fromEntries(tieCodes.map((code) => [code, (whole[code] ?? 0) + (chosen.includes(code) ? 1 : 0)])),
});
