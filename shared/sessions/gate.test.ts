import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { sessionGate, type GateFacts } from './gate.ts';
import type { GateCode } from './gate-refusal.ts';

const noVitals = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };
const prescription: NonNullable<GateFacts['prescription']> = {
  startsOn: '2026-10-12',
  endsOn: '2026-11-22',
  visitsPrescribed: 18,
  interventions: [
    { code: 'bridge', name: 'Bridge', authority: 'free', bounds: [], rationale: null },
    { code: 'tens', name: 'TENS', authority: 'free', bounds: [], rationale: null },
  ],
  precautions: [],
  vitals: noVitals,
};

const open: GateFacts = {
  consultSigned: true,
  sessionDate: '2026-11-16',
  prescription,
  visitsUsed: 9,
  certification: { blocks: true, initial: 'CERTIFIED_BY_SIGNATURE', recertification: 'OK' },
  openHold: undefined,
  procedures: [],
  therapistOnTeam: true,
  interventions: ['bridge'],
  vitals: {},
  clinicValues: {},
};

const pacemaker: PrescribedPrecaution = {
  comorbidity: 'pacemaker',
  intervention: 'TENS, NMES',
  agents: ['electrical-stimulation'],
  level: 'contraindicated',
  scope: 'anywhere',
  note: null,
  source: 'rules 4.3',
  verified: false,
  decision: 'keep',
  overrideReason: null,
};

const bp = { ...noVitals, bloodPressure: { maxSystolic: 180, maxDiastolic: 110 } };
const certified = (change: Partial<NonNullable<GateFacts['certification']>>): Partial<GateFacts> => ({
  certification: {
    blocks: true,
    initial: 'CERTIFIED_BY_SIGNATURE',
    recertification: 'OK',
    ...change,
  },
});
const prescribed = (change: Partial<typeof prescription>): Partial<GateFacts> => ({
  prescription: { ...prescription, ...change },
});

const injected = (performedOn: string, restDays: number): Partial<GateFacts> => ({
  procedures: [
    {
      display: 'Epidural injection',
      place: 'L5',
      performedOn,
      restDays,
      restrictedDays: null,
      restriction: null,
      knownBefore: true,
    },
  ],
});

const closures: [string, GateCode, Partial<GateFacts>][] = [
  ['the consult is not signed', 'NO_CONSULT', { consultSigned: false }],
  ['there is no prescription', 'NO_ACTIVE_PRESCRIPTION', { prescription: undefined }],
  ['it begins tomorrow', 'NO_ACTIVE_PRESCRIPTION', prescribed({ startsOn: '2026-11-17' })],
  ['it ended yesterday', 'PRESCRIPTION_EXPIRED', prescribed({ endsOn: '2026-11-15' })],
  ['all visits are used', 'VISITS_USED', { visitsUsed: 18 }],
  ['the certification has expired', 'NOT_CERTIFIED', certified({ recertification: 'EXPIRED' })],
  ['it was never certified', 'NOT_CERTIFIED', certified({ initial: 'OVERDUE' })],
  ['a safety hold is open', 'SAFETY_HOLD', { openHold: { code: 'RF-CES' } }],
  ['it is the last rest day after an injection', 'PROCEDURE_REST', injected('2026-11-13', 3)],
  ['the therapist is not on the team', 'NOT_ON_TEAM', { therapistOnTeam: false }],
  ['an intervention is not prescribed', 'INTERVENTION_BLOCKED', { interventions: ['squat'] }],
  [
    'an intervention is contraindicated',
    'INTERVENTION_BLOCKED',
    { ...prescribed({ precautions: [pacemaker] }), interventions: ['tens'] },
  ],
  ['ordered blood pressure is missing', 'VITALS_REQUIRED', prescribed({ vitals: bp })],
  [
    'only one of the two was measured',
    'VITALS_REQUIRED',
    { ...prescribed({ vitals: bp }), vitals: { systolic: 120 } },
  ],
  [
    'blood pressure is too high',
    'VITALS_OUT_OF_RANGE',
    { ...prescribed({ vitals: bp }), vitals: { systolic: 181, diastolic: 80 } },
  ],
  [
    'oxygen saturation is too low',
    'VITALS_OUT_OF_RANGE',
    { ...prescribed({ vitals: { ...noVitals, spo2: { min: 88 } } }), vitals: { spo2: 87 } },
  ],
  [
    'glucose is below its limit',
    'VITALS_OUT_OF_RANGE',
    { ...prescribed({ vitals: { ...noVitals, glucose: { min: 70, max: 250 } } }), vitals: { glucose: 69 } },
  ],
];

describe('the gate', () => {
  test('is open when everything holds, on the last day, at the limit itself, on the last visit', () => {
    expect(sessionGate(open)).toEqual({ refusals: [], warnings: [] });
    const edge = {
      ...open,
      ...prescribed({ endsOn: '2026-11-16', startsOn: '2026-11-16', vitals: bp }),
      visitsUsed: 17,
      vitals: { systolic: 180, diastolic: 110 },
      ...certified({ recertification: 'RECERT_DUE_SOON' }),
    };
    expect(sessionGate(edge).refusals).toEqual([]);
  });

  test.each(closures)('is closed when %s: %s alone', (_why, code, change) => {
    expect(sessionGate({ ...open, ...change }).refusals.map((refusal) => refusal.code)).toEqual([code]);
  });

  test('names every reason at once', () => {
    const facts = { ...open, consultSigned: false, openHold: { code: 'RF-PE' }, visitsUsed: 20 };
    expect(sessionGate(facts).refusals.map(({ code }) => code)).toEqual([
      'NO_CONSULT',
      'VISITS_USED',
      'SAFETY_HOLD',
    ]);
  });

  test('only warns of certification where the payer’s rules do not stop a session over it', () => {
    const facts = { ...open, ...certified({ blocks: false, initial: 'OVERDUE' }) };
    expect(sessionGate(facts)).toMatchObject({ refusals: [], warnings: [{ code: 'NOT_CERTIFIED' }] });
  });

  test('says once who certifies what: the first on its page, a later one by the next version', () => {
    const said = (state: Parameters<typeof certified>[0]) =>
      sessionGate({ ...open, ...certified(state) }).refusals.map(({ sentence, act }) => `${sentence} ${act}`);
    expect(said({ initial: 'OVERDUE' })).toEqual([
      'The plan of care is not certified and the 30 days are over. The physiatrist certifies it on the documentation page.',
    ]);
    expect(said({ recertification: 'EXPIRED' })).toEqual([
      'The certification of the plan of care has expired. The physiatrist certifies again by signing the next version.',
    ]);
  });

  test('an overridden contraindication no longer forbids', () => {
    const overridden = { ...pacemaker, decision: 'override', overrideReason: 'Cardiology agrees' } as const;
    const facts = { ...open, ...prescribed({ precautions: [overridden] }), interventions: ['tens'] };
    expect(sessionGate(facts).refusals).toEqual([]);
  });

  test('says each of any reasons that do not touch one another, and no other', () => {
    const lone = closures.filter(([, , change]) => Object.keys(change).length === 1);
    const apart = fc.uniqueArray(fc.constantFrom(...lone), {
      selector: ([, , change]) => Object.keys(change)[0],
    });
    // Without a prescription the interventions, the vital signs and the visits have nothing to be held against.
    const judgeable = apart.filter((some) => !some.some(([, code]) => code === 'NO_ACTIVE_PRESCRIPTION'));
    fc.assert(
      fc.property(judgeable, (some) => {
        const facts = some.reduce<GateFacts>((merged, [, , change]) => ({ ...merged, ...change }), open);
        const said = sessionGate(facts).refusals.map(({ code }) => code);
        expect(said.toSorted()).toEqual(some.map(([, code]) => code).toSorted());
      }),
    );
  });
});

test('the day after the rest is open, and says what was injected', () => {
  const { refusals, warnings } = sessionGate({ ...open, ...injected('2026-11-13', 2) });
  expect(refusals).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(['PROCEDURE_CARE']);
});

describe('vital signs, each number by itself', () => {
  const answer = (facts: Partial<GateFacts>) =>
    sessionGate({ ...open, ...facts }).refusals.map(({ code }) => code);
  const cardiac: PrescribedPrecaution = {
    ...pacemaker,
    comorbidity: 'cardiac',
    intervention: 'Resting blood pressure above 180 systolic or 110 diastolic: do not start',
    agents: [],
    vitals: bp,
  };

  test.each([
    ['half a pressure that is too high', { systolic: 181 }, ['VITALS_OUT_OF_RANGE', 'VITALS_REQUIRED']],
    ['the other half', { diastolic: 111 }, ['VITALS_OUT_OF_RANGE', 'VITALS_REQUIRED']],
    ['half a pressure within the limit', { systolic: 180 }, ['VITALS_REQUIRED']],
    ['a whole one at the limit', { systolic: 180, diastolic: 110 }, []],
    ['none where it is not ordered', {}, []],
  ])('a limit that only a precaution sets: %s', (_title, vitals, codes) => {
    expect(answer({ ...prescribed({ precautions: [cardiac] }), vitals })).toEqual(codes);
  });

  test('what is ordered and not measured yet is said once, in one sentence', () => {
    const vitals = { ...bp, heartRate: { min: 50, max: 120 }, glucose: { min: 70, max: 250 } };
    const sentences = (taken: GateFacts['vitals']) =>
      sessionGate({ ...open, ...prescribed({ vitals }), vitals: taken }).refusals.map(
        ({ sentence }) => sentence,
      );
    expect(sentences({})).toEqual([
      'Ordered before each session: blood pressure, heart rate and glucose. Measure and enter.',
    ]);
    expect(sentences({ systolic: 120, diastolic: 80, glucose: 110 })).toEqual([
      'Ordered before each session: heart rate. Measure and enter.',
    ]);
  });

  const glucoseOrdered = prescribed({ vitals: { ...noVitals, glucose: { min: 70, max: 250 } } });
  test.each([
    ['51 ends the session', { glucose: 51 }, ['VITALS_OUT_OF_RANGE']],
    [
      '51 ends it though 120 was measured since',
      { glucose: 120, earlier: [{ name: 'glucose' as const, value: 51 }] },
      ['VITALS_OUT_OF_RANGE'],
    ],
    [
      'a typing error ends nothing',
      { glucose: 120, earlier: [{ name: 'glucose' as const, value: 51, mistyped: true }] },
      [],
    ],
    ['52 was, 120 is', { glucose: 120, earlier: [{ name: 'glucose' as const, value: 52 }] }, []],
    ['69 is hypoglycaemia', { glucose: 69 }, ['VITALS_OUT_OF_RANGE']],
    ['70 on no insulin', { glucose: 70 }, []],
    ['250 asks for nothing', { glucose: 250 }, []],
    ['251 asks for ketones', { glucose: 251 }, ['VITALS_REQUIRED']],
    ['251 without ketones', { glucose: 251, ketones: 'negative' as const }, []],
    ['251 with ketones', { glucose: 251, ketones: 'positive' as const }, ['VITALS_OUT_OF_RANGE']],
    ['300 without ketones', { glucose: 300, ketones: 'negative' as const }, []],
    ['301 without ketones', { glucose: 301, ketones: 'negative' as const }, ['VITALS_OUT_OF_RANGE']],
  ])('glucose: %s', (_title, vitals, codes) => {
    expect(answer({ ...glucoseOrdered, vitals })).toEqual(codes);
  });

  test('an own limit of the physiatrist holds as it is', () => {
    const own = prescribed({ vitals: { ...noVitals, glucose: { min: 90, max: 220 } } });
    expect(answer({ ...own, vitals: { glucose: 221 } })).toEqual(['VITALS_OUT_OF_RANGE']);
    expect(answer({ ...own, vitals: { glucose: 89 } })).toEqual(['VITALS_OUT_OF_RANGE']);
  });

  test.each([
    [99, null, ['VITALS_REQUIRED']],
    [99, 'given' as const, []],
    [99, 'not-given' as const, []],
    [100, null, []],
    [70, null, ['VITALS_REQUIRED']],
  ])('on insulin %i with carbohydrate %s', (value, carbohydrate, codes) => {
    const vitals = { glucose: value, carbohydrate };
    expect(answer({ ...glucoseOrdered, vitals, lowersGlucose: true })).toEqual(codes);
  });

  test('what to do is said of the value: carbohydrate for a low glucose, rest for a high pressure', () => {
    const acts = (facts: Partial<GateFacts>) => sessionGate({ ...open, ...facts }).refusals[0]?.act;
    expect(acts({ ...glucoseOrdered, vitals: { glucose: 60 } })).toMatch(/^Give carbohydrate now/);
    expect(acts({ ...prescribed({ vitals: bp }), vitals: { systolic: 190, diastolic: 90 } })).toMatch(
      /rest 5 minutes/,
    );
  });

  test('a slow heart is said, and stops nothing by itself', () => {
    const heart = prescribed({ vitals: { ...noVitals, heartRate: { min: null, max: 120 } } });
    const slow = sessionGate({ ...open, ...heart, vitals: { heartRate: 49 } });
    expect(slow.refusals).toEqual([]);
    expect(slow.warnings).toHaveLength(1);
    expect(sessionGate({ ...open, ...heart, vitals: { heartRate: 50 } }).warnings).toEqual([]);
  });
});

test('a visit at which the chart forbids all of the prescription does not begin', () => {
  const clot: PrescribedPrecaution = {
    ...pacemaker,
    comorbidity: 'dvt-suspected',
    intervention: 'All exercise',
    agents: ['exercise', 'electrical-stimulation'],
    undecided: true,
  };
  const at = (precautions: PrescribedPrecaution[]) =>
    sessionGate({ ...open, ...prescribed({ precautions }), interventions: [] }).refusals;
  expect(at([clot])).toMatchObject([
    { code: 'INTERVENTION_BLOCKED', sentence: expect.stringMatching(/The chart says so since/) },
  ]);
  expect(at([{ ...clot, agents: ['exercise'] }])).toEqual([]);
});

test('interventions that are forbidden for the same reason are said in one sentence', () => {
  const clot: PrescribedPrecaution = { ...pacemaker, intervention: 'All exercise', agents: ['exercise'] };
  const { refusals } = sessionGate({
    ...open,
    ...prescribed({
      precautions: [clot],
      interventions: ['bridge', 'squat', 'heel-raise'].map((code) => ({
        code,
        name: code,
        authority: 'free',
        bounds: [],
        rationale: null,
      })),
    }),
    interventions: ['bridge', 'squat', 'heel-raise', 'tens', 'leg-press'],
  });
  expect(refusals.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^bridge, squat and heel-raise are contraindicated: All exercise/),
    'TENS and Leg press are not on the prescription.',
  ]);
});
