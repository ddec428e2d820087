import { describe, expect, test } from 'vitest';
import { settled } from './settle.ts';
import { complete, named } from '#tests/support/missing-in-draft.ts';

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
