import { addDays, daysBetween, laterOf } from '#shared/platform/time.ts';
import { ProcedureKind } from '#shared/orders/procedure-kinds.ts';
import { visitsAfter } from '#shared/prescriptions/schedule.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import type { Attendance } from './measure-judgement.ts';

/** The stretch of treatment that is judged together. */
export interface Phase {
  /** The day the version or the procedure took effect. */
  opensOn: string;
  /** First treatment on or after that day; the day itself while there is none. */
  startedOn: string;
  /** Whether a treatment has happened in it. */
  treated: boolean;
}

type PrescriptionFacts = EpisodeFacts['prescriptions'][number];

const treatmentsIn = (facts: EpisodeFacts, from: string, asOf: string): string[] =>
  facts.sessions
    .filter(({ status, date }) => status === 'completed' && date >= from && date <= asOf)
    .map(({ date }) => date)
    .sort();

/** A change takes effect at its start, and not before somebody signed it; nothing came before the first version. */
const tookEffectOn = ({ startsOn, signedOn }: PrescriptionFacts, isFirst: boolean): string =>
  isFirst ? startsOn : laterOf(startsOn, signedOn);

/** The phase that `asOf` falls into: opened by a material change of the prescription, a procedure or surgery (rules.md 6.5). */
export function currentPhase(facts: EpisodeFacts, asOf: string): Phase | undefined {
  const openings = [
    ...facts.prescriptions.flatMap((version, index) =>
      version.opensPhase ? [tookEffectOn(version, index === 0)] : [],
    ),
    ...facts.procedures
      .filter(({ kind }) => ProcedureKind.safeParse(kind).success)
      .map(({ performedOn }) => performedOn),
  ]
    .filter((date) => date <= asOf)
    .sort();
  const opensOn = openings.at(-1);
  return opensOn === undefined || facts.prescriptions.length === 0
    ? undefined
    : phaseFrom(facts, opensOn, asOf);
}

/** The whole episode as if it were one phase: the second line of every comparison. */
export function wholeEpisode(facts: EpisodeFacts, asOf: string): Phase | undefined {
  const first = facts.prescriptions[0];
  return first ? phaseFrom(facts, first.startsOn, asOf) : undefined;
}

function phaseFrom(facts: EpisodeFacts, opensOn: string, asOf: string): Phase {
  const [first] = treatmentsIn(facts, opensOn, asOf);
  return { opensOn, startedOn: first ?? opensOn, treated: first !== undefined };
}

/**
 * Visits attended against visits due in a phase. Due is what the versions in force bought by now (times a week step by step, pro rata,
 * never more than prescribed), less what the clinic itself cancelled; null while nothing is prescribed.
 */
export function attendanceIn(facts: EpisodeFacts, phase: Phase, asOf: string): Attendance | null {
  const versions = facts.prescriptions.filter(
    ({ startsOn, endedOn }) => startsOn <= asOf && (endedOn === null || endedOn >= phase.opensOn),
  );
  if (versions.length === 0) return null;
  const bought = facts.prescriptions.reduce(
    (total, version, index) =>
      total + boughtBy(version, { from: laterOf(phase.opensOn, freeFrom(facts, index)), asOf }),
    0,
  );
  const attended = treatmentsIn(facts, phase.opensOn, asOf).length;
  const cancelledHere = facts.sessions.filter(
    ({ status, cancelledBy, date }) =>
      status === 'cancelled' && cancelledBy === 'clinic' && date >= phase.opensOn && date <= asOf,
  ).length;
  // Thirds of a visit add up to one only nearly.
  const due = Math.floor(bought + 1e-9);
  return { attended, prescribedToDate: Math.max(attended, due - cancelledHere) };
}

/** A version that keeps the start of the one it replaces buys nothing for the days that one had: they are counted once. */
const freeFrom = (facts: EpisodeFacts, index: number): string =>
  facts.prescriptions
    .slice(0, index)
    .reduce(
      (latest, { endedOn }) => laterOf(latest, endedOn ?? ''),
      facts.prescriptions[index]?.startsOn ?? '',
    );

/** Visits a version buys from a day up to `asOf`, its own end, or the day it was replaced. */
function boughtBy(version: PrescriptionFacts, { from, asOf }: { from: string; asOf: string }): number {
  const until = [asOf, addDays(version.endsOn, 1), version.endedOn ?? asOf].sort()[0] ?? asOf;
  if (until <= from) return 0;
  // `until` ends with the plan: how many weeks it has need not be known here.
  const plan = { ...version, durationWeeks: Number.POSITIVE_INFINITY };
  const due = (day: string) => visitsAfter(plan, daysBetween(version.startsOn, day));
  return Math.min(version.visitsPrescribed, Math.max(0, due(until) - due(from)));
}
