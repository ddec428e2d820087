import { describe, expect, test } from 'vitest';
import type { EpisodeFacts } from './episode-facts.ts';
import { judgeDecision } from './judge-decision.ts';

type Score = EpisodeFacts['scores'][number];

const DECISION: EpisodeFacts['decisions'][number] = {
  decisionId: 'd1',
  kind: 'continue',
  verdict: 'WORSENING',
  decidedOn: '2026-03-20',
  expectation: 'ODI at most 40',
  expectedMeasure: 'odi',
  expectedSide: null,
  expectedValue: 40,
  reviewOn: '2026-04-10',
  outcome: null,
};

const odi = (measuredOn: string, value: number, condition: string | null = null): Score => ({
  measureCode: 'odi',
  side: null,
  condition,
  value,
  measuredOn,
  enteredInError: false,
});

const outcome = (scores: Score[], asOf = '2026-04-10') => judgeDecision(DECISION, { scores }, asOf);

describe('what became of a decision', () => {
  test('is judged at its date, from a score after it', () => {
    expect(outcome([odi('2026-03-20', 50)], '2026-04-09')).toBeUndefined();
    expect(outcome([odi('2026-03-20', 50), odi('2026-04-10', 40)])?.outcome).toBe('met');
    expect(outcome([odi('2026-03-20', 50), odi('2026-04-10', 42)])?.outcome).toBe('not-met');
    expect(outcome([odi('2026-03-20', 38), odi('2026-04-11', 30)])?.outcome).toBe('not-measured');
  });

  test('a score of another rater or setting keeps no promise', () => {
    const scores = [odi('2026-03-20', 50), odi('2026-04-01', 36, 'proxy')];
    expect(outcome(scores)?.outcome).toBe('not-measured');
    expect(outcome([...scores, odi('2026-04-02', 48)])?.outcome).toBe('not-met');
  });

  test('without a score before it, the newest series after it is judged', () => {
    expect(outcome([odi('2026-04-01', 36, 'proxy')])?.outcome).toBe('met');
  });
});
