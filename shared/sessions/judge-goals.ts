import type { GoalJudgement } from '#shared/compliance/model.ts';
import type { AssessedGoal, ReportedGoal } from './progress-reports.ts';

type Named = Pick<ReportedGoal, 'measureCode' | 'side' | 'target'>;

const isSame = (a: Named, b: Named): boolean =>
  a.measureCode === b.measureCode && a.side === b.side && a.target === b.target;

/**
 * The record's goals with what the clinician says of them. `unjudged` are those without a word; `unknown` those that the
 * record no longer has: the prescription has changed since the form was opened.
 */
export function judgeGoals(
  goals: readonly ReportedGoal[],
  judgements: readonly GoalJudgement[],
): { assessed: AssessedGoal[]; unjudged: ReportedGoal[]; unknown: GoalJudgement[] } {
  const judgementOf = (goal: ReportedGoal) => judgements.find((one) => isSame(one, goal));
  return {
    assessed: goals.flatMap((goal) => {
      const judgement = judgementOf(goal);
      return judgement === undefined
        ? []
        : [{ ...goal, status: judgement.status, comment: judgement.comment }];
    }),
    unjudged: goals.filter((goal) => judgementOf(goal) === undefined),
    unknown: judgements.filter((judgement) => !goals.some((goal) => isSame(goal, judgement))),
  };
}
