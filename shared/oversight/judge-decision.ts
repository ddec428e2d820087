import { getMeasure } from '#shared/outcomes/registry.ts';
import { shortDate } from '#shared/platform/time.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { improvementBetween } from './judge-measure.ts';

export type DecisionOutcome = { outcome: 'met' | 'not-met' | 'not-measured'; detail: string };

/** Whether what a decision expected has happened by its review date, from scores measured after it and up to that date. */
export function judgeDecision(
  decision: EpisodeFacts['decisions'][number],
  facts: EpisodeFacts,
  asOf: string,
): DecisionOutcome | undefined {
  if (decision.outcome !== null || decision.reviewOn > asOf) return undefined;
  const { expectedMeasure, expectedValue, expectedSide } = decision;
  const measure = expectedMeasure === null ? undefined : getMeasure(expectedMeasure);
  if (!measure || expectedValue === null)
    return { outcome: 'not-measured', detail: 'No measure was named; judge it yourself.' };
  const last = facts.scores
    .filter(
      (score) =>
        score.measureCode === measure.code &&
        score.side === expectedSide &&
        !score.enteredInError &&
        score.measuredOn > decision.decidedOn &&
        score.measuredOn <= decision.reviewOn,
    )
    .sort((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
    .at(-1);
  if (!last)
    return {
      outcome: 'not-measured',
      detail: `No ${measure.abbreviation} between the decision and ${shortDate(decision.reviewOn)}.`,
    };
  const reached = improvementBetween(measure.direction, expectedValue, last.value) >= 0;
  return {
    outcome: reached ? 'met' : 'not-met',
    detail: `${measure.abbreviation} ${last.value} on ${shortDate(last.measuredOn)}, expected ${expectedValue}.`,
  };
}
