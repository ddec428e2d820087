import { getMeasure } from '#shared/outcomes/registry.ts';
import { judgedScores, type NamedSeries } from '#shared/outcomes/series.ts';
import { shortDate } from '#shared/platform/time.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { improvementBetween } from './judge-measure.ts';

export type DecisionOutcome = { outcome: 'met' | 'not-met' | 'not-measured'; detail: string };

/** Whether what a decision expected has happened by its review date, from scores measured after it and up to that date. */
export function judgeDecision(
  decision: EpisodeFacts['decisions'][number],
  facts: Pick<EpisodeFacts, 'scores'>,
  asOf: string,
): DecisionOutcome | undefined {
  if (decision.outcome !== null || decision.reviewOn > asOf) return undefined;
  const { expectedMeasure, expectedValue, expectedSide } = decision;
  const measure = expectedMeasure === null ? undefined : getMeasure(expectedMeasure);
  if (!measure || expectedValue === null)
    return { outcome: 'not-measured', detail: 'No measure was named; judge it yourself.' };
  const last = scoreSince(decision, facts, { measureCode: measure.code, side: expectedSide });
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

/** The last score after the decision of the series that stood when it was made: another rater or walking aid keeps no promise. */
function scoreSince(
  { decidedOn, reviewOn }: EpisodeFacts['decisions'][number],
  { scores }: Pick<EpisodeFacts, 'scores'>,
  series: NamedSeries,
): EpisodeFacts['scores'][number] | undefined {
  const before = judgedScores(scores, series, decidedOn).at(-1);
  const compared =
    before === undefined ? scores : scores.filter(({ condition }) => condition === before.condition);
  return judgedScores(compared, series, reviewOn).findLast(({ measuredOn }) => measuredOn > decidedOn);
}
