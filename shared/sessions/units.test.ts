import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTERVENTIONS } from '#shared/prescriptions/interventions.ts';
import { BILLING_CODES } from './billing-codes.ts';
import { noteUnits } from './note-units.ts';
import { timedUnits, unitsForMinutes, type TimedUnits } from './timed-units.ts';

const timedCodes = BILLING_CODES.filter(({ timed }) => timed).map(({ code }) => code);
const services = fc.array(
  fc.record({ code: fc.constantFrom(...timedCodes), minutes: fc.integer({ min: 1, max: 120 }) }),
  { maxLength: 12 },
);

const counted = (list: { code: string; minutes: number }[]): TimedUnits => {
  const result = timedUnits(list);
  if ('error' in result) throw new Error(result.error);
  return result;
};
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('timed units', () => {
  test.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [22, 1],
    [23, 2],
    [52, 3],
    [53, 4],
    [127, 8],
    [128, 9],
  ])('%d minutes are %d units', (minutes, units) => {
    expect(unitsForMinutes(minutes)).toBe(units);
  });

  test('the units of all codes together are those of the total', () => {
    fc.assert(
      fc.property(services, (list) => {
        const { units, timedUnits: earned, totalTimedMinutes } = counted(list);
        expect(sum(Object.values(units))).toBe(earned);
        expect(totalTimedMinutes).toBe(sum(list.map(({ minutes }) => minutes)));
      }),
    );
  });

  test('no code gets more than one unit beyond its whole quarter hours', () => {
    fc.assert(
      fc.property(services, (list) => {
        const { units } = counted(list);
        for (const [code, given] of Object.entries(units)) {
          const minutes = sum(list.filter((one) => one.code === code).map((one) => one.minutes));
          expect([0, 1]).toContain(given - Math.floor(minutes / 15));
        }
      }),
    );
  });

  test('the order in which services are written down changes nothing', () => {
    fc.assert(
      fc.property(services, (list) => {
        expect(counted([...list].reverse())).toEqual(counted(list));
      }),
    );
  });

  test('a minute more never earns less', () => {
    fc.assert(
      fc.property(
        services.filter((list) => list.length > 0),
        (list) => {
          const [first, ...rest] = list;
          if (!first) return;
          const more = counted([{ ...first, minutes: first.minutes + 1 }, ...rest]);
          expect(more.timedUnits).toBeGreaterThanOrEqual(counted(list).timedUnits);
        },
      ),
    );
  });

  test('untimed minutes never buy timed units', () => {
    expect(
      counted([
        { code: '97161', minutes: 30 },
        { code: '97110', minutes: 15 },
      ]),
    ).toMatchObject({
      timedUnits: 1,
      untimedUnits: { '97161': 1 },
      totalTreatmentMinutes: 45,
    });
  });
});

describe('the units of a note', () => {
  const row = (billingCode: string, minutes: number | null) => ({ billingCode, minutes });

  test('the clinician chooses among tied codes; a choice that no longer fits falls back to the default', () => {
    const tie = [row('97112', 20), row('97110', 20)];
    const units = (choice: string[] | null) => {
      const result = noteUnits(tie, choice);
      return result.kind === 'units' ? result.billing.units : result;
    };
    expect(units(null)).toEqual({ '97110': 2, '97112': 1 });
    expect(units(['97112'])).toEqual({ '97110': 1, '97112': 2 });
    expect(units(['97112', '97110'])).toEqual({ '97110': 2, '97112': 1 });
    expect(units(['97140'])).toEqual({ '97110': 2, '97112': 1 });
  });

  test('any choice leaves the total as it is', () => {
    fc.assert(
      fc.property(services, fc.array(fc.constantFrom(...timedCodes)), (list, choice) => {
        const rows = list.map(({ code, minutes }) => row(code, minutes));
        const result = noteUnits(rows, choice);
        if (result.kind === 'refused') throw new Error(result.sentence);
        expect(sum(Object.values(result.billing.units))).toBe(result.billing.timedUnits);
      }),
    );
  });

  test('rows without minutes wait, and what cannot be counted is said', () => {
    expect(noteUnits([row('97110', null)])).toMatchObject({ kind: 'units', billing: { timedUnits: 0 } });
    expect(noteUnits([row('99999', 20)])).toMatchObject({
      kind: 'refused',
      sentence: '99999 is not a known billing code. Choose one from the list.',
    });
    expect(noteUnits([row('97110', 0)])).toMatchObject({
      sentence:
        'Minutes of 97110 (Exercise for strength, endurance, range, flexibility) are whole numbers from 1 to 480.',
    });
  });

  test('every timed code is what some intervention usually goes to, and every intervention’s code is known', () => {
    const used = new Set(INTERVENTIONS.map(({ billingCode }) => billingCode));
    expect(timedCodes.filter((code) => !used.has(code))).toEqual([]);
    expect([...used].filter((code) => !BILLING_CODES.some((one) => one.code === code))).toEqual([]);
  });

  test('the table names each code once', () => {
    expect(new Set(BILLING_CODES.map(({ code }) => code)).size).toBe(BILLING_CODES.length);
  });
});
