import { describe, expect, test } from 'vitest';
import { proposePrecautions } from './precautions.ts';
import { complete, named, goal, measure, traction } from '#tests/support/missing-in-draft.ts';

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
