import { BILLING_VALUES, billingCode, type BillingValues } from './billing-values.ts';

/** Minutes of one service as they were given; the same code may come more than once. */
export interface ServiceMinutes {
  code: string;
  minutes: number;
}

export interface TimedUnits {
  /** Minutes of timed codes, one-on-one. */
  totalTimedMinutes: number;
  /** Timed and untimed minutes together. */
  totalTreatmentMinutes: number;
  /** Units that the pooled Medicare rule allows for the date. */
  timedUnits: number;
  /** Those units by code; zero for a code that earned none. */
  units: Record<string, number>;
  /** One unit per untimed code and date, whatever its minutes. */
  untimedUnits: Record<string, number>;
  /** Codes that share the deciding remainder when at least one of them lost: the clinician may choose among them. */
  tieCodes: string[];
  /** The midpoint rule's units, each code by itself. */
  amaUnits: Record<string, number>;
  amaTimedUnits: number;
}

export type UnitsRefusal = { error: 'UNKNOWN_CODE' | 'INVALID_MINUTES'; code: string };

const UNIT_MINUTES = 15;
/** A unit is earned from its eighth minute (rules.md 2.2, S15). */
const SHORTEST_UNIT_MINUTES = 8;
const LONGEST_SERVICE_MINUTES = 480;

/** Units earned by `minutes` when they stand alone: none below 8, then one for each started 15 from the 8th minute. */
export const unitsForMinutes = (minutes: number): number =>
  minutes < SHORTEST_UNIT_MINUTES
    ? 0
    : Math.floor((minutes + UNIT_MINUTES - SHORTEST_UNIT_MINUTES) / UNIT_MINUTES);

/**
 * Turns minutes into billable units by the pooled Medicare rule and by the midpoint rule (rules.md 2.2 and 2.3).
 * Refuses an unknown code and minutes that are not whole, too few, or above 480.
 */
export function timedUnits(
  services: readonly ServiceMinutes[],
  values: BillingValues = BILLING_VALUES,
): TimedUnits | UnitsRefusal {
  for (const { code, minutes } of services) {
    const known = billingCode(code, values);
    if (!known) return { error: 'UNKNOWN_CODE', code };
    const fewest = known.timed ? 1 : 0;
    if (!Number.isInteger(minutes) || minutes < fewest || minutes > LONGEST_SERVICE_MINUTES) {
      return { error: 'INVALID_MINUTES', code };
    }
  }
  const timed = minutesByCode(services, values, true);
  const untimed = minutesByCode(services, values, false);
  const totalTimedMinutes = sum(timed.values());
  const earned = unitsForMinutes(totalTimedMinutes);
  const { units, tieCodes } = handOut(timed, earned, values);
  const ama = new Map([...timed].map(([code, minutes]) => [code, unitsForMinutes(minutes)]));
  return {
    totalTimedMinutes,
    totalTreatmentMinutes: totalTimedMinutes + sum(untimed.values()),
    timedUnits: earned,
    units: Object.fromEntries(units),
    untimedUnits: Object.fromEntries([...untimed.keys()].map((code) => [code, 1])),
    tieCodes,
    amaUnits: Object.fromEntries(ama),
    amaTimedUnits: sum(ama.values()),
  };
}

interface Claim {
  code: string;
  minutes: number;
  remainder: number;
}

export interface HandedOut {
  units: Map<string, number>;
  tieCodes: string[];
  /** Which of the tied codes get a unit. */
  tieWinners: string[];
  /** The clinician's choice among them, when it is one. */
  chosen: string[] | null;
}

interface Before {
  /** Units billed of the date already: a signed note keeps what it billed. */
  billed?: Readonly<Record<string, number>>;
  tieChoice?: readonly string[] | null;
}

/**
 * Whole quarter hours first, then one unit each to the largest remainders; the clinic says what breaks a tie, unless the clinician
 * has chosen (rules.md 2.2 steps 3 to 5). `earned` is what the date earns beyond `billed`.
 */
export function handOut(
  timed: ReadonlyMap<string, number>,
  earned: number,
  { tie }: BillingValues,
  { billed = {}, tieChoice = null }: Before = {},
): HandedOut {
  const more = (a: Claim, b: Claim): number => (tie === 'more-minutes' ? b.minutes - a.minutes : 0);
  const claims = [...timed]
    .flatMap(([code, minutes]) => claimsOf(code, minutes, billed[code] ?? 0))
    .sort((a, b) => b.remainder - a.remainder || more(a, b) || (a.code < b.code ? -1 : 1));
  const winners = claims.slice(0, earned);
  const deciding = winners.at(-1)?.remainder;
  const tied = claims.filter(({ remainder }) => remainder === deciding);
  const someLost = tied.some((claim) => !winners.includes(claim));
  const tieCodes = someLost ? [...new Set(tied.map(({ code }) => code))].sort() : [];
  const tiedUnits = someLost ? winners.filter(({ remainder }) => remainder === deciding).length : 0;
  const chosen = isChoice({ tied, tieCodes, tiedUnits }, tieChoice) ? tieChoice.toSorted() : null;
  const given =
    chosen === null
      ? winners
      : [
          ...winners.filter(({ remainder }) => remainder !== deciding),
          ...tied.filter(({ code }) => chosen.includes(code)),
        ];
  const units = new Map([...timed.keys()].map((code) => [code, 0]));
  for (const { code } of given) units.set(code, (units.get(code) ?? 0) + 1);
  const tieWinners = someLost ? given.filter((claim) => tied.includes(claim)).map(({ code }) => code) : [];
  return { units, tieCodes, tieWinners, chosen };
}

/** What a code may still ask for: its quarter hours that are not billed, and then its remainder. */
function claimsOf(code: string, minutes: number, billed: number): Claim[] {
  const whole = Math.floor(minutes / UNIT_MINUTES);
  return [
    ...Array.from({ length: Math.max(0, whole - billed) }, () => ({
      code,
      minutes,
      remainder: UNIT_MINUTES,
    })),
    ...(billed <= whole ? [{ code, minutes, remainder: minutes % UNIT_MINUTES }] : []),
  ];
}

/** A choice counts only while it names exactly as many of the tied codes as get a unit; else the default stands. */
const isChoice = (
  { tied, tieCodes, tiedUnits }: { tied: readonly Claim[]; tieCodes: readonly string[]; tiedUnits: number },
  choice: readonly string[] | null,
): choice is readonly string[] =>
  choice !== null &&
  tied.length === tieCodes.length &&
  new Set(choice).size === tiedUnits &&
  choice.length === tiedUnits &&
  choice.every((code) => tieCodes.includes(code));

/** Minutes of timed or of untimed codes, each code once. */
export function minutesByCode(
  services: readonly ServiceMinutes[],
  values: BillingValues,
  timed: boolean,
): Map<string, number> {
  const total = new Map<string, number>();
  for (const { code, minutes } of services) {
    if (billingCode(code, values)?.timed === timed) total.set(code, (total.get(code) ?? 0) + minutes);
  }
  return total;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
