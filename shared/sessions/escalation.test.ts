import { describe, expect, test } from 'vitest';
import { DEFAULT_WEEK } from '#shared/on-call/clinic-hours.ts';
import {
  ALERTS,
  alertValues,
  coverEndsAt,
  mustPassOn,
  mustTelephone,
  passesOnAt,
  passOnTo,
} from './escalation.ts';

const hours = { timeZone: 'America/New_York', week: DEFAULT_WEEK };
/** Wednesday 18 November 2026, 14:05 in New York. */
const raised = {
  level: 'urgent' as const,
  openedAt: '2026-11-18T19:05:00Z',
  acknowledged: false,
  closed: false,
  passedOnAt: null as string | null,
  telephoned: false,
};
const must = (part: Partial<Omit<typeof raised, 'level'> & { level: 'urgent' | 'emergency' }>, now: string) =>
  mustPassOn({ ...raised, ...part }, hours, ALERTS.urgentEscalationMinutes, new Date(now));

describe('an urgent alert', () => {
  test('goes on after 60 minutes of clinic hours, not a second before', () => {
    expect(must({}, '2026-11-18T20:04:59Z')).toBe(false);
    expect(must({}, '2026-11-18T20:05:00Z')).toBe(true);
  });

  test('raised in the last half hour waits for the next morning’s first half hour', () => {
    const late = { openedAt: '2026-11-18T22:30:00Z' };
    expect(must(late, '2026-11-19T05:00:00Z')).toBe(false);
    expect(must(late, '2026-11-19T13:29:59Z')).toBe(false);
    expect(must(late, '2026-11-19T13:30:00Z')).toBe(true);
  });

  test.each([{ acknowledged: true }, { closed: true }, { passedOnAt: '2026-11-18T20:05:00Z' }])(
    'stays when %o',
    (part) => {
      expect(must(part, '2026-11-20T20:05:00Z')).toBe(false);
    },
  );

  test('unread where it was passed on, is a telephone call after 30 minutes more, once', () => {
    const call = (part: Partial<typeof raised>, now: string) =>
      mustTelephone({ ...raised, ...part }, hours, ALERTS.telephoneAfterMinutes, new Date(now));
    const passedOnAt = '2026-11-18T20:05:00Z';
    expect(call({}, '2026-11-20T20:05:00Z')).toBe(false);
    expect(call({ passedOnAt }, '2026-11-18T20:34:59Z')).toBe(false);
    expect(call({ passedOnAt }, '2026-11-18T20:35:00Z')).toBe(true);
    for (const part of [{ acknowledged: true }, { closed: true }, { telephoned: true }]) {
      expect(call({ passedOnAt, ...part }, '2026-11-18T20:35:00Z')).toBe(false);
    }
  });

  test('at a clinic that never opens goes by the clock', () => {
    const never = Object.fromEntries(Object.keys(DEFAULT_WEEK).map((day) => [day, null]));
    const at = passesOnAt(raised, { ...hours, week: { ...DEFAULT_WEEK, ...never } }, 60);
    expect(at.toISOString()).toBe('2026-11-18T20:05:00.000Z');
  });
});

test('an emergency never waits for the clinic to open', () => {
  const night = { level: 'emergency' as const, openedAt: '2026-11-21T03:00:00Z' };
  expect(must(night, '2026-11-21T03:59:59Z')).toBe(false);
  expect(must(night, '2026-11-21T04:00:00Z')).toBe(true);
});

describe('an alert goes', () => {
  const to = (onCall: string[], asked: string[], ofClinic = ['ada', 'ben', 'cy']) =>
    passOnTo({ onCall, asked, ofClinic });

  test('to the one on call', () => {
    expect(to(['ben'], ['ada'])).toEqual({ basis: 'on-call', staffMemberIds: ['ben'] });
  });
  test('to the one on call of another clinic too', () => {
    expect(to(['zoe'], ['ada'])).toEqual({ basis: 'on-call', staffMemberIds: ['zoe'] });
  });
  test('to every other physiatrist when nobody is on call', () => {
    expect(to([], ['ada'])).toEqual({ basis: 'nobody-on-call', staffMemberIds: ['ben', 'cy'] });
  });
  test('to every other physiatrist when the one on call has not answered', () => {
    expect(to(['ada'], ['ada'])).toEqual({ basis: 'same-person', staffMemberIds: ['ben', 'cy'] });
  });
  test('to nobody when there is no other', () => {
    expect(to([], ['ada'], ['ada'])).toEqual({ basis: 'nobody-else', staffMemberIds: [] });
    expect(to(['ada'], ['ada'], ['ada'])).toEqual({ basis: 'nobody-else', staffMemberIds: [] });
  });
});

test('the access that passing on gives ends a day later, or with a longer duty', () => {
  const at = new Date('2026-11-18T20:05:00Z');
  const end = (duty?: string) =>
    coverEndsAt(at, duty === undefined ? undefined : new Date(duty), 24).toISOString();
  expect(end()).toBe('2026-11-19T20:05:00.000Z');
  expect(end('2026-11-19T08:00:00Z')).toBe('2026-11-19T20:05:00.000Z');
  expect(end('2026-11-23T13:00:00Z')).toBe('2026-11-23T13:00:00.000Z');
});

test('the minutes are the clinic’s where it has set them', () => {
  expect(alertValues({}).urgentEscalationMinutes).toBe(60);
  expect(alertValues({ 'safety.urgentEscalationMinutes': 30 }).urgentEscalationMinutes).toBe(30);
  expect(alertValues({ 'safety.urgentEscalationMinutes': 'soon' }).urgentEscalationMinutes).toBe(60);
});
