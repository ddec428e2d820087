import { describe, expect, test } from 'vitest';
import { dutyPeriod } from './duty-period.ts';
import { dutyAt, type OnCallDuty } from './model.ts';

const now = new Date('2026-11-18T15:00:00Z');
const wanted = { from: '2026-11-18', fromTime: '18:00', to: '2026-11-19', toTime: '08:00' };
const period = (part: Partial<typeof wanted>) => dutyPeriod({ ...wanted, ...part }, now, 'America/New_York');

describe('a duty', () => {
  test('is read on the clinic’s wall clock', () => {
    expect(period({})).toEqual({
      kind: 'period',
      startsAt: new Date('2026-11-18T23:00:00Z'),
      endsAt: new Date('2026-11-19T13:00:00Z'),
    });
  });

  test('that should have begun begins now: nobody was on call backwards', () => {
    expect(period({ fromTime: '08:00' })).toMatchObject({ kind: 'period', startsAt: now });
  });

  test.each([
    ['ends when it begins', { to: '2026-11-18', toTime: '18:00' }],
    ['is over', { from: '2026-11-17', to: '2026-11-18', toTime: '10:00' }],
    ['is longer than a quarter', { to: '2027-02-19', toTime: '18:00' }],
  ])('is refused when it %s', (_case, part) => {
    expect(period(part)).toMatchObject({ kind: 'refused', field: 'to' });
  });

  test('of exactly the longest length is taken', () => {
    expect(period({ to: '2027-02-18', toTime: '18:00' }).kind).toBe('period');
  });
});

test('on call from the first moment to just before the last', () => {
  const duty = { startsAt: '2026-11-18T23:00:00Z', endsAt: '2026-11-19T13:00:00Z' } as OnCallDuty;
  const isOn = (at: string) => dutyAt([duty], new Date(at)) !== undefined;
  expect(
    ['2026-11-18T22:59:59Z', '2026-11-18T23:00:00Z', '2026-11-19T12:59:59Z', '2026-11-19T13:00:00Z'].map(
      isOn,
    ),
  ).toEqual([false, true, true, false]);
});
