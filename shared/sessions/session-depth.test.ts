import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { BILLING_CODES } from './billing-codes.ts';
import { startingContent } from './carry-over.ts';
import { claimModifiers, isAssistants } from './claim-modifiers.ts';
import { missingInNote } from './missing-in-note.ts';
import { NO_VITALS, type SessionContent } from './model.ts';
import { isSameBilling, noteUnits, unitsAgree } from './note-units.ts';
import { isUnread, provenanceOf } from './provenance.ts';
import { suggestedFlags } from './suggested-flags.ts';
import { unitRuleOf } from './unit-rules.ts';

const me = StaffMemberId.parse('01930000-0000-7000-8000-000000000001');
const other = StaffMemberId.parse('01930000-0000-7000-8000-000000000002');
const last = {
  sessionDate: '2026-11-19',
  subjective: 'Slept better.',
  objective: null,
  assessment: null,
  plan: 'Same again.',
};

describe('words of the last session', () => {
  test.each([
    ['marked as carried', { text: 'Slept better.', carried: true }, true],
    ['the same without a mark', { text: 'Slept better.', carried: false }, true],
    ['the same but for spaces', { text: ' Slept  better. ', carried: false }, true],
    ['confirmed by somebody else', { text: 'Slept better.', carried: false, confirmedById: other }, true],
    ['confirmed by the signer', { text: 'Slept better.', carried: false, confirmedById: me }, false],
    ['changed', { text: 'Slept badly.', carried: false }, false],
    ['cleared', { text: '', carried: true }, false],
  ])('%s: unread %#', (_why, part, unread) => {
    expect(isUnread(part, last.subjective, me)).toBe(unread);
  });

  test('keep the day they were first signed, however often they are carried', () => {
    const provenance = {
      plan: {
        source: 'carried' as const,
        from: plainDate('2026-11-05'),
        confirmedBy: 'Jo',
        confirmedAt: '2026-11-19T15:00:00Z',
      },
    };
    const start = startingContent({ ...last, provenance, interventions: [] }, [], '2026-11-21');
    expect(start.plan).toMatchObject({ carried: true, source: 'carried', from: '2026-11-05' });
    expect(start.subjective).toMatchObject({ from: '2026-11-19' });

    const signed = provenanceOf(
      {
        ...start,
        subjective: { text: 'New words.', carried: false },
        objective: { text: 'ODI 46.', carried: false, source: 'measured' },
      },
      { ...last, provenance },
      { name: 'Kim', at: '2026-11-21T15:00:00Z' },
    );
    expect(signed).toEqual({
      subjective: { source: 'typed', from: null, confirmedBy: 'Kim', confirmedAt: '2026-11-21T15:00:00Z' },
      objective: { source: 'measured', from: null, confirmedBy: 'Kim', confirmedAt: '2026-11-21T15:00:00Z' },
      plan: {
        source: 'carried',
        from: '2026-11-05',
        confirmedBy: 'Kim',
        confirmedAt: '2026-11-21T15:00:00Z',
      },
    });
  });
});

describe('when treatment began and ended', () => {
  const content = (changes: Partial<SessionContent>): SessionContent => ({
    ...startingContent(undefined, [], '2026-11-21'),
    interventions: [{ code: 'bridge', dose: { sets: 3 }, minutes: 38, billingCode: '97110', carried: false }],
    ...changes,
  });
  test.each([
    [{}, []],
    [{ startedTime: '09:00', endedTime: '09:38' }, []],
    [{ startedTime: '09:00', endedTime: '09:37' }, ['TIMES']],
    [{ startedTime: '09:00' }, ['TIMES']],
    [{ endedTime: '09:00' }, ['TIMES']],
    [{ startedTime: '09:00', endedTime: '09:00' }, ['TIMES']],
  ] as [Partial<SessionContent>, string[]][])('%j', (changes, codes) => {
    expect(missingInNote(content(changes)).map(({ code }) => code)).toEqual(codes);
  });
});

describe('who furnished a service', () => {
  test.each([
    [0, 30, false],
    [3, 30, false],
    [4, 30, true],
    [2, 20, false],
    [3, 20, true],
    [15, 15, true],
  ])('%d of %d minutes by an assistant: %s', (assistant, minutes, expected) => {
    expect(isAssistants(assistant, minutes)).toBe(expected);
  });

  test('modifiers by code: the plan, and CQ only where the assistant passed the tenth', () => {
    const medicare = rulePackOn('medicare_part_b', plainDate('2026-11-22'));
    const service = (billingCode: string, minutes: number, assistantMinutes: number) => ({
      billingCode,
      minutes,
      assistantMinutes,
    });
    expect(
      claimModifiers(
        'physical-therapist',
        [service('97110', 10, 0), service('97110', 10, 2), service('97140', 10, 2)],
        { pack: medicare },
      ),
    ).toEqual({ '97110': ['GP'], '97140': ['GP', 'CQ'] });
    const assisted = [service('97110', 10, 10)];
    expect(claimModifiers('physical-therapist-assistant', assisted, { pack: medicare })).toEqual({
      '97110': ['GP', 'CQ'],
    });
    // CQ is a rule of Medicare's: another payer's claim does not carry it.
    const noRules = rulePackOn('none', plainDate('2026-11-22'));
    expect(claimModifiers('physical-therapist-assistant', assisted, { pack: noRules })).toEqual({
      '97110': ['GP'],
    });
    const splint = [service('97535', 10, 0)];
    expect(claimModifiers('occupational-therapist', splint, { pack: medicare })).toEqual({ '97535': ['GO'] });
    expect(claimModifiers('physiatrist', [service('97110', 10, 0)], { pack: medicare })).toEqual({});
  });
});

describe('units by payer', () => {
  const four = ['97110', '97112', '97140', '97530'].map((billingCode) => ({ billingCode, minutes: 8 }));

  test('Medicare pools, the midpoint rule counts each code alone', () => {
    const pooled = noteUnits(four, null, { rule: unitRuleOf('medicare_part_b', '2026-11-21').rule });
    const alone = noteUnits(four, null, { rule: unitRuleOf('none', '2026-11-21').rule });
    expect(pooled).toMatchObject({
      billing: { timedUnits: 2, rule: 'pooled' },
      tieWinners: ['97110', '97112'],
    });
    expect(alone).toMatchObject({ billing: { timedUnits: 4, rule: 'midpoint', tieCodes: [] } });
  });

  test('the newest rule that has begun counts', () => {
    const rules = [
      { payer: 'none', from: '2020-01-01', rule: 'midpoint', source: 'a' },
      { payer: 'none', from: '2027-01-01', rule: 'pooled', source: 'b' },
    ] as const;
    expect(unitRuleOf('none', '2026-12-31', rules).rule).toBe('midpoint');
    expect(unitRuleOf('none', '2027-01-01', rules).rule).toBe('pooled');
  });

  test('a choice among tied codes is kept with the units', () => {
    const tied = noteUnits(four, ['97140', '97530']);
    expect(tied).toMatchObject({
      billing: { tieChoice: ['97140', '97530'], units: { '97110': 0, '97112': 0, '97140': 1, '97530': 1 } },
    });
  });

  test('group minutes buy no timed unit', () => {
    expect(noteUnits([...four, { billingCode: '97150', minutes: 30 }])).toMatchObject({
      billing: { totalTimedMinutes: 32, totalTreatmentMinutes: 62, untimedUnits: { '97150': 1 } },
    });
  });

  test('whatever the minutes and the choice, the totals agree under either rule', () => {
    const row = fc.record({
      billingCode: fc.constantFrom(...BILLING_CODES.map(({ code }) => code)),
      minutes: fc.integer({ min: 1, max: 120 }),
    });
    const choice = fc.option(fc.subarray(BILLING_CODES.map(({ code }) => code)));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        choice,
        fc.constantFrom('pooled', 'midpoint'),
        (rows, tie, rule) => {
          const counted = noteUnits(rows, tie, { rule });
          expect(counted.kind === 'units' && unitsAgree(counted.billing)).toBe(true);
        },
      ),
    );
  });

  test('units on screen are those billed; a code without a unit does not count', () => {
    const billing = { units: { '97110': 2, '97140': 0 }, untimedUnits: { '97010': 1 } };
    expect(isSameBilling({ '97110': 2, '97010': 1 }, billing)).toBe(true);
    expect(isSameBilling({ '97110': 1, '97140': 1, '97010': 1 }, billing)).toBe(false);
    expect(isSameBilling({ '97110': 2 }, billing)).toBe(false);
  });
});

describe('red flags that the numbers speak for', () => {
  const flags = (numbers: object, before: number | null = null) =>
    suggestedFlags(
      { vitals: { ...NO_VITALS, ...numbers }, painBefore: null, painAfter: null, ...numbers },
      { painBefore: before },
    ).map(({ code }) => code);
  test.each([
    [{ systolic: 180, diastolic: 110 }, null, []],
    [{ systolic: 181, diastolic: 90 }, null, ['RF-BP']],
    [{ systolic: 150, diastolic: 111 }, null, ['RF-BP']],
    [{ glucose: 70 }, null, []],
    [{ glucose: 69 }, null, ['RF-HYPO']],
    [{ glucose: 250 }, null, []],
    [{ glucose: 251 }, null, ['RF-HYPO']],
    [{ painBefore: 7 }, 5, []],
    [{ painBefore: 7 }, 4, ['RF-PAIN']],
    [{ painBefore: 8 }, 7, ['RF-PAIN']],
    [{ painBefore: 8 }, 8, []],
    [{ painBefore: 4, painAfter: 7 }, 4, ['RF-PAIN']],
  ] as [object, number | null, string[]][])('%j after %j', (numbers, before, expected) => {
    expect(flags(numbers, before)).toEqual(expected);
  });
});
