import { expect, test } from 'vitest';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { COMORBIDITIES } from '#shared/patients/comorbidities.ts';
import { contraindicationOf } from './bounds.ts';
import { undecidedPrecautions, withChart } from './chart-precautions.ts';
import { PrescribedPrecaution } from './model.ts';
import { proposePrecautions } from './precautions.ts';

const chart = (...codes: string[]) =>
  codes.map((code) => ({ code, codeSystem: ICD_10_CM, status: 'active' }));
const THRUST = /thrust manipulation/;

test('what the version decided stays decided, kept or overridden', () => {
  const kept = proposePrecautions(chart('Z95.0'));
  const overridden = kept.map((row) => ({ ...row, decision: 'override' as const, overrideReason: 'Agreed' }));
  expect(undecidedPrecautions(kept, proposePrecautions(chart('Z95.0')))).toEqual([]);
  expect(undecidedPrecautions(overridden, proposePrecautions(chart('Z95.0')))).toEqual([]);
});

test('a comorbidity coded since the signature forbids at once and says that it is undecided', () => {
  const now = withChart([], chart('Z95.0'), {});
  expect(contraindicationOf(now, 'tens')).toMatchObject({ comorbidity: 'pacemaker', undecided: true });
});

test('a stricter rule in the same words is undecided, a milder one is answered by the stricter', () => {
  const mild = proposePrecautions(chart('M81.0'));
  const strict = proposePrecautions(chart('M48.5'));
  const asked = undecidedPrecautions(mild, proposePrecautions(chart('M81.0', 'M48.5')));
  expect(asked.map(({ intervention }) => intervention)).toEqual([expect.stringMatching(THRUST)]);
  expect(undecidedPrecautions(strict, mild)).toEqual([]);
});

test('an override for one comorbidity is no decision about another in the same words', () => {
  const neck = (row: { intervention: string }) => row.intervention === 'Cervical manipulation or traction';
  const overridden = proposePrecautions(chart('M06.9'))
    .filter(neck)
    .map((row) => ({ ...row, decision: 'override' as const, overrideReason: 'Stable on imaging' }));
  expect(
    undecidedPrecautions(overridden, proposePrecautions(chart('M06.9', 'Q90.9')).filter(neck)),
  ).toHaveLength(1);
  expect(undecidedPrecautions(overridden, proposePrecautions(chart('M06.9')).filter(neck))).toEqual([]);
});

test('whatever any comorbidity calls for can be written into a prescription and sent to a screen', () => {
  for (const { key, icd10Prefixes } of COMORBIDITIES) {
    for (const row of withChart([], chart(...icd10Prefixes), {})) {
      expect(PrescribedPrecaution.safeParse(row).error?.issues, key).toBeUndefined();
    }
  }
  const thrombosis = withChart([], chart('I82.4Z9'), {});
  expect(thrombosis.length).toBeGreaterThan(0);
  expect(thrombosis.map((row) => PrescribedPrecaution.safeParse(row).success)).not.toContain(false);
});
