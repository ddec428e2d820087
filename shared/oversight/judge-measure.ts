import { daysBetween } from '#shared/platform/time.ts';
import type { Direction } from '#shared/outcomes/registry.ts';
import { confidenceOf } from './confidence.ts';
import type {
  Attendance,
  DatedValue,
  JudgedMeasure,
  MeasureFlag,
  MeasureJudgement,
  MeasureSeries,
  ResponseReason,
} from './measure-judgement.ts';
import { RC1, type Rc1 } from './rc1.ts';

const round6 = (n: number): number => Math.round(n * 1e6) / 1e6;
const round1 = (n: number): number => Math.round(n * 10) / 10;

/** Improvement from `a` to `b`, positive = better, freed from floating-point noise (rules.md 6.2, helpers). */
export const improvementBetween = (direction: Direction, a: number, b: number): number =>
  round6(direction === 'higherIsBetter' ? b - a : a - b);

interface Thresholds {
  detect: number;
  meaningful: number;
}

/** Everything the classes look at, worked out once. */
interface Course {
  baseline: DatedValue;
  followUps: DatedValue[];
  last: DatedValue;
  prev: DatedValue | undefined;
  /** Best follow-up before the last one. */
  best: DatedValue | undefined;
  now: number;
  room: number | undefined;
  window: boolean;
  longGap: boolean;
  timeEnough: boolean;
  visitsEnough: boolean;
  imp: (a: DatedValue, b: DatedValue) => number;
}

/**
 * Judges one series by RC-1 (rules.md 6.2): is the change larger than measurement error, does it matter, has it stalled,
 * was it lost. Pure and deterministic; never judges from fewer than two valid values, never fills a gap.
 */
export function judgeMeasure(series: MeasureSeries, rc1: Rc1 = RC1): MeasureJudgement {
  const flags = new Set<MeasureFlag>();
  const thresholds = chooseThresholds(series.measure, flags);
  const stopped = (reason: ResponseReason, found: Partial<MeasureJudgement> = {}): MeasureJudgement => ({
    class: 'INSUFFICIENT_DATA',
    reason,
    baseline: null,
    latest: null,
    improvement: null,
    improvementPct: null,
    thresholdDetect: thresholds?.detect ?? null,
    thresholdMeaningful: thresholds?.meaningful ?? null,
    flags: [...flags].sort(),
    confidence: null,
    ...found,
  });
  if (!thresholds) return stopped('NO_THRESHOLD');

  const values = clean(series, flags);
  const baseline = findBaseline(values, series.phaseStart, rc1, flags);
  if (!baseline) return stopped('NO_MEASUREMENT');
  const followUps = values.filter((value) => value.date > baseline.date);
  const last = followUps.at(-1);
  if (!last) return stopped('ONE_MEASUREMENT', { baseline });

  const now = improvementBetween(series.measure.direction, baseline.value, last.value);
  const found = {
    baseline,
    latest: last,
    improvement: now,
    improvementPct: percentOf(series.measure, baseline.value, now),
  };
  const staleAfter = series.measure.staleAfterDays ?? rc1.staleAfterDays;
  if (daysBetween(last.date, series.asOf) > staleAfter) {
    const lastKnownClass = judgeMeasure({ ...series, asOf: last.date }, rc1).class;
    return stopped('MEASURE_STALE', { ...found, lastKnownClass });
  }

  flagContext(series, last, rc1, flags);
  const course = followCourse(series, thresholds, { baseline, followUps, last, now }, rc1);
  const capped = capByRoom(thresholds, course.room, flags);
  const outcome = classify(course, capped, { measure: series.measure, rc1 }, flags);
  return {
    ...found,
    ...outcome,
    thresholdDetect: capped.detect,
    thresholdMeaningful: capped.meaningful,
    flags: [...flags].sort(),
    confidence: confidenceOf(outcome.class, flags, rc1),
  };
}

/** Step 1: a change must exceed both the error and the importance; an unknown one is replaced by the other and said so. */
function chooseThresholds(measure: JudgedMeasure, flags: Set<MeasureFlag>): Thresholds | undefined {
  const mdc = measure.mdc ?? null;
  const mcid = measure.mcid ?? null;
  if (mdc === null && mcid === null) return undefined;
  if (!measure.thresholdVerified) flags.add('UNVERIFIED_THRESHOLD');
  if (mdc === null) {
    flags.add('MDC_UNKNOWN');
    return { detect: Number(mcid), meaningful: Number(mcid) };
  }
  if (mcid === null) {
    flags.add('MCID_UNKNOWN');
    return { detect: mdc, meaningful: mdc };
  }
  return { detect: mdc, meaningful: Math.max(mdc, mcid) };
}

/** Step 2: drops what cannot count, keeps the later entry of a day, sorts by date. */
function clean({ measure, asOf, measurements }: MeasureSeries, flags: Set<MeasureFlag>): DatedValue[] {
  const byDate = new Map<string, DatedValue>();
  for (const { date, value, status } of measurements) {
    const inRange =
      (measure.min === null || value >= measure.min) && (measure.max === null || value <= measure.max);
    if (status === 'enteredInError' || !Number.isFinite(value) || !inRange || date > asOf)
      flags.add('VALUES_REJECTED');
    else byDate.set(date, { date, value });
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Step 3: the last score in the 30 days up to the start, else the first one after it, flagged by how late it is. */
function findBaseline(
  values: DatedValue[],
  phaseStart: string,
  rc1: Rc1,
  flags: Set<MeasureFlag>,
): DatedValue | undefined {
  const before = values.findLast(
    ({ date }) => date <= phaseStart && daysBetween(date, phaseStart) <= rc1.baselineBeforeDays,
  );
  if (before) return before;
  const after = values.find(({ date }) => date > phaseStart);
  if (after)
    flags.add(
      daysBetween(phaseStart, after.date) <= rc1.lateBaselineDays ? 'LATE_BASELINE' : 'BASELINE_AFTER_START',
    );
  return after;
}

/** Step 6, first half: attendance and the goal. */
function flagContext(
  { attendance, goal, measure }: MeasureSeries,
  last: DatedValue,
  rc1: Rc1,
  flags: Set<MeasureFlag>,
): void {
  if (attendance === null) flags.add('ATTENDANCE_UNKNOWN');
  else if (isLowAttendance(attendance, rc1)) flags.add('LOW_ATTENDANCE');
  if (goal !== null && improvementBetween(measure.direction, goal, last.value) >= 0)
    flags.add('GOAL_REACHED');
}

/** Fewer than 70 % of the visits due were attended, judged from three visits on (rules.md 6.2 step 6; product policy). */
export const isLowAttendance = ({ attended, prescribedToDate }: Attendance, rc1: Rc1 = RC1): boolean =>
  prescribedToDate >= rc1.attendanceFromVisits && attended / prescribedToDate < rc1.lowAttendance;

function followCourse(
  { measure, phaseStart, attendance }: MeasureSeries,
  { detect }: Thresholds,
  known: Pick<Course, 'baseline' | 'followUps' | 'last' | 'now'>,
  rc1: Rc1,
): Course {
  const { baseline, followUps, last } = known;
  const imp = (a: DatedValue, b: DatedValue): number =>
    improvementBetween(measure.direction, a.value, b.value);
  const earlier = followUps.slice(0, -1);
  const best = earlier.reduce<DatedValue | undefined>(
    (found, value) => (found === undefined || imp(found, value) > 0 ? value : found),
    undefined,
  );
  return {
    ...known,
    prev: earlier.at(-1),
    best,
    room: roomToImprove(measure, baseline.value),
    window: isFlatWindow([baseline, ...followUps], detect, imp, rc1),
    longGap: daysBetween(baseline.date, last.date) >= rc1.longGapDays && known.now < detect,
    timeEnough: daysBetween(phaseStart, last.date) >= rc1.exposedDays,
    visitsEnough: attendance === null || attendance.attended >= rc1.exposedVisits,
    imp,
  };
}

function roomToImprove(
  { direction, min, max, boundsNominal }: JudgedMeasure,
  baseline: number,
): number | undefined {
  if (boundsNominal === true) return undefined;
  const end = direction === 'higherIsBetter' ? max : min;
  return end === null ? undefined : improvementBetween(direction, baseline, end);
}

/** The last scores (three over three weeks) without a detectable step, and less than half of one altogether. */
function isFlatWindow(values: DatedValue[], detect: number, imp: Course['imp'], rc1: Rc1): boolean {
  const window = values.slice(-rc1.windowScores);
  const [first] = window;
  const last = window.at(-1);
  if (window.length < rc1.windowScores || !first || !last) return false;
  const steps = window.slice(1).map((value, index) => imp(window[index] ?? first, value));
  return (
    daysBetween(first.date, last.date) >= rc1.windowDays &&
    steps.every((step) => step < detect) &&
    imp(first, last) < round6(rc1.windowShare * detect)
  );
}

/** Step 6, second half: nobody can improve by more than the scale has room for. */
function capByRoom(
  { detect, meaningful }: Thresholds,
  room: number | undefined,
  flags: Set<MeasureFlag>,
): Thresholds {
  if (room === undefined || room < detect || room >= meaningful) return { detect, meaningful };
  flags.add('CEILING_CAPPED');
  return { detect, meaningful: room };
}

type Outcome = Pick<MeasureJudgement, 'class' | 'reason'>;

/** Step 7: the first row that holds. */
function classify(
  course: Course,
  { detect, meaningful }: Thresholds,
  { measure, rc1 }: { measure: JudgedMeasure; rc1: Rc1 },
  flags: Set<MeasureFlag>,
): Outcome {
  const { baseline, last, prev, best, now, room, imp } = course;
  const exposed = course.timeEnough && course.visitsEnough;
  const unconfirmedUnless = (confirmed: boolean): void => void (confirmed || flags.add('UNCONFIRMED'));
  const reached = (threshold: number): boolean => prev !== undefined && imp(baseline, prev) >= threshold;

  if (now <= -detect) {
    unconfirmedUnless(prev !== undefined && imp(baseline, prev) <= -detect);
    return { class: 'WORSENING', reason: 'WORSE_THAN_BASELINE' };
  }
  const lostGains = best !== undefined && imp(best, last) <= -detect;
  if (lostGains && imp(baseline, best) >= meaningful && now < meaningful) {
    unconfirmedUnless(prev !== undefined && prev !== best && imp(best, prev) <= -detect);
    return { class: 'WORSENING', reason: 'RELAPSE' };
  }
  if (daysBetween(baseline.date, last.date) < rc1.tooSoonDays)
    return { class: 'INSUFFICIENT_DATA', reason: 'TOO_SOON' };
  if (room !== undefined && room < detect) return { class: 'NOT_ASSESSABLE', reason: 'CEILING_LIMITED' };

  const mcidUnknown = flags.has('MCID_UNKNOWN');
  if (now >= meaningful && (!mcidUnknown || flags.has('GOAL_REACHED'))) {
    if (lostGains) flags.add('GAINS_LOST');
    if (course.window && exposed) flags.add('PLATEAU_AFTER_RESPONSE');
    if (isBelowPercent(measure, baseline.value, now)) flags.add('BELOW_PCT_THRESHOLD');
    unconfirmedUnless(reached(meaningful));
    return { class: 'RESPONDING', reason: mcidUnknown ? 'GOAL_REACHED' : 'MEANINGFUL_CHANGE' };
  }
  if (now >= detect) {
    if (course.window && exposed) {
      flags.add('PARTIAL_GAIN');
      return { class: 'PLATEAU', reason: 'PLATEAU_WINDOW' };
    }
    unconfirmedUnless(reached(detect));
    return { class: 'PARTIAL', reason: mcidUnknown ? 'MCID_UNKNOWN' : 'DETECTABLE_NOT_MEANINGFUL' };
  }
  if (now >= round6(rc1.nearShare * detect)) flags.add('NEAR_THRESHOLD');
  if ((course.window || course.longGap) && exposed) {
    if (!course.window) unconfirmedUnless(prev !== undefined);
    return { class: 'PLATEAU', reason: course.window ? 'PLATEAU_WINDOW' : 'PLATEAU_LONG_GAP' };
  }
  unconfirmedUnless(prev !== undefined);
  if ((course.window || course.longGap) && course.timeEnough && !course.visitsEnough)
    flags.add('LOW_EXPOSURE');
  return { class: 'NO_CHANGE_YET', reason: 'NO_DETECTABLE_CHANGE' };
}

const percentOf = (measure: JudgedMeasure, baseline: number, now: number): number | null =>
  measure.min === 0 && baseline !== 0 ? round1((100 * now) / baseline) : null;

function isBelowPercent({ pctThreshold, min }: JudgedMeasure, baseline: number, now: number): boolean {
  if (pctThreshold === null || pctThreshold === undefined || min !== 0 || baseline === 0) return false;
  return round6(now / baseline) < pctThreshold;
}
