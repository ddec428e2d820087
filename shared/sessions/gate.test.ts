import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { sessionGate, type GateFacts } from './gate.ts';
import type { GateCode } from './gate-refusal.ts';
import { noVitals, openGate, pacemaker, bp, prescribed } from '#tests/support/gate-facts.ts';

const certified = (change: Partial<NonNullable<GateFacts['certification']>>): Partial<GateFacts> => ({
  certification: {
    blocks: true,
    initial: 'CERTIFIED_BY_SIGNATURE',
    recertification: 'OK',
    ...change,
  },
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
    expect(sessionGate(openGate)).toEqual({ refusals: [], warnings: [] });
    const edge = {
      ...openGate,
      ...prescribed({ endsOn: '2026-11-16', startsOn: '2026-11-16', vitals: bp }),
      visitsUsed: 17,
      vitals: { systolic: 180, diastolic: 110 },
      ...certified({ recertification: 'RECERT_DUE_SOON' }),
    };
    expect(sessionGate(edge).refusals).toEqual([]);
  });

  test.each(closures)('is closed when %s: %s alone', (_why, code, change) => {
    expect(sessionGate({ ...openGate, ...change }).refusals.map((refusal) => refusal.code)).toEqual([code]);
  });

  test('names every reason at once', () => {
    const facts = { ...openGate, consultSigned: false, openHold: { code: 'RF-PE' }, visitsUsed: 20 };
    expect(sessionGate(facts).refusals.map(({ code }) => code)).toEqual([
      'NO_CONSULT',
      'VISITS_USED',
      'SAFETY_HOLD',
    ]);
  });

  test('only warns of certification where the payer’s rules do not stop a session over it', () => {
    const facts = { ...openGate, ...certified({ blocks: false, initial: 'OVERDUE' }) };
    expect(sessionGate(facts)).toMatchObject({ refusals: [], warnings: [{ code: 'NOT_CERTIFIED' }] });
  });

  test('says once who certifies what: the first on its page, a later one by the next version', () => {
    const said = (state: Parameters<typeof certified>[0]) =>
      sessionGate({ ...openGate, ...certified(state) }).refusals.map(
        ({ sentence, act }) => `${sentence} ${act}`,
      );
    expect(said({ initial: 'OVERDUE' })).toEqual([
      'The plan of care is not certified and the 30 days are over. The physiatrist certifies it on the documentation page.',
    ]);
    expect(said({ recertification: 'EXPIRED' })).toEqual([
      'The certification of the plan of care has expired. The physiatrist certifies again by signing the next version.',
    ]);
  });

  test('an overridden contraindication no longer forbids', () => {
    const overridden = { ...pacemaker, decision: 'override', overrideReason: 'Cardiology agrees' } as const;
    const facts = { ...openGate, ...prescribed({ precautions: [overridden] }), interventions: ['tens'] };
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
        const facts = some.reduce<GateFacts>((merged, [, , change]) => ({ ...merged, ...change }), openGate);
        const said = sessionGate(facts).refusals.map(({ code }) => code);
        expect(said.toSorted()).toEqual(some.map(([, code]) => code).toSorted());
      }),
    );
  });
});

test('the day after the rest is open, and says what was injected', () => {
  const { refusals, warnings } = sessionGate({ ...openGate, ...injected('2026-11-13', 2) });
  expect(refusals).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(['PROCEDURE_CARE']);
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
    sessionGate({ ...openGate, ...prescribed({ precautions }), interventions: [] }).refusals;
  expect(at([clot])).toMatchObject([
    { code: 'INTERVENTION_BLOCKED', sentence: expect.stringMatching(/The chart says so since/) },
  ]);
  expect(at([{ ...clot, agents: ['exercise'] }])).toEqual([]);
});

test('interventions that are forbidden for the same reason are said in one sentence', () => {
  const clot: PrescribedPrecaution = { ...pacemaker, intervention: 'All exercise', agents: ['exercise'] };
  const { refusals } = sessionGate({
    ...openGate,
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
