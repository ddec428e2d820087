import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canHoldRole } from './policy.ts';
import { lastDay, membershipPeriod, periodState } from './period.ts';
import { loadState, loadWith, loadWithout, loadWords } from './load.ts';

const zone = 'America/New_York';
const noon = new Date('2026-03-07T17:00:00Z');

describe('the period of a membership', () => {
  test('from today begins now, and the last day counts whole', () => {
    expect(membershipPeriod({ kind: 'cover', from: '2026-03-07', to: '2026-03-07' }, noon, zone)).toEqual({
      kind: 'period',
      validFrom: noon,
      validTo: new Date('2026-03-08T05:00:00Z'),
    });
  });

  test('a period over the change of the clocks ends at the midnight of the new time', () => {
    const period = membershipPeriod({ kind: 'member', from: '2026-03-07', to: '2026-03-08' }, noon, zone);

    expect(period).toMatchObject({ validTo: new Date('2026-03-09T04:00:00Z') });
  });

  test.each([
    ['from', { kind: 'member' as const, from: '2026-03-06', to: null }],
    ['to', { kind: 'cover' as const, from: '2026-03-07', to: null }],
    ['to', { kind: 'member' as const, from: '2026-03-10', to: '2026-03-09' }],
  ])('a wrong %s is refused: %j', (field, wanted) => {
    expect(membershipPeriod(wanted, noon, zone)).toMatchObject({ kind: 'refused', field });
  });

  test('a membership gives access from its first instant up to, not including, its last', () => {
    const member = { validFrom: '2026-03-07T17:00:00Z', validTo: '2026-03-09T04:00:00Z' };

    expect(periodState(member, new Date('2026-03-07T16:59:59Z'))).toBe('later');
    expect(periodState(member, noon)).toBe('now');
    expect(periodState(member, new Date('2026-03-09T04:00:00Z'))).toBe('ended');
    expect(lastDay(member.validTo, zone)).toBe('2026-03-08');
  });
});

describe('load', () => {
  const load = { openEpisodes: 53, capacity: 60 };

  test('assigning adds the open episodes once, whatever the number of roles', () => {
    expect(loadWith(load, { openEpisodes: 2, alreadyOnTeam: false }).openEpisodes).toBe(55);
    expect(loadWith(load, { openEpisodes: 2, alreadyOnTeam: true }).openEpisodes).toBe(53);
  });

  test.each([
    [53, 'free', '53 of 60'],
    [54, 'nearly-full', '54 of 60, nearly full'],
    [60, 'full', '60 of 60, full'],
    [63, 'over', '63 of 60, 3 over'],
  ] as const)('%d open episodes of 60 are %s', (openEpisodes, state, words) => {
    expect(loadState({ openEpisodes, capacity: 60 })).toBe(state);
    expect(loadWords({ openEpisodes, capacity: 60 })).toBe(words);
  });

  test('joining and leaving again leaves the load as it was', () => {
    const any = fc.record({ openEpisodes: fc.nat(200), capacity: fc.nat(200) });
    fc.assert(
      fc.property(any, fc.nat(9), fc.boolean(), (before, openEpisodes, known) => {
        const joined = loadWith(before, { openEpisodes, alreadyOnTeam: known });
        expect(loadWithout(joined, { openEpisodes, staysInOtherRole: known })).toEqual(before);
      }),
    );
  });
});

test('nobody is put on a team outside their profession, and nobody who has left', () => {
  expect(canHoldRole({ role: 'physical-therapist', active: true }, 'physical-therapist').allowed).toBe(true);
  expect(canHoldRole({ role: 'physical-therapist', active: true }, 'physiatrist').allowed).toBe(false);
  expect(canHoldRole({ role: 'administrator', active: true }, 'case-manager').allowed).toBe(true);
  expect(canHoldRole({ role: 'administrator', active: true }, 'physiatrist').allowed).toBe(false);
  expect(canHoldRole({ role: 'physiatrist', active: false }, 'physiatrist').allowed).toBe(false);
});
