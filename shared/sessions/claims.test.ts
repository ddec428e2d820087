import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAboveKx, kxStanding } from '#shared/compliance/kx-threshold.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { plainDate } from '#shared/platform/time.ts';
import { BILLING_CODES } from './billing-codes.ts';
import { assistantMinutesOf, claimModifiers, servicesClaimed } from './claim-modifiers.ts';
import { missingInNote } from './missing-in-note.ts';
import { NO_VITALS, type GivenIntervention, type SessionContent } from './model.ts';
import { noteUnits, unitsAgree } from './note-units.ts';
import { NOTHING_ELSE_THAT_DAY, unitsTogether, type SameDay } from './same-day.ts';
import { unitsForMinutes } from './timed-units.ts';

const bridge: GivenIntervention = {
  code: 'bridge',
  dose: { sets: 3 },
  minutes: 10,
  billingCode: '97110',
  carried: false,
};
const words = { text: '', carried: false };
const content = (changes: Partial<SessionContent>): SessionContent => ({
  painBefore: null,
  painAfter: null,
  vitals: NO_VITALS,
  homeDaysDone: null,
  homeDaysPrescribed: null,
  interventions: [bridge],
  tieChoice: null,
  subjective: words,
  objective: words,
  assessment: words,
  plan: words,
  scores: [],
  ...changes,
});

describe('units of a date with more than one note', () => {
  const row = (billingCode: string, minutes: number) => ({ billingCode, minutes });
  const after = (...notes: ReturnType<typeof row>[][]): SameDay =>
    notes.reduce<SameDay>((day, rows) => {
      const counted = noteUnits(rows, null, { payer: 'medicare_part_b', sameDay: day });
      if (counted.kind === 'refused') throw new Error(counted.sentence);
      const { units, untimedUnits } = counted.billing;
      return {
        services: [...day.services, ...rows.map((one) => ({ ...one, assistantMinutes: 0 }))],
        billed: [...day.billed, { units, untimedUnits }],
      };
    }, NOTHING_ELSE_THAT_DAY);
  const billing = (rows: ReturnType<typeof row>[], sameDay: SameDay, tie: string[] | null = null) => {
    const counted = noteUnits(rows, tie, { payer: 'medicare_part_b', sameDay });
    if (counted.kind === 'refused') throw new Error(counted.sentence);
    return counted.billing;
  };

  test.each([
    ['8 and 8 minutes of one code are one unit', [row('97110', 8)], [row('97110', 8)], {}],
    ['7 and 8 minutes are one, billed by the second', [row('97110', 7)], [row('97110', 8)], { '97110': 1 }],
    ['7 and 0 more of it: another code earns it', [row('97110', 7)], [row('97112', 8)], { '97112': 1 }],
    ['8 and 14: 22 are one unit, billed before', [row('97110', 8)], [row('97112', 14)], {}],
    ['8 and 15: 23 are two', [row('97110', 8)], [row('97112', 15)], { '97112': 1 }],
    [
      'more minutes earlier: the unit is of the earlier code',
      [row('97110', 7)],
      [row('97112', 5)],
      { '97110': 1 },
    ],
    [
      'whole quarter hours add up: 20 and 20 are three',
      [row('97110', 20)],
      [row('97110', 20)],
      { '97110': 2 },
    ],
    ['22 and 15: 37 are two', [row('97110', 22)], [row('97110', 15)], { '97110': 1 }],
    ['22 and 16: 38 are three', [row('97110', 22)], [row('97110', 16)], { '97110': 2 }],
  ])('%s', (_why, first, second, expected) => {
    const counted = billing(second, after(first));
    expect(Object.fromEntries(Object.entries(counted.units).filter(([, count]) => count > 0))).toEqual(
      expected,
    );
    expect(unitsAgree(counted)).toBe(true);
  });

  test('a tie across notes is the clinician’s to break', () => {
    const day = after([row('97110', 7)]);
    expect(billing([row('97112', 7)], day)).toMatchObject({
      tieCodes: ['97110', '97112'],
      units: { '97110': 1 },
    });
    expect(billing([row('97112', 7)], day, ['97112']).units).toEqual({ '97112': 1 });
  });

  test('an untimed code is one unit a date; notes that billed too much take nothing back', () => {
    expect(billing([row('97012', 10)], after([row('97012', 10)])).untimedUnits).toEqual({});
    const tooMuch = { services: [], billed: [{ units: { '97110': 3 }, untimedUnits: {} }] };
    expect(billing([row('97110', 15)], tooMuch)).toMatchObject({ timedUnits: 0, units: { '97110': 0 } });
  });

  test('midpoint payers count each note by itself', () => {
    const sameDay = after([row('97110', 8)]);
    expect(noteUnits([row('97110', 8)], null, { rule: 'midpoint', sameDay })).toMatchObject({
      billing: { timedUnits: 1, units: { '97110': 1 } },
    });
  });

  test('whatever the notes, a date bills what its minutes earn, each code at most one over its quarter hours', () => {
    const codes = BILLING_CODES.filter(({ timed }) => timed)
      .map(({ code }) => code)
      .slice(0, 5);
    const note = fc.array(
      fc.record({ billingCode: fc.constantFrom(...codes), minutes: fc.integer({ min: 1, max: 40 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 3 }), (notes) => {
        const day = after(...notes);
        const minutes = notes.flat().reduce((sum, one) => sum + one.minutes, 0);
        const units = unitsTogether(day.billed.map((one) => one.units));
        expect(Object.values(units).reduce((sum, count) => sum + count, 0)).toBe(unitsForMinutes(minutes));
        for (const [code, count] of Object.entries(units)) {
          const given = notes.flat().filter((one) => one.billingCode === code);
          const total = given.reduce((sum, one) => sum + one.minutes, 0);
          expect(count).toBeLessThanOrEqual(Math.floor(total / 15) + 1);
        }
      }),
    );
  });
});

describe('what a payer claims otherwise', () => {
  const rows = [
    { billingCode: '97014', minutes: 15 },
    { billingCode: '97010', minutes: 10 },
  ];

  test('Medicare: unattended stimulation is G0283, a hot pack is bundled and its minutes still treatment', () => {
    expect(noteUnits(rows, null, { payer: 'medicare_part_b' })).toMatchObject({
      billing: { untimedUnits: { G0283: 1 }, bundled: ['97010'], totalTreatmentMinutes: 25 },
    });
    const both = [...rows, { billingCode: 'G0283', minutes: 5 }];
    expect(noteUnits(both, null, { payer: 'medicare_part_b' })).toMatchObject({
      billing: { untimedUnits: { G0283: 1 } },
    });
  });

  test('other payers: as they are', () => {
    const counted = noteUnits(rows, null, { rule: 'midpoint', payer: 'none' });
    expect(counted).toMatchObject({ billing: { untimedUnits: { '97014': 1, '97010': 1 } } });
    expect(counted.kind === 'units' && counted.billing.bundled).toBeUndefined();
  });

  test('group therapy says of how many, two at least', () => {
    const inGroup = { ...bridge, billingCode: '97150' };
    const group = (groupSize: number | null) =>
      missingInNote(content({ interventions: [inGroup], groupSize })).map(({ code }) => code);
    expect(group(null)).toEqual(['GROUP']);
    expect(group(1)).toEqual(['GROUP']);
    expect(group(2)).toEqual([]);
  });

  test('an assistant’s minutes on a thrust manipulation are refused on a therapist’s note', () => {
    const row = { ...bridge, code: 'spinal-manipulation' };
    const asked = (assistantMinutes: number) =>
      missingInNote(content({ interventions: [{ ...row, assistantMinutes }] }), {
        signerRole: 'physical-therapist',
      }).map(({ code }) => code);
    expect(asked(0)).toEqual([]);
    expect(asked(1)).toContain('ASSISTANT');
  });
});

describe('modifiers of a date', () => {
  const pack = rulePackOn('medicare_part_b', plainDate('2026-11-22'));
  const given = (billingCode: string, minutes: number, assistantMinutes: number) => ({
    billingCode,
    minutes,
    assistantMinutes,
  });

  test('KX above the threshold, for the plans that share it; CO where an occupational assistant took part', () => {
    const rules = { pack, aboveKx: true };
    expect(claimModifiers('physical-therapist', [given('97110', 15, 15)], rules)).toEqual({
      '97110': ['GP', 'CQ', 'KX'],
    });
    expect(claimModifiers('speech-therapist', [given('97533', 15, 5)], rules)).toEqual({
      '97533': ['GN', 'KX'],
    });
    expect(claimModifiers('occupational-therapist', [given('97535', 15, 5)], rules)).toEqual({
      '97535': ['GO', 'CO'],
    });
  });

  test('above means more than the threshold; an unknown year is never above', () => {
    const state = (year: number, cents: number | null) => isAboveKx(kxStanding(year, cents));
    expect(state(2026, 248_000)).toBe(false);
    expect(state(2026, 248_001)).toBe(true);
    expect(state(2026, 300_000)).toBe(true);
    expect(state(2027, 300_000)).toBe(false);
    expect(state(2026, null)).toBe(false);
  });

  test('a note of both: what an assistant signs is theirs, less what a therapist gave', () => {
    const of = (signer: StaffRole, assistantMinutes: number | null) =>
      assistantMinutesOf(signer, { minutes: 20, assistantMinutes });
    expect(of('physical-therapist-assistant', null)).toBe(20);
    expect(of('physical-therapist-assistant', 5)).toBe(5);
    expect(of('physical-therapist', null)).toBe(0);
    expect(of('physical-therapist', 25)).toBe(20);
  });

  test('minutes of an earlier note count along while their code has no unit', () => {
    const own = [given('97110', 8, 0)];
    const unbilled = {
      services: [given('97110', 7, 7)],
      billed: [{ units: { '97110': 0 }, untimedUnits: {} }],
    };
    expect(claimModifiers('physical-therapist', servicesClaimed(own, unbilled), { pack })).toEqual({
      '97110': ['GP', 'CQ'],
    });
    const billed = {
      services: [given('97110', 15, 15)],
      billed: [{ units: { '97110': 1 }, untimedUnits: {} }],
    };
    expect(claimModifiers('physical-therapist', servicesClaimed(own, billed), { pack })).toEqual({
      '97110': ['GP'],
    });
  });
});

describe('others who took part', () => {
  const of = (changes: Partial<SessionContent>, signerRole: StaffRole = 'physical-therapist') =>
    missingInNote(content(changes), { signerRole }).map(({ path }) => path);
  const assisted = [{ ...bridge, assistantMinutes: 4 }];
  const maya = { name: 'Maya Ortiz', as: 'physical-therapist-assistant' as const, did: 'Walked with her' };

  test('are said by name and with what they did', () => {
    expect(of({ tookPart: [maya] })).toEqual([]);
    expect(of({ tookPart: [{ ...maya, name: '', did: '' }] })).toEqual(['tookPart.0.name', 'tookPart.0.did']);
  });

  test('hold whoever gave minutes of the note', () => {
    expect(of({ interventions: assisted })).toEqual(['tookPart']);
    expect(of({ interventions: assisted, tookPart: [{ ...maya, as: 'aide' }] })).toEqual(['tookPart']);
    expect(of({ interventions: assisted, tookPart: [maya] })).toEqual([]);
    // An assistant's own minutes name nobody else.
    const all = [{ ...bridge, assistantMinutes: 10 }];
    expect(of({ interventions: all }, 'physical-therapist-assistant')).toEqual([]);
    expect(of({ interventions: assisted }, 'physical-therapist-assistant')).toEqual(['tookPart']);
  });
});
