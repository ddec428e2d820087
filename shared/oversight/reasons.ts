import { flagWords } from '#shared/sessions/flag-words.ts';
import { reachableChange } from '#shared/outcomes/reachable.ts';
import { shortDate } from '#shared/platform/time.ts';
import type { Assessment, BoardMeasure, MeasureAssessment, Reason } from './assessment.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import type { VerdictCode } from './judge-episode.ts';
import type { ResponseClass } from './measure-judgement.ts';
import { isLowAdherence, homeOf } from '#shared/home-programme/adherence.ts';
import { rc1Of, staleAfterDaysOf, type Rc1 } from './rc1.ts';

/** The verdict as a heading. `TOO_EARLY` never claims more than it knows, whatever the day (rules.md 6.3). */
export const VERDICT_WORDS: Record<VerdictCode, string> = {
  SAFETY_HOLD: 'Safety hold',
  CANNOT_JUDGE: 'Cannot judge yet',
  MIXED: 'Mixed',
  WORSENING: 'Worsening',
  WORKING: 'Working',
  PARTLY_WORKING: 'Partly working',
  UNDER_DELIVERED: 'Under-delivered',
  NOT_WORKING: 'Not working',
  TOO_EARLY: 'No detectable change yet',
};

export const CLASS_WORDS: Record<ResponseClass, string> = {
  RESPONDING: 'change consistent with response',
  PARTIAL: 'more than error, less than important',
  PLATEAU: 'no detectable change: plateau',
  NO_CHANGE_YET: 'no detectable change yet',
  WORSENING: 'worse',
  NOT_ASSESSABLE: 'cannot improve on this scale',
  INSUFFICIENT_DATA: 'not enough data',
};

const trim = (n: number): string => String(Math.round(n * 100) / 100);
/** A percent scale's points are written bare: "12 % worse" would read as a relative change. */
const withUnit = (n: number, unit: string): string =>
  unit === '' || unit === '%' ? trim(n) : unit === '°' ? `${trim(n)}°` : `${trim(n)} ${unit}`;

type Change = Pick<BoardMeasure, 'measureCode' | 'improvement' | 'thresholdDetect' | 'thresholds' | 'unit'>;

/**
 * "12 worse (error 10)", "15 better (MCID 10)", "3 better (error 9)": the number first, then the one threshold that says what
 * it means: the error for what is worse or too small to tell, the importance for what is better beyond it.
 */
export function changeWords(m: Change): string {
  if (m.improvement === null) return '';
  const size = withUnit(Math.abs(m.improvement), m.unit);
  const way = m.improvement > 0 ? `${size} better` : m.improvement < 0 ? `${size} worse` : 'no change';
  const error = m.thresholds.mdc
    ? `error ${trim(reachableChange(m.measureCode, m.thresholds.mdc.value))}`
    : undefined;
  const importance = m.thresholds.mcid
    ? `MCID ${trim(reachableChange(m.measureCode, m.thresholds.mcid.value))}`
    : undefined;
  const beyondError = m.improvement > 0 && m.thresholdDetect !== null && m.improvement >= m.thresholdDetect;
  const held = beyondError ? (importance ?? error) : (error ?? importance);
  return held === undefined ? way : `${way} (${held})`;
}

/** "ODI 38 → 50, 12 worse (error 10)". */
export function measureWords(m: MeasureAssessment): string {
  if (m.baseline === null) return `${m.abbreviation}: no score in this phase`;
  if (m.latest === null) return `${m.abbreviation} ${withUnit(m.baseline.value, m.unit)}: one measurement`;
  return `${m.abbreviation} ${trim(m.baseline.value)} → ${withUnit(m.latest.value, m.unit)}, ${changeWords(m)}`;
}

const SHORT_COURSE: Record<ResponseClass, string> = {
  RESPONDING: 'better by more than the important difference',
  PARTIAL: 'better by more than error, not yet important',
  PLATEAU: 'flat, no detectable change',
  NO_CHANGE_YET: 'no detectable change yet',
  WORSENING: 'worse than baseline',
  NOT_ASSESSABLE: 'too near the end of the scale',
  INSUFFICIENT_DATA: 'not enough data',
};

const NO_DATA_COURSE: Record<string, string> = {
  NO_THRESHOLD: 'shown, never judged',
  NO_MEASUREMENT: 'no score in this phase',
  ONE_MEASUREMENT: 'one measurement so far',
  MEASURE_STALE: 'last score too old',
  TOO_SOON: 'too soon after the baseline',
};

function shortCourse(m: MeasureAssessment): string {
  if (m.class === 'INSUFFICIENT_DATA') return NO_DATA_COURSE[m.reason] ?? SHORT_COURSE.INSUFFICIENT_DATA;
  if (m.reason === 'RELAPSE') return `lost an earlier gain${confirmation(m)}`;
  return `${SHORT_COURSE[m.class]}${confirmation(m)}`;
}

/** "ODI and NPRS worse than baseline, confirmed": measures that went the same way together, in words. */
export function courseWords(measures: readonly MeasureAssessment[]): string {
  const together = new Map<string, string[]>();
  for (const m of measures) {
    const course = shortCourse(m);
    together.set(course, [...(together.get(course) ?? []), m.abbreviation]);
  }
  return [...together].map(([course, names]) => `${names.join(' and ')} ${course}`).join('; ');
}

/** Why the verdict is what it is: one sentence a measure, then what weakens or surrounds it. */
export function reasonsFor(a: Assessment, facts: EpisodeFacts): Reason[] {
  const holds = facts.openHolds.map(({ redFlagCode, openedOn, note }) => ({
    code: 'SAFETY_HOLD',
    text: `Safety hold, ${flagWords(redFlagCode)}, open since ${shortDate(openedOn, a.asOf)}: ${note}`,
  }));
  const rc1 = rc1Of(facts.clinicValues);
  return [
    ...holds,
    ...a.measures.map((m) => measureReason(m, a.asOf, rc1)),
    ...contextReasons(a, facts, rc1),
  ];
}

function measureReason(m: MeasureAssessment, asOf: string, rc1: Rc1): Reason {
  const code = `${m.measureCode}:${m.reason}`;
  switch (m.reason) {
    case 'NO_THRESHOLD':
      return { code, text: `${m.abbreviation}: shown, never judged (no published threshold)` };
    case 'NO_MEASUREMENT':
      return { code, text: `${m.abbreviation}: no score in this phase` };
    case 'ONE_MEASUREMENT':
      return {
        code,
        text: `${m.abbreviation} ${m.baseline ? withUnit(m.baseline.value, m.unit) : ''}: one measurement, two are needed`,
      };
    case 'MEASURE_STALE':
      return {
        code,
        text: `${m.abbreviation}: last score ${m.latest ? shortDate(m.latest.date, asOf) : 'unknown'}, older than ${staleAfterDaysOf(m.measureCode, rc1)} days; then: ${m.lastKnownClass ? CLASS_WORDS[m.lastKnownClass] : 'unknown'}`,
      };
    case 'RELAPSE':
      return { code, text: `${measureWords(m)}: an earlier gain is lost` };
    case 'CEILING_LIMITED':
      return {
        code,
        text: `${m.abbreviation}: too near the end of the scale to show improvement; choose another measure`,
      };
    case 'TOO_SOON':
      return { code, text: `${measureWords(m)}: less than ${rc1.tooSoonDays} days apart, not judged` };
    default:
      return { code, text: `${measureWords(m)}: ${CLASS_WORDS[m.class]}${confirmation(m)}` };
  }
}

function confirmation(m: MeasureAssessment): string {
  if (m.class !== 'WORSENING' && m.class !== 'RESPONDING' && m.class !== 'PARTIAL') return '';
  if (m.flags.includes('UNCONFIRMED')) return ', seen once';
  return ', confirmed';
}

const PLAIN_FLAGS: Partial<
  Record<MeasureAssessment['flags'][number], (m: MeasureAssessment, rc1: Rc1) => string>
> = {
  UNVERIFIED_THRESHOLD: (m) => `${m.abbreviation}: the threshold was not checked against its source`,
  MDC_UNKNOWN: (m) => `${m.abbreviation}: measurement error unknown, the MCID stands in`,
  MCID_UNKNOWN: (m) => `${m.abbreviation}: no published importance; reaching the goal decides`,
  LATE_BASELINE: (m) => `${m.abbreviation}: baseline taken after therapy began`,
  BASELINE_AFTER_START: (m, { lateBaselineDays: days }) =>
    `${m.abbreviation}: baseline taken more than ${days === 7 ? 'a week' : `${days} days`} after therapy began; true change is probably larger`,
  GAINS_LOST: (m) => `${m.abbreviation}: part of the best gain is lost`,
  GOAL_REACHED: (m) => `${m.abbreviation}: goal ${m.goal ? trim(m.goal.target) : ''} reached`,
  BELOW_PCT_THRESHOLD: (m) => `${m.abbreviation}: under 30 % of the baseline`,
  NEAR_THRESHOLD: (m, { nearShare }) =>
    `${m.abbreviation}: more than ${nearShare === 0.5 ? 'half way' : `${Math.round(100 * nearShare)} %`} to a detectable change; measure again`,
  VALUES_REJECTED: (m) => `${m.abbreviation}: a value was left out (entered in error or out of range)`,
  CEILING_CAPPED: (m) => `${m.abbreviation}: the scale leaves less room than the MCID`,
  LOW_EXPOSURE: (m) => `${m.abbreviation}: too few visits to call it a plateau`,
};

function contextReasons(a: Assessment, facts: EpisodeFacts, rc1: Rc1): Reason[] {
  const flagged = a.measures.flatMap((m) =>
    m.flags.flatMap((flag) => {
      const words = PLAIN_FLAGS[flag];
      return words ? [{ code: `${m.measureCode}:${flag}`, text: words(m, rc1) }] : [];
    }),
  );
  const { attendance } = a;
  const share =
    attendance && attendance.prescribedToDate > 0
      ? Math.round((100 * attendance.attended) / attendance.prescribedToDate)
      : null;
  return [
    ...(attendance && share !== null
      ? [
          {
            code: 'ATTENDANCE',
            text: `Attended ${attendance.attended} of ${attendance.prescribedToDate} visits due (${share} %)`,
          },
        ]
      : []),
    ...homeReasons(facts),
    ...(a.flags.includes('NO_PRIMARY')
      ? [{ code: 'NO_PRIMARY', text: 'Judged by secondary measures only' }]
      : []),
    ...flagged,
    ...a.measures.flatMap(otherSeriesReasons),
  ];
}

/** Scores taken differently are never compared with those judged; that there are some is said (rules.md 6.6.3). */
function otherSeriesReasons(m: MeasureAssessment): Reason[] {
  if (m.otherSeries.length === 0) return [];
  const named = m.otherSeries.map((condition) => condition ?? 'without a stated condition').join(', ');
  return [
    {
      code: `${m.measureCode}:OTHER_SERIES`,
      text: `${m.abbreviation}: scores taken otherwise (${named}) are a series of their own and not compared`,
    },
  ];
}

function homeReasons({ home, clinicValues }: EpisodeFacts): Reason[] {
  const values = homeOf(clinicValues);
  if (!home || !isLowAdherence({ daysDone: home.daysDone, daysAsked: home.daysPrescribed }, values))
    return [];
  const over = values.windowDays === 14 ? 'two weeks' : `${values.windowDays} days`;
  const text = `Home exercise on ${home.daysDone} of ${home.daysPrescribed} days in the last ${over}`;
  return [{ code: 'LOW_HOME_EXERCISE', text }];
}

/** What the reader could do so that the next judgement is surer. */
export function whatWouldChange(a: Assessment, facts: EpisodeFacts): string[] {
  if (facts.openHolds.length > 0) return ['Close the safety hold with a reason.'];
  if (facts.consultSignedOn === null)
    return ['Write and sign the consult: the prescription follows from it.'];
  if (facts.prescriptions.length === 0)
    return ['Write and sign the prescription, with its outcome measures.'];
  const scores = a.measures.flatMap((m) => {
    if (m.reason === 'NO_MEASUREMENT') return [`A first ${m.abbreviation} score.`];
    if (m.reason === 'ONE_MEASUREMENT')
      return [`A second ${m.abbreviation} score${m.dueOn ? `, due ${shortDate(m.dueOn, a.asOf)}` : ''}.`];
    if (m.reason === 'MEASURE_STALE') return [`A new ${m.abbreviation} score.`];
    if (m.flags.includes('UNCONFIRMED')) return [`One more ${m.abbreviation} score to confirm.`];
    if (m.flags.includes('NEAR_THRESHOLD'))
      return [
        `${m.abbreviation} again: ${trim(reachableChange(m.measureCode, m.thresholdDetect ?? 0) - (m.improvement ?? 0))} more would be detectable.`,
      ];
    return [];
  });
  const attendance = a.flags.includes('LOW_ATTENDANCE') ? ['More of the prescribed visits attended.'] : [];
  return [...new Set([...scores, ...attendance])];
}
