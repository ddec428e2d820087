import { describe, expect, test } from 'vitest';
import { historySentence, type NewHistoryFact, wrongHistoryFields } from './history-fact.ts';
import { isAfter, PartialDate, partialDateWords, readPartialDate } from './partial-date.ts';

describe('a date as somebody remembers it', () => {
  test.each([
    ['2019', '2019', '2019'],
    ['5/2019', '2019-05', 'May 2019'],
    ['may 2019', '2019-05', 'May 2019'],
    ['14 May 2019', '2019-05-14', '14 May 2019'],
    ['May 14, 2019', '2019-05-14', '14 May 2019'],
    ['5/14/2019', '2019-05-14', '14 May 2019'],
    ['2019-05-14', '2019-05-14', '14 May 2019'],
    ['Sept 2001', '2001-09', 'Sep 2001'],
  ])('%s is %s', (typed, date, words) => {
    expect(readPartialDate(typed)).toBe(date);
    expect(PartialDate.safeParse(date).success).toBe(true);
    expect(partialDateWords(date)).toBe(words);
  });
  test.each(['', 'last year', '13/2019', '31 Feb 2019', '19', '1819', 'foo 2019', '2019-5-40'])(
    '%j is no date',
    (typed) => {
      expect(readPartialDate(typed)).toBeUndefined();
    },
  );
  test('this year and this month are not the future', () => {
    expect(['2026', '2026-11', '2026-11-22'].some((date) => isAfter(date, '2026-11-22'))).toBe(false);
    expect(['2027', '2026-12', '2026-11-23'].every((date) => isAfter(date, '2026-11-22'))).toBe(true);
  });
});

const fact = (changes: Partial<NewHistoryFact>): NewHistoryFact => ({
  kind: 'injury',
  title: 'Fall from a ladder',
  detail: null,
  side: null,
  happenedOn: null,
  endedOn: null,
  setting: null,
  claimReference: null,
  result: null,
  bearsOn: [],
  ...changes,
});

test('only what a kind can leave behind may be ticked, and it is said with the fact', () => {
  const who = { birthDate: '1980-01-01', today: '2026-11-22' };
  const wrong = (part: Partial<NewHistoryFact>) =>
    wrongHistoryFields(fact({ bearsOn: ['metal-implant'], ...part }), who).map(({ path }) => path);
  expect(wrong({ kind: 'surgery' })).toEqual([]);
  expect(wrong({ kind: 'injury' })).toEqual([]);
  expect(wrong({ kind: 'work' })).toEqual(['bearsOn']);
  expect(wrong({ kind: 'surgery', bearsOn: ['pregnancy'] })).toEqual(['bearsOn']);
  expect(wrong({ kind: 'problem', bearsOn: ['pregnancy'] })).toEqual([]);
  expect(
    historySentence(fact({ kind: 'surgery', title: 'Wrist operation', bearsOn: ['metal-implant'] })),
  ).toBe('Wrist operation, metal in the body');
});

describe('a history fact', () => {
  test('reads as one line', () => {
    expect(
      historySentence(
        fact({ side: 'right', setting: 'work', claimReference: 'WC-2231', happenedOn: '2026-03-02' }),
      ),
    ).toBe('Fall from a ladder, right, at work, claim WC-2231 (2 Mar 2026)');
    expect(
      historySentence(
        fact({
          kind: 'prior-therapy',
          title: 'Manual therapy',
          result: 'partly',
          happenedOn: '2024-01',
          endedOn: '2024-03',
        }),
      ),
    ).toBe('Manual therapy, helped in part (Jan 2024 to Mar 2024)');
    expect(historySentence(fact({ kind: 'work', title: 'Roofer', happenedOn: '2014' }))).toBe(
      'Roofer (since 2014)',
    );
  });
  test('says what belongs to another kind, lies in the future or ends before it begins', () => {
    const paths = (changes: Partial<NewHistoryFact>) =>
      wrongHistoryFields(fact(changes), { birthDate: '1968-04-12', today: '2026-11-22' }).map(
        ({ path }) => path,
      );
    expect(paths({ setting: 'sport', claimReference: 'X', happenedOn: '2026' })).toEqual([]);
    expect(paths({ kind: 'surgery', setting: 'sport', claimReference: 'X', result: 'helped' })).toEqual([
      'setting',
      'claimReference',
      'result',
    ]);
    expect(paths({ happenedOn: '2026-12' })).toEqual(['happenedOn']);
    expect(paths({ happenedOn: '2020-05', endedOn: '2020-04' })).toEqual(['endedOn']);
    expect(paths({ happenedOn: '2020-05', endedOn: '2020' })).toEqual([]);
  });
});
