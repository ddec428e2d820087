import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { assess } from './assess.ts';
import { boardStanding } from './board-standing.ts';
import { BOARD_STATE, BOARD_STATES } from './board-states.ts';
import type { EpisodeFacts } from './episode-facts.ts';

const START = '2026-01-05';
const day = (n: number): string => addDays(START, n);

const version: EpisodeFacts['prescriptions'][number] = {
  prescriptionId: 'p1',
  versionNumber: 1,
  signedOn: day(-1),
  startsOn: START,
  endsOn: day(83),
  endedOn: null,
  inForce: true,
  opensPhase: true,
  frequencyPerWeek: 2,
  visitsPrescribed: 24,
  reEvaluationOn: day(70),
};

const visits = (...days: number[]): EpisodeFacts['sessions'] =>
  days.map((n) => ({ date: day(n), status: 'completed', cancelledBy: null, prescriptionId: 'p1' }));

const odi = (...values: [number, number][]): EpisodeFacts['scores'] =>
  values.map(([n, value]) => ({
    measureCode: 'odi',
    side: null,
    condition: null,
    value,
    measuredOn: day(n),
    enteredInError: false,
  }));

const QUICKDASH: EpisodeFacts['measures'] = [
  { measureCode: 'quickdash', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null },
];
const quickdash = (...values: [number, number][]) =>
  odi(...values).map((score) => ({ ...score, measureCode: 'quickdash' }));

const TREATED = visits(0, 3, 7, 10, 14, 17, 21, 24, 28, 31);

const facts = (part: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
  status: 'open',
  openedOn: day(-10),
  closedOn: null,
  payerProfile: 'none',
  consultSignedOn: day(-2),
  prescriptions: [version],
  measures: [{ measureCode: 'odi', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null }],
  goals: [{ measureCode: 'odi', side: null, target: 20, targetOn: day(80) }],
  clinicValues: {},
  clinicThresholds: [],
  scores: odi([0, 48], [14, 40], [28, 34]),
  sessions: TREATED,
  home: null,
  openRequests: [],
  openHolds: [],
  decisions: [],
  procedures: [],
  ...part,
});

const stands = (part: Partial<EpisodeFacts>, asOf = day(32)) => {
  const f = facts(part);
  return boardStanding(f, assess(f, asOf));
};

const decision = (part: Partial<EpisodeFacts['decisions'][number]>): EpisodeFacts['decisions'][number] => ({
  decisionId: 'd1',
  kind: 'continue',
  verdict: 'WORSENING',
  decidedOn: day(31),
  expectation: 'ODI at most 44',
  expectedMeasure: 'odi',
  expectedSide: null,
  expectedValue: 44,
  reviewOn: day(50),
  outcome: null,
  ...part,
});

const WORSE = odi([0, 38], [14, 49], [28, 50]);

describe('where an episode stands on the board', () => {
  test('an expectation that ends in a period joins its sentence without it', () => {
    const passed = decision({
      reviewOn: day(30),
      outcome: 'not-met',
      expectation: 'Less pain within three weeks. ',
    });
    const { reason } = stands({ decisions: [passed] });
    expect(reason).toContain('expected Less pain within three weeks by');
    expect(reason).not.toContain('weeks.');
  });

  const STATES: [string, Partial<EpisodeFacts>][] = [
    ['working', {}],
    ['worsening', { scores: WORSE }],
    ['plateau', { scores: odi([0, 48], [14, 47], [28, 46]) }],
    ['partly-working', { measures: QUICKDASH, scores: quickdash([0, 52.3], [14, 38.6], [28, 38]) }],
    ['consult-needed', { consultSignedOn: null, prescriptions: [], sessions: [], scores: [] }],
    ['prescription-needed', { prescriptions: [], sessions: [], scores: [] }],
    ['no-data', { scores: [] }],
    ['attendance', { sessions: visits(0, 14), scores: odi([0, 48], [14, 44]) }],
    ['too-early', { scores: odi([0, 48]), sessions: visits(0, 3, 7) }],
    ['closed', { status: 'closed', closedOn: day(30) }],
  ];
  test.each(STATES)('%s', (state, part) => {
    const asOf = state === 'too-early' ? day(8) : day(32);
    expect(stands(part, asOf).state).toBe(state);
  });

  test('missing data stands since the last score, names it, and counts the visits since', () => {
    const stale = { scores: odi([0, 48], [14, 40]), sessions: visits(0, 7, 14, 30, 44, 60, 61) };
    expect(stands(stale, day(62))).toMatchObject({
      state: 'no-data',
      reason: 'Last ODI 19 Jan; 4 visits since',
      since: day(14),
    });
    const two = { measures: [...facts().measures, ...QUICKDASH], ...stale };
    expect(stands({ ...two, scores: [...stale.scores, ...quickdash([14, 40])] }, day(62)).reason).toMatch(
      /^Last ODI 19 Jan; one QuickDASH, 19 Jan|^Last ODI and QuickDASH/,
    );
    expect(stands({ scores: odi([0, 48]), sessions: visits(0, 20, 31) })).toMatchObject({
      reason: 'One ODI, 5 Jan; 2 visits since',
      since: START,
    });
    expect(stands({ scores: [] })).toMatchObject({
      reason: 'No ODI in this phase; 10 visits since',
      since: START,
    });
  });

  test('an open safety hold stands above everything, with its own date', () => {
    const hold = { redFlagCode: 'RF-CES', openedOn: day(30), note: 'new numbness' };
    expect(stands({ scores: WORSE, openHolds: [hold] })).toMatchObject({
      state: 'safety-hold',
      since: day(30),
    });
  });

  test('worsening stands above a waiting request, and a request above a plateau', () => {
    const openRequests = [
      { changeRequestId: 'r', askedOn: day(30), reason: 'stop traction', askedBy: 'J. Lindqvist' },
    ];
    expect(stands({ scores: WORSE, openRequests }).state).toBe('worsening');
    expect(stands({ scores: odi([0, 48], [14, 47], [28, 46]), openRequests }).state).toBe('request');
  });

  test('a waiting request says what it asks for in numbers, not only why', () => {
    const openRequests = [
      {
        ...{ changeRequestId: 'r', askedOn: day(30), reason: 'tolerates it well', askedBy: 'J. Lindqvist' },
        asks: 'Knee flexion range: 0 to 90° → 0 to 110°',
      },
    ];
    expect(stands({ openRequests }).reason).toBe(
      'J. Lindqvist asks: Knee flexion range: 0 to 90° → 0 to 110°',
    );
  });

  test('a decision on the verdict rests the episode until its review date, then asks whether it happened', () => {
    const decided = { scores: WORSE, decisions: [decision({})] };
    expect(stands(decided).state).toBe('decided');
    expect(stands(decided, day(50)).state).toBe('worsening');
    expect(stands(decided, day(50)).reason).toContain('ODI at most 44');
    const better = {
      scores: odi([0, 38], [14, 30], [28, 26], [49, 24]),
      sessions: visits(...Array.from({ length: 15 }, (_, n) => Math.round(n * 3.4))),
    };
    expect(stands({ ...better, decisions: [decision({})] }, day(50))).toMatchObject({
      state: 'review-due',
      since: day(50),
    });
  });

  test('a decision on another verdict does not hide a new worsening', () => {
    expect(stands({ scores: WORSE, decisions: [decision({ verdict: 'TOO_EARLY' })] }).state).toBe(
      'worsening',
    );
  });

  test('the re-evaluation date of the prescription asks for a look, whatever the verdict', () => {
    const scores = odi([0, 48], [28, 34], [68, 30]);
    const sessions = visits(...Array.from({ length: 20 }, (_, n) => Math.round(n * 3.5)));
    expect(stands({ scores, sessions }, day(70))).toMatchObject({ state: 'review-due', since: day(70) });
    expect(stands({ scores, sessions }, day(69)).state).not.toBe('review-due');
  });

  test('an episode without data never ranks below one on track', () => {
    expect(BOARD_STATE['no-data'].rank).toBeLessThan(
      Math.min(...['too-early', 'partly-working', 'working'].map((s) => BOARD_STATE[s as 'working'].rank)),
    );
  });

  test('a score of long ago under another condition, typed in late, does not take over; that it exists is said', () => {
    const typedIn = odi([1, 40]).map((score) => ({ ...score, condition: 'by telephone' }));
    const f = facts({ scores: [...WORSE, ...typedIn] });

    expect(stands({ scores: [...WORSE, ...typedIn] }).state).toBe('worsening');
    expect(assess(f, day(32)).reasons.map(({ text }) => text)).toContain(
      'ODI: scores taken otherwise (by telephone) are a series of their own and not compared',
    );
  });

  test('the plan’s last day is one of its days', () => {
    const scores = odi([0, 48], [21, 46]);
    const at = (endsOn: string) =>
      assess(facts({ scores, prescriptions: [{ ...version, endsOn }] }), day(22)).measures[0]?.pace;

    expect(at(day(87))?.behind).toBe(true);
    expect(at(day(88))?.behind).toBe(false);
  });

  test('every state has a rank of its own and lanes follow the ranks', () => {
    const ranks = BOARD_STATES.map((state) => BOARD_STATE[state].rank);
    expect(new Set(ranks).size).toBe(ranks.length);
    const lanes = BOARD_STATES.toSorted((a, b) => BOARD_STATE[a].rank - BOARD_STATE[b].rank).map(
      (state) => BOARD_STATE[state].lane,
    );
    expect([...new Set(lanes)]).toEqual(['decision', 'watch', 'track', 'closed']);
  });
});

describe('the certification that a payer asks for', () => {
  const under = (certifiedOn: string | null, asOf: string) => {
    const on = plainDate(START);
    const certified = certifiedOn === null ? null : plainDate(certifiedOn);
    const one = { versionNumber: 1, signedOn: on, startsOn: on, endedOn: null, durationWeeks: 4 };
    const versions = [{ ...one, certifiedOn: certified }];
    const certification = { versions, evaluatedOn: null, firstTreatmentOn: on, sentOn: null };
    const { state, reason } = stands({ payerProfile: 'medicare_part_b', certification }, asOf);
    return state === 'certification' ? reason : state;
  };

  test('is said while it runs out, and when it has ended', () => {
    expect(under(START, day(20))).toMatch(/^Certified through 1 Feb/);
    expect(under(START, day(28))).toMatch(/^Certification ended 1 Feb/);
  });

  test('neither runs out nor has ended before it was given: nothing for 30 days, then that it is missing', () => {
    for (const asOf of [20, 29, 30]) expect(under(null, day(asOf))).not.toMatch(/^Certif/);
    expect(under(null, day(31))).toMatch(/^Not certified, due 4 Feb/);
  });
});
