import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import {
  billEvaluation,
  dateClaimWords,
  dateOfEvaluation,
  evaluationLineWords,
} from './evaluation-billing.ts';
import { codesOf, codingIssues, EVALUATION_CODES, isEvaluationCode } from './evaluation-codes.ts';
import { emptyEvaluation, type EvaluationKind, THERAPY_EVALUATIONS } from './model.ts';
import { toStorable } from './storable.ts';

const EARLIER = plainDate('2026-05-03');
const day = { on: EARLIER, earlierOn: null, modifiers: ['GP', 'KX'], billedCode: null, others: null };

describe('the code of a therapist’s evaluation', () => {
  test('a first one is low, moderate or high; another one is a re-evaluation', () => {
    const codes = (earlier: typeof EARLIER | null) =>
      codesOf('pt-evaluation', earlier).map(({ code }) => code);
    expect(codes(null)).toEqual(['97161', '97162', '97163']);
    expect(codes(EARLIER)).toEqual(['97164']);
  });

  test('each discipline has its own; speech therapy has none for a re-evaluation', () => {
    const codes = (kind: EvaluationKind, earlier: typeof EARLIER | null) =>
      codesOf(kind, earlier).map(({ code }) => code);
    expect(codes('ot-evaluation', null)).toEqual(['97165', '97166', '97167']);
    expect(codes('ot-evaluation', EARLIER)).toEqual(['97168']);
    expect(codes('speech-evaluation', EARLIER)).toEqual(codes('speech-evaluation', null));
    for (const kind of THERAPY_EVALUATIONS) expect(codes(kind, null)).not.toEqual([]);
  });

  test('an evaluation that a physiatrist writes has none and is asked for none', () => {
    expect(codesOf('consult', null)).toEqual([]);
    expect(codingIssues('follow-up', { code: null, minutes: null }, null)).toEqual([]);
  });

  test.each([
    [{ code: null, minutes: null }, null, ['coding.code', 'coding.minutes']],
    [{ code: '97162', minutes: null }, null, ['coding.minutes']],
    [{ code: '97162', minutes: 35 }, null, []],
    [{ code: '97164', minutes: 20 }, null, ['coding.code']],
    [{ code: 'none', minutes: null }, null, ['coding.code']],
    [{ code: '97162', minutes: 35 }, EARLIER, ['coding.code']],
    [{ code: '97164', minutes: 20 }, EARLIER, []],
    [{ code: 'none', minutes: null }, EARLIER, []],
    [{ code: '97110', minutes: 20 }, null, ['coding.code']],
  ])('%j after %s asks for %j', (coding, earlier, asked) => {
    expect(codingIssues('pt-evaluation', coding, earlier).map(({ path }) => path)).toEqual(asked);
  });

  test('every code is one once, and none is a treatment’s', () => {
    expect(new Set(EVALUATION_CODES.map(({ code }) => code)).size).toBe(EVALUATION_CODES.length);
    expect(isEvaluationCode('97110')).toBe(false);
  });
});

describe('the claim line of an evaluation', () => {
  test('is one unit whatever the minutes, with the modifiers of its plan', () => {
    for (const minutes of [5, 30, 120]) {
      const billing = billEvaluation({ code: '97162', minutes }, day);
      expect(billing?.untimedUnits).toEqual({ '97162': 1 });
      expect(billing && evaluationLineWords(billing)).toBe(`97162 GP KX x1, ${minutes} minutes, untimed`);
    }
  });

  test('has no unit when the date has an evaluation of the discipline, and its minutes still count', () => {
    const others = { timedMinutes: 0, treatmentMinutes: 30, units: { '97161': 1 } };
    const second = { ...day, billedCode: '97161', others };
    const billing = billEvaluation({ code: '97162', minutes: 40 }, second);
    expect(billing?.untimedUnits).toEqual({});
    expect(dateOfEvaluation(billing, second)).toEqual({
      timedMinutes: 0,
      treatmentMinutes: 70,
      units: { '97161': 1 },
    });
  });

  test('adds up with the exercise of the date (U8-10)', () => {
    const others = { timedMinutes: 15, treatmentMinutes: 15, units: { '97110': 1, '97140': 0 } };
    const date = dateOfEvaluation(billEvaluation({ code: '97161', minutes: 30 }, day), { others });
    expect(date && dateClaimWords(date)).toBe('97110 x1, 97161 x1; 15 timed minutes, 45 treatment minutes');
  });

  test('is none while something is open, and for what belongs to treatment', () => {
    expect(billEvaluation({ code: '97161', minutes: null }, day)).toBeNull();
    expect(billEvaluation({ code: 'none', minutes: 20 }, day)).toBeNull();
  });
});

test('minutes that cannot be are kept as they were typed and hold back nothing else', () => {
  const days = { birthDate: plainDate('1968-04-12'), today: plainDate('2026-11-21') };
  const content = { ...emptyEvaluation(), reason: 'Knee', coding: { code: '97161', minutes: 900 } };
  const stored = toStorable({ evaluatedOn: '2026-11-21', content }, days, '2026-11-21').content;
  expect(stored).toMatchObject({
    reason: 'Knee',
    coding: { code: '97161', minutes: null },
    unread: [{ at: 'coding.minutes', typed: '900' }],
  });
});
