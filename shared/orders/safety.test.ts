import { describe, expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { knownAnswers, type OrderFacts } from './known-answers.ts';
import type { ORDER_KINDS } from './order-kinds.ts';
import { askedQuestions, missingAnswers, storedAnswers, withKnown } from './safety-answers.ts';
import { questionsFor } from './safety-questions.ts';

const on = PlainDate.parse('2026-05-03');
const woman = { sex: 'female', age: 40 };

const facts = (part: Partial<OrderFacts> = {}): OrderFacts => ({
  sex: 'female',
  birthDate: PlainDate.parse('1986-02-01'),
  conditions: [],
  allergies: [],
  medications: [],
  history: [],
  earlier: [],
  ...part,
});

const condition = (code: string, display = code) => ({
  code,
  display,
  codeSystem: ICD_10_CM,
  status: 'active',
  recordedOn: on,
});

const no = (question: string) => ({ question, answer: 'no', note: null }) as never;
const ids = (kind: (typeof ORDER_KINDS)[number], person = woman, contrast = false) =>
  questionsFor(kind, person, contrast).map(({ id }) => id);

describe('what is asked', () => {
  test('each kind has its own questions', () => {
    expect(ids('x-ray')).toEqual(['pregnancy']);
    expect(ids('ct')).toEqual(['pregnancy', 'contrast']);
    expect(ids('emg-ncs')).toEqual(['electronic-implant', 'bleeding-risk', 'skin-at-site']);
  });

  test('contrast brings its own questions', () => {
    expect(ids('ct', woman, true)).toEqual([
      ...['pregnancy', 'contrast', 'kidney-disease', 'contrast-reaction', 'metformin'],
    ]);
  });

  test.each([
    ['female', 10, false],
    ['female', 11, true],
    ['female', 55, true],
    ['female', 56, false],
    ['unknown', 30, true],
    ['male', 30, false],
  ])('pregnancy is asked of %s at %d: %s', (sex, age, asked) => {
    expect(ids('x-ray', { sex, age }).includes('pregnancy')).toBe(asked);
  });
});

describe('what a fact of the history answers', () => {
  const told = (words: string, bearsOn: OrderFacts['history'][number]['bearsOn'] = []) =>
    facts({ history: [{ words, bearsOn, recordedOn: on }] });
  const answered = (given: OrderFacts) => [...knownAnswers(given).keys()];

  test('what was ticked answers yes, with its words and the day it was written down', () => {
    expect(knownAnswers(told('Forearm operation (2019)', ['metal-implant'])).get('metal-in-body')).toEqual({
      answer: 'yes',
      note: null,
      words: 'history: Forearm operation (2019)',
      origin: 'chart',
      on,
    });
  });

  test('what its words speak for is an answer to confirm; what they do not say is no answer', () => {
    expect(answered(told('Cardiac pacemaker (2021)'))).toEqual(['electronic-implant']);
    expect(answered(told('Total hip replacement, left (2019)'))).toEqual(['metal-in-body']);
    expect(answered(told('Pregnant, week 12'))).toEqual(['pregnancy']);
    expect(answered(told('Appendectomy (2004)'))).toEqual([]);
    expect(answered(told('Plate and screws removed (2022)'))).toEqual([]);
  });

  test('the physiatrist overrules it with a reason, and not without', () => {
    const given = told('Cardiac pacemaker (2021)');
    const others = ['metal-in-body', 'pregnancy', 'claustrophobia', 'contrast'].map(no);
    const withNo = (note: string | null) =>
      missingAnswers('mri', woman, given, [
        { question: 'electronic-implant', answer: 'no', note },
        ...others,
      ]);
    expect(withNo(null)).toMatchObject([{ path: 'safety.electronic-implant' }]);
    expect(withNo('Taken out in 2024, card seen')).toEqual([]);
  });
});

describe('what the record answers', () => {
  test.each([
    ['electronic-implant', facts({ conditions: [condition('Z95.0')] })],
    ['metal-in-body', facts({ conditions: [condition('Z96.651')] })],
    ['pregnancy', facts({ conditions: [condition('Z33.1')] })],
    ['kidney-disease', facts({ conditions: [condition('N18.30')] })],
    [
      'contrast-reaction',
      facts({ allergies: [{ substance: 'Iodinated contrast', reaction: 'hives', recordedOn: on }] }),
    ],
    ['metformin', facts({ medications: [{ name: 'Glucophage 850 mg', recordedOn: on }] })],
    ['bleeding-risk', facts({ medications: [{ name: 'Apixaban', recordedOn: on }] })],
  ] as const)('%s: yes, with where it is from', (question, known) => {
    expect(knownAnswers(known).get(question)).toMatchObject({ answer: 'yes', origin: 'chart', on });
  });

  test('an empty chart answers nothing: it never says no', () => {
    expect([...knownAnswers(facts())]).toEqual([]);
  });

  test('an earlier test answers again, except what may have changed', () => {
    const earlier = (question: 'metal-in-body' | 'pregnancy') => ({
      ...{ question, answer: 'no' as const, note: null, answeredOn: on, by: 'Ana Rivera' },
    });
    const known = knownAnswers(facts({ earlier: [earlier('metal-in-body'), earlier('pregnancy')] }));
    expect(known.get('metal-in-body')).toMatchObject({ answer: 'no', origin: 'earlier' });
    expect(known.has('pregnancy')).toBe(false);
  });
});

describe('what keeps a test from being sent', () => {
  const missing = (kind: (typeof ORDER_KINDS)[number], given: unknown[], known = facts()) =>
    missingAnswers(kind, woman, known, given as never).map(({ path }) => path);

  test('every kind with a question is refused without answers, by the question’s name', () => {
    expect(missing('x-ray', [])).toEqual(['safety.pregnancy']);
    expect(missing('x-ray', [no('pregnancy')])).toEqual([]);
  });

  test('a hazard and a not-known need words; contrast alone needs none', () => {
    const yes = { question: 'electronic-implant', answer: 'yes', note: null };
    const rest = [no('bleeding-risk'), no('skin-at-site')];
    expect(missing('emg-ncs', [yes, ...rest])).toEqual(['safety.electronic-implant']);
    expect(missing('emg-ncs', [{ ...yes, note: 'Model 7, cardiology agrees' }, ...rest])).toEqual([]);
    expect(missing('emg-ncs', [{ ...yes, answer: 'unknown' }, ...rest])).toEqual([
      'safety.electronic-implant',
    ]);
    const contrast = { question: 'contrast', answer: 'yes', note: null };
    expect(missing('ct', [no('pregnancy'), contrast])).toEqual([
      ...['safety.kidney-disease', 'safety.contrast-reaction', 'safety.metformin'],
    ]);
  });

  test('a no against the record needs a reason', () => {
    const known = facts({ conditions: [condition('Z33.1', 'Pregnant')] });
    expect(missing('x-ray', [no('pregnancy')], known)).toEqual(['safety.pregnancy']);
    expect(missing('x-ray', [{ question: 'pregnancy', answer: 'no', note: 'born in March' }], known)).toEqual(
      [],
    );
  });
});

test('what is sent is what was said, and for the rest what the record says; stored with the record’s words', () => {
  const known = facts({ conditions: [condition('Z95.0', 'Cardiac pacemaker')] });
  const sent = withKnown(known, [no('bleeding-risk'), no('skin-at-site')]);
  expect(storedAnswers('emg-ncs', woman, known, [...sent, no('pregnancy')])).toEqual([
    { question: 'bleeding-risk', answer: 'no', note: null, record: null },
    { question: 'skin-at-site', answer: 'no', note: null, record: null },
    { question: 'electronic-implant', answer: 'yes', note: null, record: 'Cardiac pacemaker (Z95.0)' },
  ]);
  expect(askedQuestions('emg-ncs', woman, known, [])[0]).toMatchObject({ answer: 'yes', isCarried: true });
});
