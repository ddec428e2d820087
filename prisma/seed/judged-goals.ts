import type { GoalStatus } from '#shared/compliance/model.ts';
import { loadMeasure } from '#shared/outcomes/registry.ts';
import type { AssessedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import type { Version } from './telling.ts';

/** Each goal of a version as a therapist would judge it by the numbers reported. */
export const judgedGoals = ({ content }: Version, measures: readonly ReportedMeasure[]): AssessedGoal[] =>
  content.goals.map(({ description, measureCode, side, target, targetOn }) => {
    const measure = measures.find((one) => one.measureCode === measureCode && one.side === side);
    const baseline = measure?.baseline ?? null;
    const now = measure?.now ?? null;
    const status = statusOf(measure, target);
    return {
      description,
      measureCode,
      side,
      target,
      targetOn,
      baseline,
      now,
      status,
      comment: COMMENT[status],
    };
  });

function statusOf(measure: ReportedMeasure | undefined, target: number): GoalStatus {
  if (!measure?.now || !measure.baseline || measure.now.on === measure.baseline.on) return 'not-measured';
  const sign = loadMeasure(measure.measureCode).direction === 'higherIsBetter' ? 1 : -1;
  if (sign * (measure.now.value - target) >= 0) return 'met';
  const better = sign * (measure.now.value - measure.baseline.value);
  const error = measure.mdc ?? 0;
  if (better < -error) return 'worse';
  return better > error ? 'on-the-way' : 'unchanged';
}

const COMMENT: Record<GoalStatus, string> = {
  met: 'Reached at the last score',
  'on-the-way': 'Beyond the error of the measure, target not reached yet',
  unchanged: 'Change within the error of the measure',
  worse: 'Beyond the error of the measure; the physiatrist is told',
  'not-measured': 'Scored at its interval',
};

const ASSESSMENT: Record<GoalStatus, string> = {
  met: 'The main goal is met. Function at home and at work has followed the scores; tolerance of the programme is good.',
  'on-the-way':
    'Function improves beyond measurement error. Skilled progression of load and range is still needed: without correction the movement falls back into the painful pattern.',
  unchanged:
    'No change beyond measurement error yet. Attendance and home exercise are as noted at each visit; dose was raised within the limits and is tolerated.',
  worse:
    'Worse beyond measurement error in spite of attendance. The pattern does not fit overload alone; the physiatrist has been asked to look again.',
  'not-measured':
    'Too early to say from scores. The programme is tolerated, technique is safe with verbal cueing, and pain settles within a day.',
};

const PLAN: Record<GoalStatus, string> = {
  met: 'Fewer visits, then the home programme alone.',
  'on-the-way':
    'Go on within the prescription; raise load and walking time step by step, measures at their interval.',
  unchanged:
    'Two more weeks at the raised dose, then a decision with the physiatrist; measures at their interval.',
  worse: 'Hold the dose, no new exercise until the physiatrist has decided.',
  'not-measured': 'Go on within the prescription; first re-score at its interval.',
};

/** What a therapist writes about goals like these: the first goal leads. */
export function reportWords(goals: readonly AssessedGoal[]): { assessment: string; plan: string } {
  const status = goals[0]?.status ?? 'not-measured';
  return { assessment: ASSESSMENT[status], plan: PLAN[status] };
}
