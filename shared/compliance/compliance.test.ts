import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { certification, type CertificationFacts } from './certification.ts';
import { episodeCertification } from './episode-certification.ts';
import { progressReport } from './progress-report.ts';

const first = plainDate('2026-06-01');
const at = (days: number) => addDays(first, days);

const facts: CertificationFacts = {
  evaluationDate: first,
  initialTreatmentDate: first,
  planDurationDays: 84,
  signedOrderOnFile: false,
  planTransmittedDate: null,
  signatureDate: null,
  asOf: at(10),
};
const initial = (change: Partial<CertificationFacts>) => certification({ ...facts, ...change }).initialStatus;

describe('certification', () => {
  test('a signature within 30 days of the first treatment is timely, on day 31 it is late', () => {
    expect(initial({ signatureDate: at(30), asOf: at(30) })).toBe('CERTIFIED_BY_SIGNATURE');
    expect(initial({ signatureDate: at(31), asOf: at(31) })).toBe('CERTIFIED_DELAYED');
  });

  test('a signature of tomorrow does not count yet', () => {
    expect(initial({ signatureDate: at(11) })).toBe('PENDING');
    expect(initial({ signatureDate: at(40), asOf: at(31) })).toBe('OVERDUE');
  });

  test('the order alone certifies only with the plan sent within 30 days, and only since 2025', () => {
    const sent = { signedOrderOnFile: true, asOf: at(40) };
    expect(initial({ ...sent, planTransmittedDate: at(30) })).toBe('CERTIFIED_BY_ORDER');
    expect(initial({ ...sent, planTransmittedDate: at(31) })).toBe('OVERDUE');
    const old = plainDate('2024-12-31');
    expect(
      initial({
        ...sent,
        evaluationDate: old,
        initialTreatmentDate: old,
        planTransmittedDate: old,
        asOf: addDays(old, 40),
      }),
    ).toBe('OVERDUE');
  });

  test('lasts the plan or 90 days, day one counted, and warns 14 days before', () => {
    const recertification = (days: number, planDurationDays: number) =>
      certification({ ...facts, planDurationDays, asOf: at(days) }).recertification;
    expect(certification({ ...facts, planDurationDays: 140 }).certifiedThrough).toBe(at(89));
    expect(certification(facts).certifiedThrough).toBe(at(83));
    expect([recertification(74, 140), recertification(75, 140)]).toEqual(['OK', 'RECERT_DUE_SOON']);
    expect([recertification(89, 140), recertification(90, 140)]).toEqual(['RECERT_DUE_SOON', 'EXPIRED']);
  });
});

describe('the certification of an episode', () => {
  const v1 = { signedOn: first, durationWeeks: 20 };
  const of = (days: number, current = { versionNumber: 1, startsOn: first, durationWeeks: 20 }) =>
    episodeCertification({
      first: v1,
      current,
      evaluatedOn: addDays(first, -3),
      firstTreatmentOn: first,
      asOf: at(days),
    });

  test('is unknown before the first prescription', () => {
    expect(
      episodeCertification({
        first: undefined,
        current: undefined,
        evaluatedOn: null,
        firstTreatmentOn: null,
        asOf: first,
      }),
    ).toBeUndefined();
  });

  test('counts from the first treatment, and begins anew with each later version', () => {
    expect(of(90)).toMatchObject({ initial: 'CERTIFIED_BY_SIGNATURE', recertification: 'EXPIRED' });
    const renewed = of(90, { versionNumber: 2, startsOn: at(60), durationWeeks: 20 });
    expect(renewed).toMatchObject({ recertification: 'OK', certifiedThrough: at(149) });
  });
});

describe('the progress report', () => {
  const dates = (count: number) => Array.from({ length: count }, (_, day) => at(day));
  const status = (count: number, last: number | null = null) =>
    progressReport({
      treatmentDates: dates(count),
      lastProgressReportDate: last === null ? null : at(last),
      asOf: at(60),
    }).status;

  test('is due soon at eight treatment days, due at ten, overdue after', () => {
    expect([7, 8, 9, 10, 11].map((count) => status(count))).toEqual([
      'OK',
      'DUE_SOON',
      'DUE_SOON',
      'DUE',
      'OVERDUE',
    ]);
  });

  test('two treatments on one date count once, days to come and the day of a report not at all', () => {
    const count = (list: string[], last: string | null, asOf: string) =>
      progressReport({
        treatmentDates: list.map(plainDate),
        lastProgressReportDate: last === null ? null : plainDate(last),
        asOf: plainDate(asOf),
      }).treatmentDaysSinceReport;
    expect(count(['2026-06-01', '2026-06-01', '2026-06-03'], null, '2026-06-02')).toBe(1);
    expect(count(['2026-06-01', '2026-06-02'], '2026-06-01', '2026-06-02')).toBe(1);
  });
});
