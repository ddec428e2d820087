import {
  GOAL_STATUS_LABEL,
  GOAL_STATUSES,
  GoalStatus,
  type GoalJudgement,
} from '#shared/compliance/model.ts';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { shortDate } from '#shared/platform/time.ts';
import { seriesName, targetWords } from '#shared/prescriptions/words.ts';
import type { ReportedGoal } from './progress-reports.ts';

/** What a form holds of a goal: nothing chosen yet, or a status; and a remark. */
export interface TypedJudgement {
  status: string | null;
  comment: string;
}

export const goalKey = ({ measureCode, side, target }: ReportedGoal): string =>
  `${measureCode} ${side ?? ''} ${target}`;

export const GOAL_CHOICES = GOAL_STATUSES.map((value) => ({ value, label: GOAL_STATUS_LABEL[value] }));

/** A goal as a row of the form: what is wanted, and where its measure stands. */
export function goalRow(goal: ReportedGoal): { key: string; title: string; detail: string } {
  const measure = getMeasure(goal.measureCode);
  const unit = measure === undefined ? '' : unitLabel(measure);
  const value = (one: ReportedGoal['now']) =>
    one === null ? 'no value' : `${one.value}${unit === '' || unit === '°' ? unit : ` ${unit}`}`;
  return {
    key: goalKey(goal),
    title: goal.description,
    detail: `${seriesName(goal)} ${targetWords(goal)} by ${shortDate(goal.targetOn)}; at baseline ${value(goal.baseline)}, now ${value(goal.now)}`,
  };
}

/** The goals that have been judged, as they are sent; those without a status are left out. */
export function judgementsOf(
  goals: readonly ReportedGoal[],
  typed: Readonly<Record<string, TypedJudgement>>,
): GoalJudgement[] {
  return goals.flatMap((goal) => {
    const judged = typed[goalKey(goal)];
    const status = GoalStatus.safeParse(judged?.status);
    if (!status.success) return [];
    const { measureCode, side, target } = goal;
    return [{ measureCode, side, target, status: status.data, comment: judged?.comment ?? '' }];
  });
}
