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

  test('the time entered on the sheet speaks before the arrival, in the clinic’s zone', () => {
    const raised = [hold('2026-11-18T14:20:00Z')];
    expect(holdsOnSession(raised, moment({ startedTime: '09:05' })).forbids).toBeUndefined();
    expect(holdsOnSession(raised, moment({ startedTime: '09:30' })).forbids).toBeDefined();
    expect(holdsOnSession(raised, moment({ startedTime: '9:' })).forbids).toBeDefined();
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
