import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { judgedScores } from '#shared/outcomes/series.ts';
import { chooseThresholds } from '#shared/outcomes/thresholds.ts';
import type { ReportedGoal, ReportedMeasure } from './progress-reports.ts';

/** What the record says about the measures of an episode. */
export interface ProgressMeasureFacts {
  /** Those of the newest prescription. */
  measures: {
    measureCode: string;
    side: 'left' | 'right' | null;
    role: 'primary' | 'secondary';
    mdcTag: string | null;
    mcidTag: string | null;
  }[];
  /** What the clinic has chosen, by measure. */
  clinicThresholds: { measureCode: string; mdcTag: string | null; mcidTag: string | null }[];
  goals: {
    description: string;
    measureCode: string;
    side: 'left' | 'right' | null;
    target: number;
    targetOn: PlainDate;
  }[];
  /** Valid values in order of entry. */
  scores: {
    measureCode: string;
    side: string | null;
    condition?: string | null | undefined;
    value: number;
    measuredOn: PlainDate;
  }[];
  firstTreatmentOn: PlainDate | null;
  lastReportOn: PlainDate | null;
}

/** A value this many days before the first treatment still counts as the baseline (rules.md 6.2 step 3). */
const BASELINE_DAYS = 30;

/** Each prescribed measure now, at the last report and at its baseline (rules.md PR-5): the whole episode's, not the phase's. */
export function reportedMeasures(facts: ProgressMeasureFacts, asOf: PlainDate): ReportedMeasure[] {
  return facts.measures.map(({ measureCode, side, role, ...tags }) => {
    const series = judgedScores(facts.scores, { measureCode, side }, asOf);
    const goal = facts.goals.find((one) => one.measureCode === measureCode && one.side === side);
    const upTo = (date: PlainDate | null) =>
      series.filter((score) => date !== null && score.measuredOn <= date);
    const clinic = facts.clinicThresholds.find((one) => one.measureCode === measureCode);
    const measure = getMeasure(measureCode);
    const thresholds = measure === undefined ? undefined : chooseThresholds(measure, tags, clinic);
    return {
      measureCode,
      side,
      role,
      baseline: baselineOf(series, facts.firstTreatmentOn),
      lastReport: valueOf(upTo(facts.lastReportOn).at(-1)),
      now: valueOf(series.at(-1)),
      mdc: thresholds?.mdc?.value ?? null,
      mcid: thresholds?.mcid?.value ?? null,
      goal:
        goal === undefined
          ? null
          : { description: goal.description, target: goal.target, targetOn: goal.targetOn },
    };
  });
}

/** Each goal of the prescription with its measure at baseline and now. */
export function reportedGoals(facts: ProgressMeasureFacts, asOf: PlainDate): ReportedGoal[] {
  return facts.goals.map((goal) => {
    const series = judgedScores(facts.scores, goal, asOf);
    const { description, measureCode, side, target, targetOn } = goal;
    const baseline = baselineOf(series, facts.firstTreatmentOn);
    return { description, measureCode, side, target, targetOn, baseline, now: valueOf(series.at(-1)) };
  });
}

type Score = ProgressMeasureFacts['scores'][number];

const valueOf = (score: Score | undefined): { value: number; on: PlainDate } | null =>
  score === undefined ? null : { value: score.value, on: score.measuredOn };

function baselineOf(series: readonly Score[], firstTreatmentOn: PlainDate | null) {
  if (firstTreatmentOn === null) return valueOf(series[0]);
  const earliest = addDays(firstTreatmentOn, -BASELINE_DAYS);
  const before = series.filter(({ measuredOn }) => measuredOn >= earliest && measuredOn <= firstTreatmentOn);
  return valueOf(before.at(-1) ?? series.find(({ measuredOn }) => measuredOn > firstTreatmentOn));
}
