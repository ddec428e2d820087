import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundWords,
  cautionsOf,
  classifyEdit,
  contraindicationOf,
  doseWords,
  editSentence,
  increasesOf,
  type Dose,
  type TherapyLimits,
} from './bounds.ts';
import {
  DOSE_PARAMETER_CODES,
  DOSE_PARAMETERS,
  INTERVENTIONS,
  type DoseParameterCode,
} from './interventions.ts';
import { AUTHORITIES, type Bound, type PrescribedIntervention, type PrescribedPrecaution } from './model.ts';

const traction = (changes: Partial<PrescribedIntervention> = {}): PrescribedIntervention => ({
  code: 'lumbar-traction',
  name: 'Lumbar traction',
  authority: 'free',
  bounds: [{ parameter: 'tractionKg', min: 6, max: 10 }],
  rationale: null,
  ...changes,
});

const limits = (changes: Partial<PrescribedIntervention> = {}, precautions: PrescribedPrecaution[] = []) => ({
  interventions: [traction(changes)],
  precautions,
});

const noTraction: PrescribedPrecaution = {
  comorbidity: null,
  intervention: 'No traction',
  agents: ['traction'],
  level: 'contraindicated',
  scope: 'anywhere',
  note: null,
  source: 'Physiatrist',
  verified: false,
  decision: 'keep',
  overrideReason: null,
};

const classify = (on: TherapyLimits, to: Dose | 'stop', from?: Dose) =>
  classifyEdit(on, { code: 'lumbar-traction', from, to });

test('a version that prescribes more than was given before has answered as far as its own softer end', () => {
  const limits: TherapyLimits = {
    interventions: [traction({ authority: 'ask', bounds: [{ parameter: 'tractionKg', min: 12, max: 15 }] })],
    precautions: [],
  };
  const to = (tractionKg: number) =>
    classifyEdit(limits, { code: 'lumbar-traction', from: { tractionKg: 10 }, to: { tractionKg } });
  expect(to(12)).toEqual({ kind: 'within' });
  expect(to(13)).toMatchObject({ kind: 'outside', reason: 'ask-before-increase' });
  expect(to(9)).toEqual({ kind: 'within' });
});

describe('a therapist’s edit against the limits', () => {
  test.each([
    ['below the lower end: doing less is allowed', 4, 'within'],
    ['at the lower end', 6, 'within'],
    ['at the ceiling', 10, 'within'],
    ['half a kilogram above the ceiling', 10.5, 'outside'],
  ] as const)('%s', (_title, tractionKg, kind) => {
    expect(classify(limits(), { tractionKg }).kind).toBe(kind);
  });

  test('above the ceiling says by how much', () => {
    expect(classify(limits(), { tractionKg: 12 })).toEqual({
      kind: 'outside',
      reason: 'above-limit',
      excesses: [{ parameter: 'tractionKg', asked: 12, limit: 10, by: 2 }],
    });
  });

  test('noise in the last digit is not above the ceiling', () => {
    const on = limits({ bounds: [{ parameter: 'tractionKg', min: null, max: 0.3 }] });
    expect(classify(on, { tractionKg: 0.1 + 0.2 }).kind).toBe('within');
  });

  test('a rest is harder when it is shorter: its lower end binds, not its upper', () => {
    const on = limits({ bounds: [{ parameter: 'restSeconds', min: 60, max: 90 }] });
    expect(classify(on, { restSeconds: 45 })).toMatchObject({ reason: 'above-limit' });
    expect(classify(on, { restSeconds: 120 }).kind).toBe('within');
  });

  test.each([
    ['free', { kind: 'within' }],
    ['notify', { kind: 'notify', increases: ['tractionKg'] }],
    ['ask', { kind: 'outside', reason: 'ask-before-increase', increases: ['tractionKg'] }],
  ] as const)('an increase inside the limits under "%s"', (authority, expected) => {
    expect(classify(limits({ authority }), { tractionKg: 9 }, { tractionKg: 8 })).toEqual(expected);
  });

  test.each(AUTHORITIES)('the same dose, less, or none is always within under "%s"', (authority) => {
    const on = limits({ authority });
    for (const to of [{ tractionKg: 8 }, { tractionKg: 7 }, {}, 'stop'] as const)
      expect(classify(on, to, { tractionKg: 8 })).toEqual({ kind: 'within' });
  });

  test('the first dose is no increase', () => {
    expect(classify(limits({ authority: 'ask' }), { tractionKg: 10 })).toEqual({ kind: 'within' });
  });

  test('an increase cannot pass in two steps, through a dose that does not mention the load', () => {
    const on = limits({ authority: 'ask' });
    expect(classify(on, { minutes: 10 }, { tractionKg: 8 }).kind).toBe('outside');
    expect(classify(on, { tractionKg: 9 }, {}).kind).toBe('outside');
  });

  test('what has been agreed to need not be asked for again; more must', () => {
    const on = limits({ authority: 'ask', agreed: { tractionKg: 9 } });
    expect(classify(on, { tractionKg: 9 }, { tractionKg: 8 })).toEqual({ kind: 'within' });
    expect(classify(on, { tractionKg: 9.5 }, { tractionKg: 8 }).kind).toBe('outside');
  });

  test('an intervention that is not prescribed is asked for; stopping it is not', () => {
    const edit = { code: 'tens', to: { minutes: 15 } };
    expect(classifyEdit(limits(), edit)).toEqual({ kind: 'outside', reason: 'not-prescribed' });
    expect(classifyEdit(limits(), { code: 'tens', to: 'stop' })).toEqual({ kind: 'within' });
  });

  test('a contraindicated intervention is refused even when it is prescribed, but may be stopped', () => {
    const on = limits({}, [noTraction]);
    expect(classify(on, { tractionKg: 6 })).toMatchObject({ reason: 'contraindicated' });
    expect(classify(on, 'stop')).toEqual({ kind: 'within' });
  });

  test('an overridden contraindication no longer forbids; a precaution only warns', () => {
    const overridden: PrescribedPrecaution = {
      ...noTraction,
      decision: 'override',
      overrideReason: 'Cleared',
    };
    const warning: PrescribedPrecaution = { ...noTraction, level: 'precaution' };
    expect(contraindicationOf([overridden, warning], 'lumbar-traction')).toBeUndefined();
    expect(cautionsOf([overridden, warning], 'lumbar-traction')).toEqual([warning]);
    expect(cautionsOf([warning], 'tens')).toEqual([]);
  });
});

describe('laws', () => {
  const codes = ['lumbar-traction', 'leg-press', 'stabilisation', 'walking-treadmill'] as const;
  const parameters = ['tractionKg', 'loadKg', 'minutes', 'repetitions', 'restSeconds'] as const;
  const amount = fc.integer({ min: 0, max: 40 });
  const dose: fc.Arbitrary<Dose> = fc.dictionary(fc.constantFrom(...parameters), amount, { maxKeys: 5 });
  const bound = fc
    .tuple(fc.constantFrom(...parameters), fc.option(amount), fc.option(amount))
    .map(([parameter, a, b]): Bound => ({
      parameter,
      min: a !== null && b !== null ? Math.min(a, b) : a,
      max: a !== null && b !== null ? Math.max(a, b) : b,
    }));
  const intervention = (code: string): fc.Arbitrary<PrescribedIntervention> =>
    fc.record({
      code: fc.constant(code),
      name: fc.constant(code),
      authority: fc.constantFrom(...AUTHORITIES),
      bounds: fc.uniqueArray(bound, { selector: (one) => one.parameter, maxLength: 4 }),
      rationale: fc.constant(null),
    });
  const plan: fc.Arbitrary<TherapyLimits> = fc
    .tuple(...codes.map(intervention))
    .map((interventions) => ({ interventions, precautions: [] }));
  const step = fc.tuple(
    fc.constantFrom(...codes),
    fc.oneof({ weight: 9, arbitrary: dose }, { weight: 1, arbitrary: fc.constant('stop' as const) }),
  );

  const isBeyond = ({ parameter, min, max }: Bound, given: Dose): boolean => {
    const value = given[parameter];
    if (value === undefined) return false;
    return DOSE_PARAMETERS[parameter].harder === 'higher'
      ? max !== null && value > max
      : min !== null && value < min;
  };

  /** Up to its softer end a version has answered by itself. */
  const isEntry = ({ bounds }: PrescribedIntervention, parameter: DoseParameterCode, to: Dose) => {
    const bound = bounds.find((one) => one.parameter === parameter);
    const [end, value] = [
      DOSE_PARAMETERS[parameter].harder === 'higher' ? bound?.min : bound?.max,
      to[parameter],
    ];
    if (end == null || value === undefined) return false;
    return DOSE_PARAMETERS[parameter].harder === 'higher' ? value <= end : value >= end;
  };

  test('whatever a therapist does, what is given stays inside the limits, and under "ask" never rises above what is prescribed at least', () => {
    fc.assert(
      fc.property(plan, fc.array(step, { maxLength: 25 }), (on, steps) => {
        const given = new Map<string, Dose>();
        for (const [code, to] of steps) {
          const from = given.get(code);
          const answer = classifyEdit(on, { code, from, to });
          if (answer.kind === 'outside') continue;
          if (to === 'stop') {
            given.delete(code);
            continue;
          }
          const prescribed = on.interventions.find((one) => one.code === code);
          const rises =
            prescribed?.authority === 'ask'
              ? increasesOf(from, to).filter((parameter) => !isEntry(prescribed, parameter, to))
              : [];
          expect(rises).toEqual([]);
          given.set(code, to);
        }
        for (const { code, bounds } of on.interventions) {
          const now = given.get(code) ?? {};
          expect(bounds.filter((one) => isBeyond(one, now))).toEqual([]);
        }
      }),
    );
  });

  test('stopping always succeeds, and so does less of what is given', () => {
    fc.assert(
      fc.property(plan, step, fc.nat({ max: 40 }), (on, [code, to], less) => {
        expect(classifyEdit(on, { code, to: 'stop' })).toEqual({ kind: 'within' });
        if (to === 'stop' || classifyEdit(on, { code, to }).kind === 'outside') return;
        const reduced = Object.fromEntries(
          Object.entries(to).map(([parameter, value]) => [
            parameter,
            parameter === 'restSeconds' ? value + less : Math.max(0, value - less),
          ]),
        ) as Dose;
        expect(classifyEdit(on, { code, from: to, to: reduced })).toEqual({ kind: 'within' });
      }),
    );
  });
});

describe('words', () => {
  test.each([
    [{ parameter: 'tractionKg', min: 6, max: 10 }, '6-10 kg'],
    [{ parameter: 'minutes', min: null, max: 30 }, 'up to 30 min'],
    [{ parameter: 'restSeconds', min: 30, max: null }, 'rest at least 30 s'],
    [{ parameter: 'holdSeconds', min: null, max: 30 }, 'hold up to 30 s'],
    [{ parameter: 'rangeDegrees', min: 0, max: 90 }, '0-90°'],
    [{ parameter: 'effortRpe', min: 11, max: 13 }, 'RPE 11-13'],
    [{ parameter: 'loadKg', min: 5, max: 5 }, '5 kg'],
  ] as const)('a limit reads %j as "%s"', (limit, words) => {
    expect(boundWords(limit)).toBe(words);
  });

  test('a dose reads as it is said', () => {
    expect(doseWords({ sets: 3, repetitions: 10, loadKg: 12 })).toBe('3 x 10, 12 kg');
    expect(doseWords({ sets: 2, holdSeconds: 30 })).toBe('2 sets, hold 30 s');
  });

  test('a refusal names the value, the limit and the way on', () => {
    const answer = classify(limits(), { tractionKg: 12 });
    expect(answer.kind === 'outside' ? editSentence('Lumbar traction', answer) : '').toBe(
      'Lumbar traction: traction 12 kg is above the prescribed limit of 10 kg. Ask for a change.',
    );
  });
});

test('every intervention of the catalogue has a unique code and doses that exist', () => {
  const codes = INTERVENTIONS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { parameters } of INTERVENTIONS)
    for (const parameter of parameters) expect(DOSE_PARAMETER_CODES).toContain(parameter);
});
