import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { documentsDue } from './documents-due.ts';
import type { EpisodeFacts } from './episode-facts.ts';

const BEGAN = plainDate('2026-03-02');
const day = (count: number) => addDays(BEGAN, count);

/** Treated on `days` after the beginning, under a plan of 12 weeks that certifies it unless told otherwise. */
const facts = (
  days: readonly number[],
  change: Partial<EpisodeFacts> & { certifiedOn?: string | null } = {},
) => {
  const { certifiedOn = BEGAN, ...rest } = change;
  const found: EpisodeFacts = {
    status: 'open',
    openedOn: BEGAN,
    closedOn: null,
    payerProfile: 'medicare_part_b',
    consultSignedOn: BEGAN,
    prescriptions: [],
    certification: {
      versions: [
        {
          versionNumber: 1,
          signedOn: BEGAN,
          startsOn: BEGAN,
          endedOn: null,
          durationWeeks: 12,
          certifiedOn: certifiedOn === null ? null : plainDate(certifiedOn),
        },
      ],
      evaluatedOn: BEGAN,
      firstTreatmentOn: BEGAN,
      sentOn: null,
    },
    measures: [],
    goals: [],
    clinicThresholds: [],
    scores: [],
    sessions: days.map((count) => ({
      date: day(count),
      status: 'completed',
      cancelledBy: null,
      prescriptionId: null,
    })),
    clinicValues: {},
    home: null,
    openRequests: [],
    openHolds: [],
    decisions: [],
    procedures: [],
    ...rest,
  };
  return found;
};

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index * 2);

describe('a progress report', () => {
  test('is work from the tenth treatment day on, and keeps that day as its date', () => {
    expect(documentsDue(facts(upTo(9)), null, day(30)).report).toBeUndefined();
    expect(documentsDue(facts(upTo(10)), null, day(18)).report?.dueOn).toBe(day(18));
    expect(documentsDue(facts(upTo(12)), null, day(30)).report?.dueOn).toBe(day(18));
  });

  test('counts treatment days, not sessions, and from the last report', () => {
    expect(documentsDue(facts([...upTo(9), 16, 16]), null, day(30)).report).toBeUndefined();
    expect(documentsDue(facts(upTo(12)), day(18), day(30)).report).toBeUndefined();
    expect(documentsDue(facts(upTo(21)), day(18), day(40)).report?.dueOn).toBe(day(38));
  });

  test('is nobody’s work without a payer that asks, or after the end', () => {
    expect(documentsDue(facts(upTo(12), { payerProfile: 'none' }), null, day(30)).report).toBeUndefined();
    expect(documentsDue(facts(upTo(12), { status: 'closed' }), null, day(30)).report).toBeUndefined();
  });
});

describe('a certification', () => {
  test('is work from 14 days before a plan without one is late, and stays it when it is', () => {
    const uncertified = facts([], { certifiedOn: null });
    expect(documentsDue(uncertified, null, day(15)).certification).toBeUndefined();
    expect(documentsDue(uncertified, null, day(16)).certification).toEqual({
      title: 'Certify the plan of care',
      dueOn: day(30),
    });
    expect(documentsDue(uncertified, null, day(45)).certification?.dueOn).toBe(day(30));
  });

  test('is never asked for again before it was given once: a short order is asked to be certified', () => {
    const short = (days: number) => {
      const found = facts([], { certifiedOn: null });
      const versions = (found.certification?.versions ?? []).map((one) => ({ ...one, durationWeeks: 3 }));
      const certification = found.certification && { ...found.certification, versions };
      return documentsDue({ ...found, certification }, null, day(days)).certification;
    };
    expect(short(10)).toBeUndefined();
    for (const days of [16, 25, 45])
      expect(short(days)).toEqual({ title: 'Certify the plan of care', dueOn: day(30) });
  });

  test('runs out with the certified period: the next version is asked for 14 days before', () => {
    // Twelve weeks, the first treatment is day 1.
    const through = day(83);
    expect(documentsDue(facts([]), null, addDays(through, -15)).certification).toBeUndefined();
    expect(documentsDue(facts([]), null, addDays(through, -14)).certification).toMatchObject({
      dueOn: through,
    });
    expect(documentsDue(facts([]), null, addDays(through, 20)).certification).toMatchObject({
      dueOn: through,
    });
  });

  test('ends with the episode, and a clinic may be warned later', () => {
    expect(documentsDue(facts([], { status: 'closed' }), null, day(83)).certification).toBeUndefined();
    const late = facts([], { clinicValues: { 'documentation.recertificationWarnDays': 5 } });
    expect(documentsDue(late, null, day(75)).certification).toBeUndefined();
    expect(documentsDue(late, null, day(78)).certification).toBeDefined();
  });
});
