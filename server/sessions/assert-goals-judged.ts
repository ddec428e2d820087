import type { GoalJudgement } from '#shared/compliance/model.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { judgeGoals } from '#shared/sessions/judge-goals.ts';
import type { AssessedGoal, ReportedGoal } from '#shared/sessions/progress-reports.ts';

/** The goals as judged; refused when they have changed meanwhile, or when the payer's rules want each one judged (PR-5). */
export function assertGoalsJudged(
  goals: readonly ReportedGoal[],
  judgements: readonly GoalJudgement[],
  { payerProfile, on }: { payerProfile: PayerProfile; on: PlainDate },
): AssessedGoal[] {
  const { assessed, unjudged, unknown } = judgeGoals(goals, judgements);
  if (unknown.length > 0) {
    throw new Problem('conflict', 'The goals have changed since this form was opened. Reload to see them.');
  }
  if (rulePackOn(payerProfile, on).progressReport?.assessesEachGoal === true && unjudged.length > 0) {
    throw new Problem('invalid-input', 'Say of each goal whether it is met, on the way or not.', {
      issues: unjudged.map(({ description }) => ({
        path: 'goals',
        code: 'goal-not-assessed',
        message: `Not assessed yet: ${description}`,
      })),
    });
  }
  return assessed;
}
