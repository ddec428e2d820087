import { describe, expect, test } from 'vitest';
import { missingElements } from './missing-elements.ts';
import { emptyPrescription, PrescriptionContent, PrescriptionDraftContent } from './model.ts';
import { SETTING, complete, named, goal, measure } from '#tests/support/missing-in-draft.ts';

test('a complete prescription lacks nothing and passes as one that can be frozen', () => {
  expect(missingElements(complete(), SETTING)).toEqual([]);
  expect(PrescriptionContent.safeParse(complete()).success).toBe(true);
});

describe('each element that is removed is named, with its place', () => {
  test.each([
    ['diagnosis', { diagnoses: [] }, 'DIAGNOSIS', 'diagnoses'],
    ['onset and surgery', { onsetOn: null }, 'ONSET', 'onsetOn'],
    ['an answer about precautions', { noPrecautionsKnown: false }, 'PRECAUTIONS', 'precautions'],
    ['weight bearing of the spine or a limb', { weightBearing: [] }, 'WEIGHT_BEARING', 'weightBearing'],
    ['frequency', { frequencyPerWeek: null }, 'FREQUENCY', 'frequencyPerWeek'],
    ['duration', { durationWeeks: null }, 'DURATION', 'durationWeeks'],
    ['more days than a week has', { frequencyPerWeek: 8, amountPerDay: 2 }, 'AMOUNT', 'amountPerDay'],
    ['more visits than a year holds', { durationVisits: 157 }, 'DURATION', 'durationVisits'],
    ['a frequency that cannot be', { frequencyPerWeek: 0 }, 'FREQUENCY', 'frequencyPerWeek'],
    ['half a time on a day', { amountPerDay: 0.5 }, 'AMOUNT', 'amountPerDay'],
    ['start', { startsOn: null }, 'START', 'startsOn'],
    ['re-evaluation date', { reEvaluationOn: null }, 'RE_EVALUATION', 'reEvaluationOn'],
    ['interventions', { interventions: [] }, 'INTERVENTIONS', 'interventions'],
    ['goals', { goals: [] }, 'GOALS', 'goals'],
    ['a goal’s target', { goals: [{ ...goal, target: null }] }, 'GOAL_TARGET', 'goals.0'],
    ['a goal’s date', { goals: [{ ...goal, targetOn: null }] }, 'GOAL_TARGET', 'goals.0'],
    ['a goal’s words', { goals: [{ ...goal, description: '' }] }, 'GOAL_TARGET', 'goals.0'],
    ['primary measures', { measures: [] }, 'PRIMARY_MEASURES', 'measures'],
    [
      'a measure’s interval',
      { measures: [{ ...measure, everyDays: null }] },
      'MEASURE_INTERVAL',
      'measures.0',
    ],
    ['stop rules', { stopRules: [] }, 'STOP_RULES', 'stopRules'],
  ] as const)('%s', (_title, changes, code, path) => {
    const draft = JSON.parse(JSON.stringify(changes)) as Partial<PrescriptionDraftContent>;
    expect(named(draft)).toEqual([[code, path]]);
  });

  test('an empty draft is told everything at once', () => {
    const codes = named({
      diagnoses: [],
      onsetOn: null,
      noPrecautionsKnown: false,
      weightBearing: [],
      frequencyPerWeek: null,
      durationWeeks: null,
      startsOn: null,
      reEvaluationOn: null,
      interventions: [],
      goals: [],
      measures: [],
    }).map(([code]) => code);
    expect(codes).toHaveLength(11);
  });
});

test('a population that nobody published for the measure is refused, not judged by the default in silence', () => {
  expect(named({ measures: [{ ...measure, mdcTag: 'no-such-population' }] })).toEqual([
    ['MEASURE_POPULATION', 'measures.0'],
  ]);
});

test('a goal whose measure is not taken again is named', () => {
  const other = { ...goal, measureCode: 'nprs', target: 2 };
  expect(named({ goals: [goal, other], measures: [measure] })).toEqual([['GOAL_MEASURE', 'goals.1']]);
});

test('a draft keeps a frequency that cannot be, with what is typed beside it; a signature does not', () => {
  const typed = { ...emptyPrescription([]), frequencyPerWeek: 30, durationWeeks: 0, notes: 'Typed after it' };
  expect(PrescriptionDraftContent.safeParse(typed).data).toMatchObject(typed);
  expect(PrescriptionContent.shape.frequencyPerWeek.safeParse(30).success).toBe(false);
  expect(PrescriptionContent.shape.durationVisits.safeParse(401).success).toBe(false);
});
