import type { BaselineScore } from '#shared/evaluations/model.ts';
import { checkScore } from '#shared/outcomes/check-score.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';

/** Scores that the server would refuse or ask about when the evaluation is signed, said while they are typed. */
export const scoreIssues = (scores: readonly BaselineScore[]): ProblemIssue[] =>
  scores.flatMap(({ measureCode, value, side, confirmed }, index): ProblemIssue[] => {
    const measure = getMeasure(measureCode);
    if (measure === undefined || value === null) return [];
    const check = checkScore(measure, { value, side });
    const at = `scores.${index}`;
    const said = (sentence: string) => `${measure.abbreviation}: ${sentence}`;
    if (check.kind === 'refuse') {
      const field = measure.sided && side === null ? 'side' : 'value';
      return [{ path: `${at}.${field}`, code: 'refused', message: said(check.sentence) }];
    }
    if (check.kind !== 'confirm' || confirmed) return [];
    return [{ path: `${at}.confirmed`, code: 'doubt', message: said(check.sentence) }];
  });
