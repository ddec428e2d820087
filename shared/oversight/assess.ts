import { addDays, daysBetween } from '#shared/platform/time.ts';
import { chooseThresholds } from '#shared/outcomes/thresholds.ts';
import { getMeasure, unitLabel, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import { judgedSeries } from '#shared/outcomes/series.ts';
import type { Assessment, MeasureAssessment } from './assessment.ts';
import type { EpisodeFacts, PrescribedMeasureFacts } from './episode-facts.ts';
import { pace, paceOf } from './expected-pace.ts';
import { judgeEpisode } from './judge-episode.ts';
import { improvementBetween, judgeMeasure } from './judge-measure.ts';
import type { Attendance, Measurement } from './measure-judgement.ts';
import { attendanceIn, currentPhase, wholeEpisode, type Phase } from './phase.ts';
import { ALGORITHM, rc1Of, staleAfterDaysOf } from './rc1.ts';
import { reasonsFor, whatWouldChange } from './reasons.ts';
import { valueReasons } from './value-reasons.ts';

/** How many of the latest scores a sparkline shows. */
const SPARKLINE_POINTS = 12;

/** The judgement of an episode on a day, with everything it was made from. Pure: same facts, same day, same answer. */
export function assess(facts: EpisodeFacts, asOf: string): Assessment {
  const phase = currentPhase(facts, asOf);
  const attendance = phase ? attendanceIn(facts, phase, asOf) : null;
  const day = phase ? daysBetween(phase.startedOn, asOf) : 0;
  const measures = phase
    ? inReadingOrder(facts.measures).flatMap((prescribed) =>
        assessMeasure(facts, prescribed, phase, attendance, asOf),
      )
    : [];
  const rc1 = rc1Of(facts.clinicValues);
  const course = {
    measures: measures.map((m) => ({
      code: m.measureCode,
      role: m.role,
      class: m.class,
      confidence: m.confidence,
      flags: m.flags,
    })),
    daysSincePhaseStart: day,
    attendance,
    openRedFlag: facts.openHolds.length > 0,
  };
  const assessment: Assessment = {
    algorithm: ALGORITHM,
    asOf,
    ...judgeEpisode(course, rc1),
    measures,
    reasons: [],
    wouldChange: [],
    phase: phase ? { ...phase, day } : null,
    attendance,
  };
  return {
    ...assessment,
    reasons: [...reasonsFor(assessment, facts), ...valueReasons(facts.clinicValues)],
    wouldChange: whatWouldChange(assessment, facts),
  };
}

function assessMeasure(
  facts: EpisodeFacts,
  prescribed: PrescribedMeasureFacts,
  phase: Phase,
  attendance: Attendance | null,
  asOf: string,
): MeasureAssessment[] {
  const measure = getMeasure(prescribed.measureCode);
  if (!measure) return [];
  const chosen = judgedSeries(facts.scores, prescribed, asOf);
  const measurements = chosen.scores.map(asMeasurement);
  const goal = goalOf(facts, prescribed);
  const clinic = facts.clinicThresholds.find(({ measureCode }) => measureCode === prescribed.measureCode);
  const thresholds = chooseThresholds(measure, prescribed, clinic);
  const rc1 = rc1Of(facts.clinicValues);
  const judgedMeasure = {
    direction: measure.direction,
    min: measure.min,
    max: measure.max,
    boundsNominal: measure.boundsNominal,
    mdc: measure.judgeable ? (thresholds.mdc?.value ?? null) : null,
    mcid: measure.judgeable ? (thresholds.mcid?.value ?? null) : null,
    pctThreshold: thresholds.pctThreshold,
    thresholdVerified: thresholds.verified,
    staleAfterDays: staleAfterDaysOf(measure.code, rc1),
  };
  const series = { measure: judgedMeasure, asOf, goal: goal?.target ?? null, measurements };
  const judged = judgeMeasure({ ...series, phaseStart: phase.startedOn, attendance }, rc1);
  const whole = wholeEpisode(facts, asOf) ?? phase;
  const course = { ...series, phaseStart: whole.startedOn, attendance: attendanceIn(facts, whole, asOf) };
  const episode = judgeMeasure(course, rc1);
  const points = validPoints(measure, measurements, asOf);
  const last = points.at(-1);
  return [
    {
      measureCode: measure.code,
      side: prescribed.side,
      role: prescribed.role,
      abbreviation: measure.abbreviation + (prescribed.side ? ` ${prescribed.side}` : ''),
      name: measure.name,
      unit: unitLabel(measure),
      direction: measure.direction,
      ...judged,
      lastKnownClass: judged.lastKnownClass ?? null,
      thresholds: { mdc: thresholds.mdc, mcid: thresholds.mcid, pctThreshold: thresholds.pctThreshold },
      goal: goal ? { target: goal.target, targetOn: goal.targetOn } : null,
      pace: paceTowards(facts, measure, judged, goal?.target, phase, asOf),
      episode: { class: episode.class, baseline: episode.baseline, improvement: episode.improvement },
      everyDays: prescribed.everyDays,
      otherSeries: chosen.others,
      dueOn: last ? addDays(last.date, prescribed.everyDays) : null,
      points: points.slice(-SPARKLINE_POINTS),
    },
  ];
}

/** Primary before secondary, function before pain: what the patient can do is read first. */
const inReadingOrder = (measures: EpisodeFacts['measures']): EpisodeFacts['measures'] => {
  const place = ({ role, measureCode }: PrescribedMeasureFacts): number =>
    (role === 'primary' ? 0 : 2) + (getMeasure(measureCode)?.domain === 'pain' ? 1 : 0);
  return measures.toSorted((a, b) => place(a) - place(b));
};

const asMeasurement = ({
  measuredOn,
  value,
  enteredInError,
}: EpisodeFacts['scores'][number]): Measurement => ({
  date: measuredOn,
  value,
  status: enteredInError ? 'enteredInError' : null,
});

function validPoints(
  measure: OutcomeMeasure,
  measurements: Measurement[],
  asOf: string,
): { date: string; value: number }[] {
  const byDate = new Map<string, number>();
  for (const { date, value, status } of measurements) {
    const inRange =
      (measure.min === null || value >= measure.min) && (measure.max === null || value <= measure.max);
    if (status === null && inRange && date <= asOf) byDate.set(date, value);
  }
  return [...byDate].map(([date, value]) => ({ date, value })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

const goalOf = (facts: EpisodeFacts, prescribed: PrescribedMeasureFacts) =>
  facts.goals
    .filter((goal) => goal.measureCode === prescribed.measureCode && goal.side === prescribed.side)
    .sort((a, b) => (a.targetOn < b.targetOn ? -1 : 1))
    .at(-1);

function paceTowards(
  facts: EpisodeFacts,
  measure: OutcomeMeasure,
  judged: { baseline: { value: number } | null; improvement: number | null },
  target: number | undefined,
  phase: Phase,
  asOf: string,
): MeasureAssessment['pace'] {
  const version = facts.prescriptions.findLast(({ inForce }) => inForce);
  if (!version || target === undefined || judged.baseline === null || judged.improvement === null)
    return null;
  const towards = {
    daysSincePhaseStart: daysBetween(phase.startedOn, asOf),
    // The last day of the plan is a day of the plan.
    plannedDays: Math.max(1, daysBetween(phase.startedOn, version.endsOn) + 1),
    improvementToGoal: improvementBetween(measure.direction, judged.baseline.value, target),
    improvement: judged.improvement,
  };
  return pace(towards, paceOf(facts.clinicValues));
}
