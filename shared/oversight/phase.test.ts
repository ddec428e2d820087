import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/platform/time.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { attendanceIn, currentPhase, wholeEpisode } from './phase.ts';

const START = '2026-03-02';
const day = (n: number): string => addDays(START, n);

const version = (
  n: number,
  part: Partial<EpisodeFacts['prescriptions'][number]> = {},
): EpisodeFacts['prescriptions'][number] => ({
  prescriptionId: `p${n}`,
  versionNumber: n,
  signedOn: START,
  startsOn: START,
  endsOn: day(41),
  endedOn: null,
  inForce: true,
  opensPhase: true,
  frequencyPerWeek: 3,
  visitsPrescribed: 18,
  reEvaluationOn: day(28),
  ...part,
});

const session = (
  n: number,
  part: Partial<EpisodeFacts['sessions'][number]> = {},
): EpisodeFacts['sessions'][number] => ({
  date: day(n),
  status: 'completed',
  cancelledBy: null,
  prescriptionId: 'p1',
  ...part,
});

const facts = (part: Partial<EpisodeFacts>): EpisodeFacts => ({
  status: 'open',
  openedOn: START,
  closedOn: null,
  payerProfile: 'none',
  consultSignedOn: START,
  prescriptions: [version(1)],
  measures: [],
  goals: [],
  clinicValues: {},
  clinicThresholds: [],
  scores: [],
  sessions: [],
  home: null,
  openRequests: [],
  openHolds: [],
  decisions: [],
  procedures: [],
  ...part,
});

describe('a phase', () => {
  test('starts at its first treatment, not when the paper was signed', () => {
    expect(currentPhase(facts({ sessions: [session(4), session(7)] }), day(10))).toEqual({
      opensOn: START,
      startedOn: day(4),
      treated: true,
    });
    expect(currentPhase(facts({}), day(10))).toEqual({ opensOn: START, startedOn: START, treated: false });
  });

  test('a version that changes nothing material stays in the phase, a material one opens the next', () => {
    const two = (opensPhase: boolean) =>
      facts({
        prescriptions: [
          version(1, { inForce: false, endedOn: day(20) }),
          version(2, { startsOn: day(20), opensPhase }),
        ],
        sessions: [session(0), session(22)],
      });

    expect(currentPhase(two(false), day(25))?.startedOn).toBe(START);
    expect(currentPhase(two(true), day(25))?.startedOn).toBe(day(22));
    expect(wholeEpisode(two(true), day(25))?.startedOn).toBe(START);
  });

  test('a material change that keeps its start opens its phase on the day it was signed', () => {
    const kept = facts({
      prescriptions: [
        version(1, { inForce: false, endedOn: day(14) }),
        version(2, { signedOn: day(14), endsOn: day(41) }),
      ],
      sessions: [session(0), session(10), session(16)],
    });

    expect(currentPhase(kept, day(13))?.startedOn).toBe(START);
    expect(currentPhase(kept, day(20))).toMatchObject({ opensOn: day(14), startedOn: day(16) });
  });

  test('an injection opens a phase, because it confounds what therapy did; an order for a test does not', () => {
    const sessions = [session(0), session(12)];

    expect(
      currentPhase(facts({ sessions, procedures: [{ kind: 'injection', performedOn: day(10) }] }), day(20))
        ?.startedOn,
    ).toBe(day(12));
    for (const kind of ['botulinum', 'epidural', 'facet', 'rf-ablation', 'surgery']) {
      const procedures = [{ kind, performedOn: day(10) }];
      expect(currentPhase(facts({ sessions, procedures }), day(20))?.opensOn).toBe(day(10));
    }
    expect(
      currentPhase(facts({ sessions, procedures: [{ kind: 'other', performedOn: day(10) }] }), day(20))
        ?.startedOn,
    ).toBe(START);
  });

  test('what lies in the future opens nothing yet', () => {
    const f = facts({
      prescriptions: [version(1), version(2, { startsOn: day(30) })],
      sessions: [session(0)],
    });
    expect(currentPhase(f, day(29))?.opensOn).toBe(START);
  });
});

describe('attendance', () => {
  const attendance = (part: Partial<EpisodeFacts>, asOf: string) => {
    const f = facts(part);
    const phase = currentPhase(f, asOf);
    return phase && attendanceIn(f, phase, asOf);
  };

  test('visits fall due pro rata of the week and never exceed what was prescribed', () => {
    expect(attendance({}, day(0))).toEqual({ attended: 0, prescribedToDate: 0 });
    expect(attendance({}, day(7))).toEqual({ attended: 0, prescribedToDate: 3 });
    expect(attendance({}, day(41))).toEqual({ attended: 0, prescribedToDate: 17 });
    expect(attendance({}, day(90))).toEqual({ attended: 0, prescribedToDate: 18 });
  });

  test('a taper is due step by step, not at its first frequency', () => {
    const taper = [
      { perWeek: 3, weeks: 2 },
      { perWeek: 1, weeks: 4 },
    ];
    const prescriptions = [version(1, { taper, visitsPrescribed: 10 })];
    expect(attendance({ prescriptions }, day(14))).toEqual({ attended: 0, prescribedToDate: 6 });
    expect(attendance({ prescriptions }, day(28))).toEqual({ attended: 0, prescribedToDate: 8 });
    expect(attendance({ prescriptions }, day(41))).toEqual({ attended: 0, prescribedToDate: 9 });
  });

  test('what the clinic cancelled was not due; what the patient cancelled was', () => {
    const cancelled = (by: string) => ({ sessions: [session(2, { status: 'cancelled', cancelledBy: by })] });
    expect(attendance(cancelled('clinic'), day(7))).toEqual({ attended: 0, prescribedToDate: 2 });
    expect(attendance(cancelled('patient'), day(7))).toEqual({ attended: 0, prescribedToDate: 3 });
  });

  test('somebody who came more often than due is not below 100 percent', () => {
    expect(attendance({ sessions: [session(0), session(1), session(2)] }, day(3))).toEqual({
      attended: 3,
      prescribedToDate: 3,
    });
  });

  test('each version buys only from the day the one before it ended: an approved change does not double what is due', () => {
    const approved = (n: number, from: number, to: number | null) =>
      version(n, {
        signedOn: day(from),
        endedOn: to === null ? null : day(to),
        inForce: to === null,
        opensPhase: n === 1,
      });
    const sessions = [0, 2, 4, 7, 9, 11, 14, 16, 18].map((n) => session(n));
    const one = attendance({ prescriptions: [approved(1, 0, null)], sessions }, day(21));
    const two = attendance({ prescriptions: [approved(1, 0, 9), approved(2, 9, null)], sessions }, day(21));
    const three = attendance(
      { prescriptions: [approved(1, 0, 9), approved(2, 9, 17), approved(3, 17, null)], sessions },
      day(21),
    );

    expect(one).toEqual({ attended: 9, prescribedToDate: 9 });
    expect([two, three]).toEqual([one, one]);
  });

  test('days between a version that was stopped and the next one buy nothing', () => {
    const prescriptions = [
      version(1, { inForce: false, endedOn: day(7) }),
      version(2, { signedOn: day(14), startsOn: day(14), endsOn: day(55), opensPhase: false }),
    ];
    expect(attendance({ prescriptions }, day(21))).toEqual({ attended: 0, prescribedToDate: 6 });
  });

  test('nothing is due while nothing is prescribed', () => {
    expect(attendance({ prescriptions: [] }, day(7))).toBeUndefined();
  });
});
