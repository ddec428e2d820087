import { describe, expect, test } from 'vitest';
import { restOn, therapyAfter, type RecentProcedure } from './therapy-rest.ts';

describe('therapy after a procedure', () => {
  const block: RecentProcedure = {
    display: 'L5 block',
    place: 'left',
    performedOn: '2026-11-10',
    restDays: 3,
    restrictedDays: 10,
    restriction: 'No loaded flexion',
    knownBefore: true,
  };
  const on = (day: string, change: Partial<RecentProcedure> = {}) =>
    therapyAfter([{ ...block, ...change }], day);

  test('no session from the day of the procedure to the last rest day, and the date it ends is said', () => {
    expect(on('2026-11-09')).toEqual({ rest: [], care: [] });
    for (const day of ['2026-11-10', '2026-11-13']) expect(on(day).rest).toHaveLength(1);
    expect(on('2026-11-13').rest[0]).toBe(
      'L5 block, left on 10 Nov: no therapy until 13 Nov. The first day again is 14 Nov.',
    );
    expect(on('2026-11-14').rest).toEqual([]);
  });

  test('then the restriction, to its last day; the red flag is said for 14 days', () => {
    expect(on('2026-11-14').care[0]).toContain('Until 20 Nov: No loaded flexion.');
    expect(on('2026-11-21').care[0]).not.toContain('No loaded flexion');
    expect(on('2026-11-24').care[0]).toContain('is a red flag');
    expect(on('2026-11-25').care).toEqual([]);
  });

  test('no rest days: nothing is refused', () => {
    expect(on('2026-11-10', { restDays: 0 }).rest).toEqual([]);
    expect(on('2026-11-10', { restDays: null }).rest).toEqual([]);
  });

  test('planning is refused from the day of the procedure to the last rest day, and the first day again is offered', () => {
    const plan = (day: string) => restOn([block], day);
    expect(plan('2026-11-09')).toBeUndefined();
    expect(plan('2026-11-10')).toEqual({
      sentences: ['L5 block, left on 10 Nov: no therapy until 13 Nov.'],
      firstDay: '2026-11-14',
    });
    expect(plan('2026-11-13')?.firstDay).toBe('2026-11-14');
    expect(plan('2026-11-14')).toBeUndefined();
    expect(restOn([{ ...block, restDays: 0 }], '2026-11-10')).toBeUndefined();
    expect(restOn([{ ...block, restDays: null }], '2026-11-10')).toBeUndefined();
    expect(restOn([], '2026-11-10')).toBeUndefined();
  });

  test('the first day again is after every rest that overlaps or follows on without a day between', () => {
    const second = { ...block, display: 'Second block', performedOn: '2026-11-12', restDays: 4 };
    const next = { ...block, display: 'Third block', performedOn: '2026-11-17', restDays: 1 };
    const answer = restOn([block, second, next], '2026-11-12');
    expect(answer?.sentences).toHaveLength(2);
    expect(answer?.firstDay).toBe('2026-11-19');
    expect(restOn([block, second], '2026-11-12')?.firstDay).toBe('2026-11-17');
  });

  test('a session that had begun before the procedure was written down is warned, not refused', () => {
    const { rest, care } = on('2026-11-11', { knownBefore: false });
    expect(rest).toEqual([]);
    expect(care[0]).toContain('written down after this session had begun');
  });
});
