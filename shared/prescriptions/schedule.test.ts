import { describe, expect, test } from 'vitest';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { applyProposal } from './change-proposal.ts';
import { differenceBetween } from './difference.ts';
import { opensPhase } from './opens-phase.ts';
import { missingElements } from './missing-elements.ts';
import type { TaperStep } from './model.ts';
import { draftFromVersion } from './proposals.ts';
import {
  durationWords,
  firstTaper,
  frequencyOn,
  isTooManyVisits,
  planOfSteps,
  planOfVisits,
  remainingTaper,
  hasTooManyDays,
  scheduleWords,
  settledSchedule,
  visitsAfter,
  visitsOf,
  withWeeks,
} from './schedule.ts';

const TAPER: TaperStep[] = [
  { perWeek: 3, weeks: 2 },
  { perWeek: 2, weeks: 4 },
];
const tapered = { frequencyPerWeek: 3, durationWeeks: 6, taper: TAPER };
const even = { frequencyPerWeek: 3, durationWeeks: 6 };

describe('visits of a tapered plan (rules.md POC-3)', () => {
  test('step by step, not the first frequency throughout', () => {
    expect(visitsOf(tapered)).toBe(14);
    expect(visitsOf(even)).toBe(18);
  });

  test.each([
    [0, 0],
    [7, 3],
    [14, 6],
    [21, 8],
    [42, 14],
    [90, 14],
    [-3, 0],
  ])('after %i days %f are due', (days, visits) => {
    expect(visitsAfter(tapered, days)).toBeCloseTo(visits);
  });

  test.each([
    ['2026-10-09', 3],
    ['2026-10-22', 3],
    ['2026-10-23', 2],
    ['2027-01-01', 2],
  ])('on %s it is %i a week', (day, perWeek) => {
    expect(frequencyOn({ ...tapered, startsOn: '2026-10-09' }, day)).toBe(perWeek);
  });
});

describe('words', () => {
  test('read as they are said', () => {
    expect(scheduleWords(tapered)).toBe('3 a week for 2 weeks, then 2 a week for 4 weeks');
    expect(scheduleWords({ frequencyPerWeek: 2, durationWeeks: 1 })).toBe('2 a week for 1 week');
    expect(scheduleWords({ frequencyPerWeek: null, durationWeeks: 4 })).toBe('for 4 weeks');
  });
});

describe('a plan whose parts agree', () => {
  test('the weeks are those of the steps; neighbours at one frequency are one; one alone is no taper', () => {
    const steps = [
      { perWeek: 3, weeks: 1 },
      { perWeek: 3, weeks: 1 },
      { perWeek: 1, weeks: 3 },
    ];
    expect(settledSchedule({ frequencyPerWeek: 9, durationWeeks: 9, taper: steps })).toEqual({
      frequencyPerWeek: 3,
      durationWeeks: 5,
      taper: [
        { perWeek: 3, weeks: 2 },
        { perWeek: 1, weeks: 3 },
      ],
    });
    expect(settledSchedule({ ...even, taper: steps.slice(0, 2) })).toMatchObject({
      durationWeeks: 2,
      taper: null,
    });
    expect(settledSchedule({ ...even, taper: [] })).toMatchObject(even);
  });

  test('a step that is still being typed leaves the weeks unknown and is missing', () => {
    const open = planOfSteps([
      { perWeek: 3, weeks: 2 },
      { perWeek: null, weeks: null },
    ]);
    expect(open).toMatchObject({ frequencyPerWeek: 3, durationWeeks: null });
    const missing = missingElements(
      { ...aCompletePrescription('2026-10-09'), ...open },
      { bodyRegion: 'lower-back' },
    );
    expect(missing.map(({ code }) => code)).toEqual(['TAPER']);
  });

  test('a first taper keeps the weeks', () => {
    expect(firstTaper(3, 6)).toEqual(TAPER);
    expect(firstTaper(1, 2)).toEqual([
      { perWeek: 1, weeks: 1 },
      { perWeek: 1, weeks: 1 },
    ]);
  });

  test('another length shortens the end or lets the last step go on', () => {
    expect(withWeeks(TAPER, 1)).toEqual([{ perWeek: 3, weeks: 1 }]);
    expect(withWeeks(TAPER, 8)).toEqual([
      { perWeek: 3, weeks: 2 },
      { perWeek: 2, weeks: 6 },
    ]);
  });
});

describe('versions', () => {
  const content = aCompletePrescription('2026-10-09', { taper: TAPER });

  test('the difference is one line about frequency', () => {
    const lines = differenceBetween(aCompletePrescription('2026-10-09'), content);
    expect(lines).toMatchObject([
      {
        what: 'Frequency',
        path: 'taper',
        before: '3 a week for 6 weeks',
        after: '3 a week for 2 weeks, then 2 a week for 4 weeks',
      },
    ]);
  });

  test('a taper that goes on as written opens no phase; a step back up does', () => {
    const next = {
      ...content,
      startsOn: aCompletePrescription('2026-11-01').startsOn,
      frequencyPerWeek: 2,
      taper: null,
    };
    expect(opensPhase(content, next)).toBe(false);
    expect(opensPhase(content, { ...next, frequencyPerWeek: 3 })).toBe(true);
    expect(opensPhase(aCompletePrescription('2026-10-09'), content)).toBe(true);
  });

  test('the next version does not begin the fast part again', () => {
    expect(remainingTaper(TAPER, 15)).toEqual([{ perWeek: 2, weeks: 6 }]);
    expect(remainingTaper(TAPER, 8)).toEqual([
      { perWeek: 3, weeks: 1 },
      { perWeek: 2, weeks: 5 },
    ]);
    const draft = draftFromVersion(content, {
      bodyRegion: 'lower-back',
      side: null,
      onsetOn: null,
      today: aCompletePrescription('2026-10-30').startsOn,
      diagnoses: [],
      conditions: [],
      stopRules: [],
    });
    expect(draft).toMatchObject({ frequencyPerWeek: 2, durationWeeks: 6 });
  });

  test('a request for one frequency replaces the taper; one for more weeks lets its last step go on', () => {
    const asked = (frequencyPerWeek: number | null, durationWeeks: number | null) =>
      applyProposal(content, { edits: [], frequencyPerWeek, durationWeeks });
    expect(asked(1, null)).toMatchObject({ frequencyPerWeek: 1, taper: null });
    expect(visitsOf(asked(null, 8))).toBe(18);
  });
});

describe('a plan counted in visits (POC-3)', () => {
  test.each([
    [3, 18, 6],
    [3, 19, 7],
    [3, 1, 1],
    [2, 104, 52],
    [2, 105, 52],
  ])('at %d a week, %d visits take %d weeks', (perWeek, visits, weeks) => {
    const plan = planOfVisits({ frequencyPerWeek: perWeek }, visits);
    expect(plan).toMatchObject({ durationWeeks: weeks, taper: null });
    expect(visitsOf({ frequencyPerWeek: perWeek, durationWeeks: weeks, durationVisits: visits })).toBe(
      visits,
    );
    expect(isTooManyVisits({ frequencyPerWeek: perWeek, ...plan })).toBe(visits > perWeek * 52);
  });

  test('follows its frequency when it is settled, and reads as visits', () => {
    const settled = settledSchedule({
      frequencyPerWeek: 2,
      durationWeeks: 4,
      durationVisits: 12,
      taper: null,
      amountPerDay: 2,
    });
    expect(settled).toMatchObject({ durationWeeks: 3, durationVisits: 12 });
    expect(scheduleWords(settled)).toBe('2 days a week for 12 visits (3 weeks), 2 times a day');
    expect(durationWords({ durationWeeks: null, durationVisits: 1 })).toBe('1 visit');
  });

  test('one that is counted in weeks buys what it always did', () => {
    expect(visitsOf({ frequencyPerWeek: 3, durationWeeks: 6, durationVisits: null })).toBe(18);
  });
});

describe('several times a day (POC-3)', () => {
  const plan = { frequencyPerWeek: 3, durationWeeks: 6, amountPerDay: 2 };

  test('buy visits for each of them: days a week by times a day by weeks', () => {
    expect(visitsOf(plan)).toBe(36);
    expect(visitsAfter(plan, 7)).toBe(6);
    expect(scheduleWords(plan)).toBe('3 days a week for 6 weeks, 2 times a day');
    const taper = [
      { perWeek: 1, weeks: 1 },
      { perWeek: 3, weeks: 2 },
    ];
    expect(visitsOf({ ...plan, taper })).toBe(14);
    expect(scheduleWords({ ...plan, taper })).toBe(
      '1 day a week for 1 week, then 3 days a week for 2 weeks, 2 times a day',
    );
  });

  test('fit into the seven days of a week', () => {
    expect(hasTooManyDays(plan)).toBe(false);
    expect(hasTooManyDays({ ...plan, frequencyPerWeek: 8 })).toBe(true);
    expect(hasTooManyDays({ ...plan, frequencyPerWeek: 8, amountPerDay: 1 })).toBe(false);
  });
});
