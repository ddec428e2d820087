import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { certifiedThrough, endsOn, missingElements, type PrescriptionSetting } from './missing-elements.ts';
import { emptyPrescription, PrescriptionContent, PrescriptionDraftContent } from './model.ts';
import { proposePrecautions } from './precautions.ts';
import { settled } from './settle.ts';

const START = plainDate('2026-11-23');
const SETTING: PrescriptionSetting = { bodyRegion: 'lower-back', today: START };

const complete = (changes: Partial<PrescriptionDraftContent> = {}): PrescriptionDraftContent => ({
  ...aCompletePrescription(START),
  ...changes,
});

const named = (changes: Partial<PrescriptionDraftContent>, setting: Partial<PrescriptionSetting> = {}) =>
  missingElements(complete(changes), { ...SETTING, ...setting }).map(({ code, path }) => [code, path]);

test('a complete prescription lacks nothing and passes as one that can be frozen', () => {
  expect(missingElements(complete(), SETTING)).toEqual([]);
  expect(PrescriptionContent.safeParse(complete()).success).toBe(true);
});

const goal = aCompletePrescription(START).goals[0];
const measure = aCompletePrescription(START).measures[0];
const traction = aCompletePrescription(START).interventions[0];
if (!goal || !measure || !traction)
  throw new Error('the factory makes a goal, a measure and an intervention');

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

describe('weight bearing (rules.md 4.2)', () => {
  const limb = (status: 'PWB' | 'TTWB', percent: number | null) =>
    named({ weightBearing: [{ limb: 'left-leg', status, percent, until: null }] });

  test.each([
    ['PWB', null, true],
    ['PWB', 0, true],
    ['PWB', 1, false],
    ['PWB', 99, false],
    ['PWB', 100, true],
    ['TTWB', null, false],
    ['TTWB', 20, false],
    ['TTWB', 21, true],
  ] as const)('%s with %s percent: refused %s', (status, percent, isRefused) => {
    const found = limb(status, percent).filter(([code]) => code !== 'WEIGHT_BEARING_LOAD');
    expect(found).toEqual(isRefused ? [['WEIGHT_BEARING_PERCENT', 'weightBearing.0']] : []);
  });

  test('is asked for limbs and the spine, not for the head or the whole body', () => {
    for (const bodyRegion of ['knee', 'neck', 'shoulder', 'lower-back'])
      expect(named({ weightBearing: [] }, { bodyRegion })).toHaveLength(1);
    for (const bodyRegion of ['head-face', 'whole-body', 'chest-abdomen', 'pelvis'])
      expect(named({ weightBearing: [] }, { bodyRegion })).toEqual([]);
  });
});

describe('dates', () => {
  const last = endsOn(START, 6);

  test('the plan ends on the last day of its last week', () => {
    expect(endsOn(START, 1)).toBe(addDays(START, 6));
    expect(last).toBe(addDays(START, 41));
  });

  test.each([
    ['the day before the start', addDays(START, -1), true],
    ['the first day', START, false],
    ['the last day', last, false],
    ['the day after the end', addDays(last, 1), true],
  ] as const)('re-evaluation on %s', (_title, reEvaluationOn, isRefused) => {
    expect(named({ reEvaluationOn })).toEqual(isRefused ? [['RE_EVALUATION', 'reEvaluationOn']] : []);
  });

  test('Medicare certifies 90 days: a later re-evaluation is refused there and nowhere else', () => {
    const long = { durationWeeks: 20, reEvaluationOn: addDays(certifiedThrough(START), 1) };
    expect(named(long, { payerProfile: 'medicare_part_b' })).toEqual([['RE_EVALUATION', 'reEvaluationOn']]);
    expect(
      named({ ...long, reEvaluationOn: certifiedThrough(START) }, { payerProfile: 'medicare_part_b' }),
    ).toEqual([]);
    expect(named(long, { payerProfile: 'none' })).toEqual([]);
  });

  test('an onset or an operation in the future is refused; a surgery date alone is enough', () => {
    expect(named({ onsetOn: addDays(START, 1) })).toEqual([['ONSET_DATE', 'onsetOn']]);
    expect(named({ surgeryOn: addDays(START, 1) })).toEqual([['ONSET_DATE', 'surgeryOn']]);
    expect(named({ onsetOn: null, surgeryOn: START })).toEqual([]);
  });

  test('a goal is due after the plan starts', () => {
    expect(named({ goals: [{ ...goal, targetOn: START }] })).toEqual([['GOAL_DATE', 'goals.0']]);
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 1) }] })).toEqual([]);
  });

  test('more visits than one prescription may buy are refused', () => {
    const long = { frequencyPerWeek: 14, reEvaluationOn: addDays(START, 28) };
    expect(named({ ...long, durationWeeks: 28 })).toEqual([]);
    expect(named({ ...long, durationWeeks: 29 })).toEqual([['VISITS', 'durationWeeks']]);
  });
});

describe('what contradicts', () => {
  const conditions = [{ code: 'Z95.0', codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' }];
  const proposed = proposePrecautions(conditions);
  const tens = { ...traction, code: 'tens', name: 'TENS', bounds: [] };

  test('a proposed precaution that is missing from the draft is named, each by itself', () => {
    expect(named({}, { proposed })).toEqual(proposed.map(() => ['PRECAUTION_UNDECIDED', 'precautions']));
    expect(named({ precautions: proposed, noPrecautionsKnown: false }, { proposed })).toEqual([]);
  });

  test('a contraindicated intervention is refused until it is removed or the precaution overridden with a reason', () => {
    const draft = { precautions: proposed, noPrecautionsKnown: false, interventions: [traction, tens] };
    const overridden = (overrideReason: string | null) =>
      proposed.map((row) =>
        row.agents.includes('electrical-stimulation')
          ? { ...row, decision: 'override' as const, overrideReason }
          : row,
      );
    expect(named(draft)).toEqual([['CONTRAINDICATED', 'interventions.1']]);
    expect(named({ ...draft, precautions: overridden(null) })[0]?.[0]).toBe('OVERRIDE_REASON');
    expect(named({ ...draft, precautions: overridden('Cardiology agrees') })).toEqual([]);
  });

  test('an intervention outside the catalogue is refused, because no precaution can be checked against it', () => {
    expect(named({ interventions: [{ ...traction, code: 'magnets', name: 'Magnets' }] })).toEqual([
      ['INTERVENTION_UNKNOWN', 'interventions.0'],
    ]);
  });

  test('limits the wrong way round are named', () => {
    const crossed = { ...traction, bounds: [{ parameter: 'tractionKg' as const, min: 10, max: 6 }] };
    expect(named({ interventions: [crossed] })).toEqual([['LIMITS', 'interventions.0']]);
  });

  test('the same thing twice is named', () => {
    expect(named({ interventions: [traction, traction] })).toEqual([['TWICE', 'interventions.1']]);
    expect(named({ goals: [goal, goal] })).toEqual([['TWICE', 'goals.1']]);
    expect(named({ measures: [measure, { ...measure, role: 'secondary' }] })).toEqual([
      ['TWICE', 'measures.1'],
    ]);
  });

  test.each([
    ['above the scale', 101, 'GOAL_RANGE'],
    ['below the scale', -1, 'GOAL_RANGE'],
  ] as const)('a target %s', (_title, target, code) => {
    expect(named({ goals: [{ ...goal, target }] })).toEqual([[code, 'goals.0']]);
  });

  test('a measure that is one series per side needs its side, as a goal and as a measure', () => {
    const grip = { measureCode: 'grip', side: null };
    expect(named({ goals: [{ ...goal, ...grip, target: 30 }] })).toEqual([['MEASURE_SIDE', 'goals.0']]);
    const gripGoal = { ...goal, ...grip, target: 30, side: 'left' as const };
    const sided = { ...measure, ...grip, side: 'left' as const };
    expect(named({ goals: [gripGoal], measures: [sided, { ...measure, ...grip }] })).toEqual([
      ['MEASURE_SIDE', 'measures.1'],
    ]);
  });

  test('one to three primary measures that can be judged', () => {
    const of = (...codes: string[]) => ({
      measures: codes.map((measureCode) => ({ ...measure, measureCode })),
    });
    expect(named(of('odi', 'nprs', 'psfs'))).toEqual([]);
    expect(named(of('odi', 'nprs', 'psfs', 'rmdq'))).toEqual([['PRIMARY_MEASURES', 'measures']]);
    expect(named({ measures: [measure, { ...measure, measureCode: 'mmt', side: 'left' }] })).toEqual([
      ['PRIMARY_MEASURES', 'measures.1'],
    ]);
  });

  test('ordered vital signs without their limits are named', () => {
    const vitals = complete().vitals;
    const half = { ...vitals, bloodPressure: { maxSystolic: 180, maxDiastolic: null } };
    expect(named({ vitals: half })).toEqual([['VITALS', 'vitals']]);
    expect(named({ vitals: { ...vitals, glucose: { min: 250, max: 70 } } })).toEqual([['VITALS', 'vitals']]);
  });
});

test('a date in a sentence has its month in letters', () => {
  const [one] = missingElements(complete({ reEvaluationOn: addDays(START, 100) }), SETTING);
  expect(one?.sentence).toBe('Re-evaluate between 23 Nov 2026 and 3 Jan 2027.');
});

describe('what contradicts itself or the calendar', () => {
  const start = (days: number, previousStartsOn: string | null) =>
    missingElements(
      complete({
        startsOn: addDays(START, days),
        reEvaluationOn: addDays(START, days + 20),
        goals: [{ ...goal, targetOn: addDays(START, days + 30) }],
      }),
      { ...SETTING, previousStartsOn },
    ).map(({ path }) => path);

  test('a first version starts today or within 90 days; a next one may keep the start it had', () => {
    expect(start(-1, null)).toEqual(['startsOn']);
    expect(start(0, null)).toEqual([]);
    expect(start(90, null)).toEqual([]);
    expect(start(91, null)).toEqual(['startsOn']);
    expect(start(-10, addDays(START, -10))).toEqual([]);
    expect(start(-9, addDays(START, -10))).toEqual(['startsOn']);
  });

  test('a goal lies within a year; weight bearing does not end before the plan', () => {
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 365) }] })).toEqual([]);
    expect(named({ goals: [{ ...goal, targetOn: addDays(START, 366) }] })).toEqual([
      ['GOAL_DATE', 'goals.0'],
    ]);
    const until = (days: number) =>
      named({
        weightBearing: [{ limb: 'left-leg', status: 'WBAT', percent: null, until: addDays(START, days) }],
      });
    expect(until(0)).toEqual([]);
    expect(until(-1)).toEqual([['WEIGHT_BEARING_UNTIL', 'weightBearing.0']]);
  });

  test('a code without the form of one, an unknown stop rule, permitted and excluded at once', () => {
    const [diagnosis] = complete().diagnoses;
    if (!diagnosis) throw new Error('the factory makes a diagnosis');
    expect(named({ diagnoses: [{ ...diagnosis, code: 'NONSENSE' }] })).toEqual([
      ['DIAGNOSIS_CODE', 'diagnoses.0'],
    ]);
    expect(named({ stopRules: ['RF-CES', 'NOT-A-FLAG'] })).toEqual([['STOP_RULE_UNKNOWN', 'stopRules']]);
    const excluded = [{ code: traction.code, name: traction.name, reason: null }];
    expect(named({ excluded })).toEqual([['EXCLUDED', 'interventions.0']]);
  });
});

describe('the side of a diagnosis', () => {
  const side = (code: string, value: 'left' | 'right' | 'both' | null) =>
    named({ diagnoses: [{ conditionId: null, code, display: 'Something', side: value }] });

  test.each([
    ['M17.12', 'right'],
    ['M17.12', null],
    ['M17.10', null],
    ['M17.1', null],
    ['S83.512D', 'right'],
    ['S82.899A', null],
  ] as const)('%s on side %s is refused', (code, value) => {
    expect(side(code, value)).toEqual([['DIAGNOSIS_SIDE', 'diagnoses.0']]);
  });

  test.each([
    ['M17.12', 'left'],
    ['M17.10', 'left'],
    ['M54.16', null],
    ['M54.16', 'left'],
    ['G20.A1', null],
  ] as const)('%s on side %s is not', (code, value) => {
    expect(side(code, value)).toEqual([]);
  });

  test('a draft that is saved without it takes the side that the code says', () => {
    const content = complete({
      diagnoses: [{ conditionId: null, code: 'M17.12', display: 'Knee osteoarthritis', side: null }],
    });
    expect(settled(content).diagnoses[0]?.side).toBe('left');
  });
});

describe('the weight bearing of a limb', () => {
  const knee = { bodyRegion: 'knee', side: 'left' } as const;
  const row = (limb: 'left-leg' | 'right-leg' | 'right-arm', status: 'WBAT' | 'PWB', reason?: string) => ({
    limb,
    status,
    percent: status === 'PWB' ? 50 : null,
    until: null,
    reason,
  });

  test('that is not the treated one asks for a reason', () => {
    const left = row('left-leg', 'WBAT');
    expect(named({ weightBearing: [left, row('right-arm', 'PWB')] }, knee)).toEqual([
      ['WEIGHT_BEARING_LIMB', 'weightBearing.1'],
    ]);
    expect(named({ weightBearing: [left, row('right-leg', 'PWB')] }, knee)).toEqual([
      ['WEIGHT_BEARING_LIMB', 'weightBearing.1'],
    ]);
    expect(named({ weightBearing: [left, row('right-leg', 'PWB', 'Ankle fracture in 2025')] }, knee)).toEqual(
      [],
    );
    expect(named({ weightBearing: [left, row('right-leg', 'WBAT')] }, knee)).toEqual([]);
  });

  test('must be that of the treated one', () => {
    const other = row('right-leg', 'WBAT', 'Other');
    expect(named({ weightBearing: [other] }, knee)).toEqual([['WEIGHT_BEARING', 'weightBearing']]);
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

test('how far ahead a plan may reach is the clinic’s to set', () => {
  const startsOn = addDays(START, 60);
  const later = {
    startsOn,
    reEvaluationOn: addDays(startsOn, 20),
    goals: [{ ...goal, targetOn: addDays(startsOn, 30) }],
  };
  const ahead = { previousStartsOn: null, clinicValues: { 'signing.furthestStartDays': 30 } };
  expect(named(later, { previousStartsOn: null })).toEqual([]);
  expect(named(later, ahead)).toEqual([['START', 'startsOn']]);
});

test('a draft keeps a frequency that cannot be, with what is typed beside it; a signature does not', () => {
  const typed = { ...emptyPrescription([]), frequencyPerWeek: 30, durationWeeks: 0, notes: 'Typed after it' };
  expect(PrescriptionDraftContent.safeParse(typed).data).toMatchObject(typed);
  expect(PrescriptionContent.shape.frequencyPerWeek.safeParse(30).success).toBe(false);
  expect(PrescriptionContent.shape.durationVisits.safeParse(401).success).toBe(false);
});
