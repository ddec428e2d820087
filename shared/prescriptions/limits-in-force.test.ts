import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyProposal } from './change-proposal.ts';
import { classifyEdit, editSentence, type Dose } from './bounds.ts';
import { choicesOf, DOSE_PARAMETER_CODES, doseParameter } from './dose-parameters.ts';
import { limitsInForce, type TherapyLimits } from './limits-in-force.ts';
import { INTERVENTIONS, limitableParameters } from './interventions.ts';
import { AUTHORITIES, type Bound, type PrescribedIntervention, type WeightBearing } from './model.ts';
import { proposePrecautions } from './precautions.ts';
import { settled } from './settle.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';

const row = (code: string, bounds: Bound[] = []): PrescribedIntervention => ({
  code,
  name: INTERVENTIONS.find((one) => one.code === code)?.name ?? code,
  authority: 'free',
  bounds,
  rationale: null,
});

const leg = (status: WeightBearing['status'], percent: number | null): WeightBearing => ({
  limb: 'left-leg',
  status,
  percent,
  until: null,
});

const heart = proposePrecautions([
  { code: 'I25.10', codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' },
]);

const sentence = (on: TherapyLimits, code: string, to: Dose): string => {
  const answer = classifyEdit(on, { code, to });
  const name = on.interventions.find((one) => one.code === code)?.name ?? code;
  return answer.kind === 'outside' ? editSentence(name, answer) : answer.kind;
};

describe('a setting is limited to a set', () => {
  const on: TherapyLimits = {
    interventions: [row('ultrasound', [{ parameter: 'ultrasoundMode', min: null, max: null, allowed: [3] }])],
    precautions: [],
  };

  test('an allowed one, and one that is not said, are within', () => {
    expect(sentence(on, 'ultrasound', { ultrasoundMode: 3 })).toBe('within');
    expect(sentence(on, 'ultrasound', { minutes: 5 })).toBe('within');
  });

  test('another one is refused by its name', () => {
    expect(sentence(on, 'ultrasound', { ultrasoundMode: 1 })).toBe(
      'Therapeutic ultrasound: mode continuous is not what is prescribed (pulsed 1:4 only). Ask for a change.',
    );
  });

  test('under "ask" another setting is a change like an increase; the same one is not', () => {
    const [first] = on.interventions;
    if (first === undefined) throw new Error('one intervention');
    const asked: TherapyLimits = { ...on, interventions: [{ ...first, authority: 'ask', bounds: [] }] };
    const edit = (to: Dose) => classifyEdit(asked, { code: 'ultrasound', from: { ultrasoundMode: 3 }, to });
    expect(edit({ ultrasoundMode: 1 })).toMatchObject({ reason: 'ask-before-increase' });
    expect(edit({ ultrasoundMode: 3 }).kind).toBe('within');
  });

  test('settling drops a full set, unknown settings and an empty limit', () => {
    const bounds = (allowed: number[]) =>
      settled(
        aCompletePrescription('2026-10-09', {
          interventions: [row('tens', [{ parameter: 'stimulationMode', min: null, max: null, allowed }])],
        }),
      ).interventions[0]?.bounds;
    expect(bounds([1, 2, 3, 4])).toEqual([]);
    expect(bounds([])).toEqual([]);
    expect(bounds([9, 2, 1])).toEqual([
      { parameter: 'stimulationMode', min: null, max: null, allowed: [1, 2] },
    ]);
  });

  test('approving a request adds the setting that was asked for', () => {
    const content = aCompletePrescription('2026-10-09', { interventions: [...on.interventions] });
    const wider = applyProposal(content, {
      edits: [{ code: 'ultrasound', to: { ultrasoundMode: 2 } }],
      frequencyPerWeek: null,
      durationWeeks: null,
    });
    expect(wider.interventions[0]?.bounds[0]?.allowed).toEqual([2, 3]);
  });
});

describe('the stricter rule wins, and says so', () => {
  test.each([
    ['non weight bearing', leg('NWB', 0), 5, false],
    ['toe-touch, at its usual 20 %', leg('TTWB', null), 20, true],
    ['toe-touch, above', leg('TTWB', null), 25, false],
    ['partial, at its percent', leg('PWB', 40), 40, true],
    ['partial, above', leg('PWB', 40), 45, false],
    ['as tolerated', leg('WBAT', null), 100, true],
  ] as const)('weight bearing: %s', (_title, weightBearing, weightBearingPercent, allowed) => {
    const on: TherapyLimits = {
      interventions: [row('gait-training', [{ parameter: 'weightBearingPercent', min: null, max: 100 }])],
      precautions: [],
      weightBearing: [weightBearing],
    };
    const said = sentence(on, 'gait-training', { weightBearingPercent });
    const expected = allowed ? 'within' : `the weight bearing of the left leg (${weightBearing.status}) sets`;
    expect(said).toContain(expected);
  });

  test('the intervention’s own limit stays where it is the stricter one', () => {
    const own = { parameter: 'weightBearingPercent', min: null, max: 30 } as const;
    expect(limitsInForce({ precautions: [], weightBearing: [leg('PWB', 50)] }, row('squat', [own]))).toEqual([
      own,
    ]);
  });

  test('a heart condition caps effort at RPE 13 unless the physiatrist sets a range (rules.md 4.3)', () => {
    const free: TherapyLimits = { interventions: [row('stationary-cycle')], precautions: heart };
    expect(sentence(free, 'stationary-cycle', { effortRpe: 13 })).toBe('within');
    expect(sentence(free, 'stationary-cycle', { effortRpe: 14 })).toContain(
      'above the limit of 13 RPE that the precaution for cardiac disease sets',
    );
    const set: TherapyLimits = {
      interventions: [row('stationary-cycle', [{ parameter: 'effortRpe', min: 11, max: 15 }])],
      precautions: heart,
    };
    expect(sentence(set, 'stationary-cycle', { effortRpe: 15 })).toBe('within');
    expect(sentence(set, 'stationary-cycle', { effortRpe: 16 })).not.toBe('within');
  });

  test('an overridden precaution caps nothing', () => {
    const overridden = heart.map((one) => ({
      ...one,
      decision: 'override' as const,
      overrideReason: 'Tested',
    }));
    const on: TherapyLimits = { interventions: [row('stationary-cycle')], precautions: overridden };
    expect(sentence(on, 'stationary-cycle', { effortRpe: 17 })).toBe('within');
  });
});

describe('laws, over every intervention of the catalogue and all it can be limited by', () => {
  const codes = INTERVENTIONS.map(({ code }) => code);
  const limitsOf = (code: string): fc.Arbitrary<PrescribedIntervention> => {
    const parameters = limitableParameters(code);
    const bound = fc
      .tuple(
        fc.constantFrom(...parameters),
        fc.option(fc.integer({ min: 0, max: 40 })),
        fc.option(fc.integer({ min: 0, max: 40 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      )
      .map(([parameter, a, b, set]): Bound => {
        if (choicesOf(parameter)) return { parameter, min: null, max: null, allowed: set };
        const crossed = a !== null && b !== null && a > b;
        return { parameter, min: crossed ? b : a, max: crossed ? a : b };
      });
    return fc
      .tuple(
        fc.uniqueArray(bound, { selector: (one) => one.parameter, maxLength: 5 }),
        fc.constantFrom(...AUTHORITIES),
      )
      .map(([bounds, authority]) => ({ ...row(code, bounds), authority }));
  };
  const plan: fc.Arbitrary<TherapyLimits> = fc
    .uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 4 })
    .chain((some) => fc.tuple(...some.map(limitsOf)))
    .chain((interventions) =>
      fc.record({
        interventions: fc.constant(interventions),
        precautions: fc.constantFrom([], heart),
        weightBearing: fc.constantFrom([], [leg('PWB', 30)], [leg('NWB', 0)]),
      }),
    );
  const dose: fc.Arbitrary<Dose> = fc.dictionary(
    fc.constantFrom(...DOSE_PARAMETER_CODES),
    fc.integer({ min: 0, max: 45 }),
    { maxKeys: 6 },
  );
  /** A therapist gives a dose, stops, or asks; the physiatrist approves a request or takes a version with lower limits. */
  const step = fc.record({
    at: fc.nat({ max: 3 }),
    act: fc.constantFrom('give', 'give', 'give', 'stop', 'ask', 'approve', 'lower'),
    dose,
  });

  const beyond = (on: TherapyLimits, code: string, given: Dose): string[] => {
    const prescribed = on.interventions.find((one) => one.code === code);
    if (prescribed === undefined) return [`${code} is not prescribed`];
    return limitsInForce(on, prescribed).flatMap(({ parameter, min, max, allowed }) => {
      const value = given[parameter];
      if (value === undefined) return [];
      const { harder } = doseParameter(parameter);
      const broken =
        harder === 'higher'
          ? max !== null && value > max
          : harder === 'lower'
            ? min !== null && value < min
            : allowed !== undefined && allowed !== null && !allowed.includes(value);
      return broken ? [`${parameter} ${value}`] : [];
    });
  };

  test('no sequence of calls yields a plan outside the limits that held when each dose was given', () => {
    fc.assert(
      fc.property(plan, fc.array(step, { maxLength: 30 }), (first, steps) => {
        let on = first;
        let asked: { code: string; to: Dose } | undefined;
        const given = new Map<string, Dose>();
        const broken: string[] = [];
        for (const { at, act, dose: to } of steps) {
          const code = on.interventions[at % Math.max(1, on.interventions.length)]?.code ?? 'bridge';
          if (act === 'stop') {
            const { kind } = classifyEdit(on, { code, from: given.get(code), to: 'stop' });
            if (kind !== 'within') broken.push(`stopping ${code} is ${kind}`);
            given.delete(code);
          } else if (act === 'ask') {
            // A request is inert: it changes neither the plan nor the limits.
            asked = { code, to };
          } else if (act === 'approve' && asked !== undefined) {
            on = applyTo(on, asked);
            asked = undefined;
          } else if (act === 'lower') {
            on = { ...on, interventions: on.interventions.map((one) => ({ ...one, authority: 'ask' })) };
          } else if (classifyEdit(on, { code, from: given.get(code), to }).kind !== 'outside') {
            given.set(code, to);
            broken.push(...beyond(on, code, to));
          }
        }
        expect(broken).toEqual([]);
      }),
    );
  });

  const applyTo = (on: TherapyLimits, { code, to }: { code: string; to: Dose }): TherapyLimits => ({
    ...on,
    interventions: applyProposal(
      { ...aCompletePrescription('2026-11-21'), interventions: [...on.interventions] },
      { edits: [{ code, to }], frequencyPerWeek: null, durationWeeks: null },
    ).interventions,
  });

  test('stopping always succeeds; less of anything that may be given may be given', () => {
    fc.assert(
      fc.property(plan, dose, fc.nat({ max: 45 }), (on, to, less) => {
        for (const { code } of on.interventions) {
          expect(classifyEdit(on, { code, from: to, to: 'stop' })).toEqual({ kind: 'within' });
          if (classifyEdit(on, { code, to }).kind === 'outside') continue;
          const reduced: Dose = Object.fromEntries(
            Object.entries(to).map(([parameter, value]) => {
              const { harder } = doseParameter(
                DOSE_PARAMETER_CODES.find((one) => one === parameter) ?? 'sets',
              );
              const change = harder === 'other' ? 0 : harder === 'lower' ? less : -less;
              return [parameter, Math.max(0, value + change)];
            }),
          );
          expect(classifyEdit(on, { code, from: to, to: reduced })).toEqual({ kind: 'within' });
        }
      }),
    );
  });
});
