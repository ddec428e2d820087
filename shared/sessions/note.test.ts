import { describe, expect, test } from 'vitest';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { plainDate } from '#shared/platform/time.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import { attendance } from './attendance.ts';
import { newRow, startingContent } from './carry-over.ts';
import { measuresDue } from './measures-due.ts';
import { missingInNote } from './missing-in-note.ts';
import { NO_VITALS, type SessionContent } from './model.ts';
import { changeWords, classifyRows } from './note-limits.ts';
import { canReopen, canSchedule, canSign, canWriteNote } from './policy.ts';
import { nextBusinessDay } from '#shared/platform/business-days.ts';
import { isAtLeast } from './red-flag-level.ts';
import { getRedFlag, opensHold, RED_FLAGS } from './red-flags.ts';

const permitted = (
  code: string,
  authority: PrescribedIntervention['authority'],
  bounds: PrescribedIntervention['bounds'] = [],
): PrescribedIntervention => ({ code, name: code, authority, bounds, rationale: null });

const limits = {
  interventions: [
    permitted('bridge', 'free'),
    permitted('walking-treadmill', 'notify', [{ parameter: 'minutes', min: 20, max: 30 }]),
    permitted('lumbar-traction', 'ask', [{ parameter: 'tractionKg', min: 6, max: 10 }]),
  ],
  precautions: [],
};

const content = (changes: Partial<SessionContent> = {}): SessionContent => ({
  ...startingContent(undefined, [], '2026-11-19'),
  interventions: [
    { code: 'bridge', dose: { sets: 3, repetitions: 10 }, minutes: 8, billingCode: '97110', carried: false },
  ],
  ...changes,
});

describe('what a new sheet starts with', () => {
  const last = {
    sessionDate: '2026-11-12',
    subjective: 'Slept badly',
    objective: null,
    assessment: null,
    plan: 'More walking',
    interventions: ['bridge', 'squat'].map((code) => ({
      code,
      name: code,
      dose: { sets: 3 },
      minutes: 8,
      billingCode: '97110',
      classification: 'within' as const,
    })),
  };

  test('what is still permitted and the text, each marked; never pain, vital signs or scores', () => {
    const start = startingContent(last, limits.interventions, '2026-11-19', 7);
    expect(start.interventions).toEqual([
      { code: 'bridge', dose: { sets: 3 }, minutes: 8, billingCode: '97110', carried: true },
    ]);
    expect(start).toMatchObject({
      painBefore: null,
      vitals: NO_VITALS,
      scores: [],
      homeDaysPrescribed: 7,
      subjective: { text: 'Slept badly', carried: true },
      objective: { text: '', carried: false },
    });
  });

  test('home days are those since the last session, at most fourteen; none before the first', () => {
    const days = (on: string) => startingContent(last, [], on, 7).homeDaysPrescribed;
    expect([days('2026-11-12'), days('2026-11-13'), days('2026-12-24')]).toEqual([1, 1, 14]);
    expect(startingContent(undefined, [], '2026-11-19', 7).homeDaysPrescribed).toBeNull();
    // Without a home programme nothing was prescribed.
    expect(startingContent(last, [], '2026-11-19').homeDaysPrescribed).toBeNull();
  });

  test('an added row begins with the last dose, to be confirmed, or empty', () => {
    expect(newRow('walking-treadmill', { minutes: 22 })).toEqual({
      code: 'walking-treadmill',
      dose: { minutes: 22 },
      minutes: 22,
      billingCode: '97116',
      carried: true,
    });
    expect(newRow('bridge', undefined)).toMatchObject({ dose: {}, minutes: null, carried: false });
  });
});

describe('what keeps a note from being signed', () => {
  const codes = (changes: Partial<SessionContent>) => missingInNote(content(changes)).map(({ code }) => code);
  const [row] = content().interventions;
  const rows = (change: object) => ({
    interventions: [{ ...row, ...change }] as SessionContent['interventions'],
  });

  test('nothing, when every row has a dose and minutes and nothing is only carried', () => {
    expect(codes({})).toEqual([]);
  });

  test.each([
    ['nothing given', { interventions: [] }, ['NOTHING_GIVEN']],
    ['a carried row', rows({ carried: true }), ['CARRIED']],
    ['no minutes', rows({ minutes: null }), ['MINUTES']],
    ['no dose', rows({ dose: {} }), ['DOSE']],
    ['an unknown code', rows({ billingCode: '12345' }), ['UNITS']],
    ['zero minutes of a timed code', rows({ minutes: 0 }), ['UNITS']],
    ['carried text', { plan: { text: 'Same', carried: true } }, ['CARRIED']],
    ['home days of no days', { homeDaysDone: 2 }, ['HOME_DAYS']],
    ['more home days than there were', { homeDaysDone: 5, homeDaysPrescribed: 4 }, ['HOME_DAYS']],
  ] as [string, Partial<SessionContent>, string[]][])('%s', (_why, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  test('empty carried text needs no confirmation; one exercise twice is one row too many', () => {
    expect(codes({ plan: { text: '', carried: true } })).toEqual([]);
    expect(codes({ interventions: [...content().interventions, ...content().interventions] })).toEqual([
      'TWICE',
    ]);
  });
});

describe('today’s rows against the limits', () => {
  const kind = (code: string, dose: object, last: Record<string, object> = {}) =>
    classifyRows(limits, last, [{ code, dose }], 'physical-therapist')[0]?.edit.kind;

  test('the limit itself is within, one more is outside, less never is', () => {
    expect(kind('walking-treadmill', { minutes: 30 })).toBe('within');
    expect(kind('walking-treadmill', { minutes: 31 })).toBe('outside');
    expect(kind('walking-treadmill', { minutes: 5 }, { 'walking-treadmill': { minutes: 20 } })).toBe(
      'within',
    );
  });

  test.each([
    ['spinal-manipulation', ASSISTANT_LIMITS.manipulate],
    ['dry-needling', ASSISTANT_LIMITS.needle],
    ['performance-test', ASSISTANT_LIMITS.testPerformance],
  ])('%s is not an assistant’s, even where it is prescribed', (code, sentence) => {
    const [bridge] = limits.interventions;
    if (!bridge) throw new Error('something is prescribed');
    const permits = { ...limits, interventions: [{ ...bridge, code, bounds: [] }] };
    const refusal = (role: 'physical-therapist' | 'physical-therapist-assistant') =>
      classifyRows(permits, {}, [{ code, dose: {} }], role)[0]?.refusal;
    expect(refusal('physical-therapist')).toBeUndefined();
    expect(refusal('physical-therapist-assistant')).toBe(sentence);
  });

  test('an increase is told, asked for or free, as the prescription says', () => {
    expect(kind('walking-treadmill', { minutes: 25 }, { 'walking-treadmill': { minutes: 20 } })).toBe(
      'notify',
    );
    expect(kind('lumbar-traction', { tractionKg: 9 }, { 'lumbar-traction': { tractionKg: 8 } })).toBe(
      'outside',
    );
    expect(kind('bridge', { sets: 5 }, { bridge: { sets: 3 } })).toBe('within');
    expect(kind('squat', { sets: 3 })).toBe('outside');
  });

  test('a change reads as a person would write it', () => {
    expect(changeWords('Bridge', { sets: 3, repetitions: 10 }, { sets: 3, repetitions: 12 })).toBe(
      'Bridge: 3 x 10 -> 3 x 12',
    );
  });
});

describe('when measures are due', () => {
  const odi = { measureCode: 'odi', side: null, role: 'primary', everyDays: 14 } as const;
  const on = (date: string) => ({ measureCode: 'odi', side: null, measuredOn: plainDate(date) });
  const due = (asOf: string, ...dates: string[]) => measuresDue([odi], dates.map(on), asOf)[0];

  test('at once when never measured; then at the interval, to the day', () => {
    expect(due('2026-11-01')).toMatchObject({ isDue: true, lastOn: null, daysOverdue: 0 });
    expect(due('2026-11-14', '2026-11-01')).toMatchObject({ isDue: false, dueOn: '2026-11-15' });
    expect(due('2026-11-15', '2026-11-01')).toMatchObject({ isDue: true, daysOverdue: 0 });
    expect(due('2026-11-18', '2026-11-01', '2026-10-01')).toMatchObject({ daysOverdue: 3 });
  });

  test('values after the day and of another side do not count', () => {
    expect(due('2026-11-01', '2026-11-05')?.lastOn).toBeNull();
    const right = { measureCode: 'grip', side: 'right', measuredOn: plainDate('2026-11-01') } as const;
    const left = { measureCode: 'grip', side: 'left', role: 'primary', everyDays: 14 } as const;
    expect(measuresDue([left], [right], '2026-11-02')[0]?.isDue).toBe(true);
  });
});

describe('attendance and permission', () => {
  const patient = { role: 'physical-therapist', staffMemberId: 'x' } as const;
  const physiatrist = { role: 'physiatrist', staffMemberId: 'y' } as const;

  test('visits the clinic cancelled do not count; open ones not yet', () => {
    const visit = (
      status: 'completed' | 'missed' | 'cancelled' | 'planned',
      cancelledBy: string | null = null,
    ) => ({
      status,
      cancelledBy,
    });
    expect(
      attendance([
        visit('completed'),
        visit('missed'),
        visit('cancelled', 'patient'),
        visit('cancelled', 'clinic'),
        visit('planned'),
      ]),
    ).toEqual({ attended: 1, booked: 3 });
  });

  test('the note is the therapist’s, on its day or later, until it is signed', () => {
    const today = { status: 'arrived', sessionDate: '2026-11-19' } as const;
    expect(canSign(patient, today, '2026-11-19').allowed).toBe(true);
    expect(canSign(patient, today, '2026-11-18').allowed).toBe(false);
    expect(canSign(physiatrist, today, '2026-11-19').allowed).toBe(false);
    expect(canWriteNote(patient, { status: 'completed' }).allowed).toBe(false);
    expect(canWriteNote(patient, { status: 'missed' }).allowed).toBe(false);
    expect(canSchedule({ ...patient, role: 'administrator' }).allowed).toBe(false);
    expect(canReopen(patient, { status: 'planned' }).allowed).toBe(false);
    expect(canReopen(physiatrist, { status: 'cancelled' }).allowed).toBe(true);
  });
});

describe('red flags', () => {
  test('each may be raised at its level or above, never below', () => {
    const order = ['prompt', 'urgent', 'emergency'] as const;
    for (const flag of RED_FLAGS) {
      for (const level of order) {
        expect(isAtLeast(level, flag.level)).toBe(order.indexOf(level) >= order.indexOf(flag.level));
      }
      expect(isAtLeast(flag.orLevel?.level ?? flag.level, flag.level)).toBe(true);
    }
    expect(getRedFlag('RF-NONE')).toBeUndefined();
  });

  test('emergency and urgent ones stop therapy', () => {
    expect([opensHold('emergency'), opensHold('urgent'), opensHold('prompt')]).toEqual([true, true, false]);
  });

  test('one business day later skips the weekend', () => {
    expect(nextBusinessDay(plainDate('2026-11-19'))).toBe('2026-11-20');
    expect(nextBusinessDay(plainDate('2026-11-20'))).toBe('2026-11-23');
    expect(nextBusinessDay(plainDate('2026-11-21'))).toBe('2026-11-23');
  });
});
