import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { inrWords, prescriptionUnderInr, type KnownInr } from './inr.ts';
import { proposePrecautions } from './precautions.ts';

const precautions = proposePrecautions([{ code: 'Z79.01', codeSystem: ICD_10_CM, status: 'active' }]);
const sessionDate = plainDate('2026-11-21');

/** What the anticoagulant's row says of manipulation under these INRs, with a limit of 3. */
const rowUnder = (
  last: KnownInr | undefined,
  today: { inr?: number; inrOn?: KnownInr['on'] } = {},
  clinicValues: Record<string, string | number> = { 'vitals.inrLimit': '3' },
) => {
  const day = { today, sessionDate, last, clinicValues };
  const [row] = prescriptionUnderInr({ content: { precautions } }, day).content.precautions.filter(
    ({ agents }) => agents.length > 0,
  );
  return { level: row?.level, note: row?.note };
};

const drawn = (value: number, on: string): KnownInr => ({ value, on: plainDate(on) });

describe('an INR holds for as long as the clinic says', () => {
  test.each([
    ['on the last day that counts', '2026-10-22', /^INR 2.4, tested 22 Oct 2026, limit 3/],
    [
      'a day older',
      '2026-10-21',
      /^No INR of the last 30 days is known \(last: INR 2.4, tested .*ask for it/,
    ],
  ])('%s', (_when, on, note) => {
    expect(rowUnder(drawn(2.4, on))).toEqual({ level: 'precaution', note: expect.stringMatching(note) });
  });

  test('the clinic sets another age', () => {
    const values = { 'vitals.inrLimit': '3', 'vitals.inrCountsDays': 7 };
    expect(rowUnder(drawn(2.4, '2026-11-10'), {}, values).note).toContain('No INR of the last 7 days');
  });

  test('one above the limit forbids until a newer test, however old it is', () => {
    expect(rowUnder(drawn(4.1, '2026-06-01'))).toMatchObject({ level: 'contraindicated' });
  });
});

test('the later blood test counts, on whichever visit it was typed', () => {
  const last = drawn(3.6, '2026-11-15');
  expect(rowUnder(last, { inr: 2.4, inrOn: plainDate('2026-11-10') })).toMatchObject({
    level: 'contraindicated',
  });
  expect(rowUnder(last, { inr: 2.4, inrOn: plainDate('2026-11-15') })).toMatchObject({ level: 'precaution' });
  expect(rowUnder(last, { inr: 2.4 })).toMatchObject({ level: 'precaution' });
});

test('whoever reads it sees where the INR came from', () => {
  const source = { place: 'result' as const, on: null, by: 'Amara Rivera, MD' };
  const known = { ...drawn(2.4, '2026-11-18'), source };
  const said = 'INR 2.4, tested 18 Nov 2026, result entered by Amara Rivera, MD';
  expect(inrWords(known)).toBe(said);
  expect(rowUnder(known).note).toContain(said);
  const sheet = { place: 'session' as const, on: plainDate('2026-11-19'), by: 'Jordan Blake, PT' };
  expect(inrWords({ ...known, source: sheet })).toBe(
    'INR 2.4, tested 18 Nov 2026, session sheet of 19 Nov 2026 signed by Jordan Blake, PT',
  );
  expect(inrWords({ ...known, source: { place: 'medication', on: null, by: null } })).toBe(
    'INR 2.4, tested 18 Nov 2026, entered with the medication',
  );
});
