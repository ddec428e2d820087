import { describe, expect, test } from 'vitest';
import { emptyEvaluation } from '#shared/evaluations/model.ts';
import type { WellsItem } from '#shared/evaluations/wells.ts';
import { getRedFlag, type RedFlag } from './red-flags.ts';
import { foundFlag, isSeriousEnough, speaksForFlag, withWells } from './scored-flag.ts';

const flag = (code: string): RedFlag => {
  const found = getRedFlag(code);
  if (!found) throw new Error(`no flag ${code}`);
  return found;
};
const dvt = flag('RF-DVT');
const none = emptyEvaluation().redFlags;
const levelOf = ({ present }: typeof none) => present.find(({ code }) => code === 'RF-DVT')?.level;

describe('a swollen leg at a visit', () => {
  test('is urgent while nobody has scored it', () => {
    expect(foundFlag(dvt, none).level).toBe('urgent');
    expect(isSeriousEnough(dvt, 'prompt', none)).toBe(false);
  });

  test.each([
    { wells: [], level: 'prompt' },
    { wells: ['calf', 'alternative'], level: 'prompt' },
    { wells: ['calf'], level: 'urgent' },
    { wells: ['calf', 'wholeLeg', 'bedRest'], level: 'urgent' },
  ] satisfies { wells: WellsItem[]; level: string }[])('scored $wells is $level', ({ wells, level }) => {
    const ticked = { ...none, present: [foundFlag(dvt, none)] };
    expect(levelOf(withWells(ticked, wells))).toBe(level);
    expect(foundFlag(dvt, { wells }).level).toBe(level);
  });

  test('that was taken as an emergency stays one, and other flags keep their level', () => {
    const present = [
      { code: 'RF-DVT', level: 'emergency' as const, note: 'Cannot breathe' },
      { code: 'RF-CRPS', level: 'prompt' as const, note: '' },
    ];
    expect(withWells({ ...none, present }, []).present).toEqual(present);
  });

  test('whose score is taken away is urgent again', () => {
    const scored = withWells({ ...none, present: [foundFlag(dvt, { wells: [] })] }, []);
    expect(levelOf(withWells(scored, null))).toBe('urgent');
  });
});

describe('a score speaks for the flag', () => {
  test.each([
    [null, false],
    [[], false],
    [['calf', 'alternative'], false],
    [['calf'], true],
    [['calf', 'wholeLeg', 'bedRest'], true],
  ] satisfies [WellsItem[] | null, boolean][])('%j: %s', (wells, speaks) => {
    expect(speaksForFlag({ ...none, wells })).toBe(speaks);
  });

  test('only while it is not ticked', () => {
    expect(speaksForFlag({ ...none, wells: ['calf'], present: [foundFlag(dvt, { wells: ['calf'] })] })).toBe(
      false,
    );
  });
});
