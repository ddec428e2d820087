import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { holdsOnSession, type SessionMoment } from './hold-at-session.ts';

const hold = (openedAt: string, closedAt: string | null = null) => ({ code: 'RF-DVT', openedAt, closedAt });
const moment = (changes: Partial<SessionMoment> = {}): SessionMoment => ({
  sessionDate: '2026-11-18',
  scheduledAt: '2026-11-18T14:00:00Z',
  arrivedAt: null,
  timeZone: 'America/New_York',
  today: plainDate('2026-11-18'),
  ...changes,
});
const past = plainDate('2026-11-20');

describe('a hold and a session', () => {
  test('a visit of today that has not begun does not begin under an open hold', () => {
    expect(holdsOnSession([hold('2026-11-18T14:20:00Z')], moment()).forbids?.code).toBe('RF-DVT');
    expect(holdsOnSession([hold('2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z')], moment())).toEqual({
      forbids: undefined,
      raisedSince: undefined,
    });
  });

  test('what began before the hold can be documented, what began at its minute or later cannot', () => {
    const raised = [hold('2026-11-18T14:20:00Z')];
    const arrived = (arrivedAt: string) => holdsOnSession(raised, moment({ arrivedAt }));
    expect(arrived('2026-11-18T14:19:59Z')).toMatchObject({
      forbids: undefined,
      raisedSince: { code: 'RF-DVT' },
    });
    expect(arrived('2026-11-18T14:20:00Z').forbids).toBeDefined();
  });

  test('a time entered on the sheet may say that it began later, in the clinic’s zone, never earlier', () => {
    const raised = [hold('2026-11-18T14:20:00Z')];
    const typed = (startedTime: string, changes: Partial<SessionMoment> = {}) =>
      holdsOnSession(raised, moment({ startedTime, ...changes })).forbids;
    expect(typed('09:05')).toBeDefined();
    expect(typed('00:01', { arrivedAt: '2026-11-18T14:25:00Z' })).toBeDefined();
    expect(typed('00:01', { today: past, scheduledAt: '2026-11-18T14:30:00Z' })).toBeDefined();
    const onTime = { arrivedAt: '2026-11-18T14:00:00Z' };
    expect(typed('09:05', onTime)).toBeUndefined();
    expect(typed('09:30', onTime)).toBeDefined();
    expect(typed('9:', onTime)).toBeUndefined();
  });

  test('an arrival that is marked on a later day leaves the planned time as the beginning', () => {
    const raised = [hold('2026-11-19T08:00:00Z')];
    const marked = moment({ arrivedAt: '2026-11-20T13:00:00Z', today: past });
    expect(holdsOnSession(raised, marked).forbids).toBeUndefined();
    expect(holdsOnSession([hold('2026-11-18T13:00:00Z')], marked).forbids).toBeDefined();
  });

  test('a session held inside a hold that was closed since stays forbidden; one before it does not', () => {
    const closed = [hold('2026-11-17T10:00:00Z', '2026-11-19T10:00:00Z')];
    expect(holdsOnSession(closed, moment({ today: past })).forbids).toBeDefined();
    const later = [hold('2026-11-18T14:00:01Z', '2026-11-19T10:00:00Z')];
    expect(holdsOnSession(later, moment({ today: past })).forbids).toBeUndefined();
    const over = [hold('2026-11-17T10:00:00Z', '2026-11-18T14:00:00Z')];
    expect(holdsOnSession(over, moment({ today: past })).forbids).toBeUndefined();
  });
});
