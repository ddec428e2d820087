import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PrescriptionId } from '#shared/platform/ids.ts';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { uncertified } from '#shared/sessions/gate-certification.ts';
import { certificationAct } from './certification-act.ts';
import { certification, type CertificationFacts } from './certification.ts';
import type { CertificationCourse, CertifiedVersion } from './certification-course.ts';
import { delayOfRecertification, delayOfVersion, delayOn } from './delayed-certification.ts';
import { episodeCertification } from './episode-certification.ts';
import { progressReport } from './progress-report.ts';
import { certificationWords } from './standing.ts';

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
  const version = (versionNumber: number, start: number, change: Partial<CertifiedVersion> = {}) => ({
    versionNumber,
    signedOn: at(start),
    startsOn: at(start),
    endedOn: null,
    durationWeeks: 12,
    certifiedOn: change.signedOn ?? at(start),
    ...change,
  });
  const of = (days: number, versions: CertifiedVersion[], change: Partial<CertificationCourse> = {}) =>
    episodeCertification(
      { versions, evaluatedOn: null, firstTreatmentOn: at(7), sentOn: null, ...change },
      at(days),
    );

  test('is unknown before the first prescription', () => {
    expect(of(0, [])).toBeUndefined();
  });

  test('counts from the evaluation where it came before the first treatment (CERT-2)', () => {
    expect(of(30, [version(1, 0)])?.certifiedThrough).toBe(at(7 + 83));
    expect(of(30, [version(1, 0)], { evaluatedOn: at(0) })?.certifiedThrough).toBe(at(83));
  });

  test('begins anew with a later version, from the day that it starts and not before', () => {
    const versions = [version(1, 0), version(2, 60, { signedOn: at(50) })];
    expect(of(59, versions)).toMatchObject({ certifiedThrough: at(90) });
    expect(of(60, versions)).toMatchObject({ certifiedFrom: at(60), certifiedThrough: at(60 + 83) });
  });

  test('is never shortened by a new version that keeps its start', () => {
    const before = of(20, [version(1, 0)])?.certifiedThrough;
    const replaced = [version(1, 0, { endedOn: at(15) }), version(2, 0, { signedOn: at(15) })];
    expect(of(20, replaced)?.certifiedThrough).toBe(before);
    const shorter = [version(1, 0), version(2, 0, { signedOn: at(15), durationWeeks: 4 })];
    expect(of(20, shorter)?.certifiedThrough).toBe(before);
  });

  test('an order that nothing certified lends no days to the version that is certified', () => {
    const versions = [
      version(1, 0, { certifiedOn: null, endedOn: at(15) }),
      version(2, 0, { signedOn: at(15), durationWeeks: 4 }),
    ];
    expect(of(20, versions)).toMatchObject({ certifiedFrom: at(7), certifiedThrough: at(7 + 27) });
    // The order and the plan sent in time are a certification of their own (CERT-4).
    expect(of(20, versions, { sentOn: at(10) })).toMatchObject({ certifiedThrough: at(90) });
  });

  test('a version that is signed ahead certifies no day before it starts, and is late as of its signature', () => {
    const course = {
      versions: [
        version(1, 0, { certifiedOn: null, endedOn: at(60) }),
        version(2, 60, { signedOn: at(40), durationWeeks: 4 }),
      ],
      evaluatedOn: null,
      firstTreatmentOn: at(7),
      sentOn: null,
    };
    expect(episodeCertification(course, at(59))).toMatchObject({ initial: 'OVERDUE', recertification: null });
    expect(episodeCertification(course, at(60))).toMatchObject({
      initial: 'CERTIFIED_DELAYED',
      signedOn: at(40),
      certifiedThrough: at(60 + 27),
    });
    expect(delayOfVersion(course, 2, at(40))).toMatchObject({ isLate: true, dueOn: at(37) });

    const plan = { prescriptionId: PrescriptionId.parse(randomUUID()), endsOn: at(90), signedBy: 'Dr Voss' };
    const inRecord = [
      { ...plan, versionNumber: 2, startsOn: at(60), signedOn: at(40), inForce: false, certifiesPlan: true },
      { ...plan, versionNumber: 1, startsOn: at(0), signedOn: at(0), inForce: true, certifiesPlan: false },
    ];
    const waiting = { certification: course, clinicValues: {} };
    const page = { versions: inRecord, certifications: [], today: at(45), facts: waiting };
    const act = certificationAct(page, episodeCertification(course, at(45)) ?? null);
    expect(act).toMatchObject({ kind: 'certify', version: { versionNumber: 1 } });
  });

  test('while nothing certifies, nothing runs out: no day of it is certified, and none has ended', () => {
    const versions = [version(1, 0, { certifiedOn: null, durationWeeks: 3 })];
    for (const day of [10, 25, 30, 37, 38, 60]) {
      const standing = of(day, versions);
      expect(standing?.recertification).toBeNull();
      expect(standing && certificationWords(standing)).toMatch(/^Not certified yet; it would cover/);
      const refused = standing && uncertified({ blocks: true, ...standing }).map(({ act }) => act);
      expect(refused).toEqual(day <= 37 ? [] : ['The physiatrist certifies it on the documentation page.']);
    }
  });

  test('a later version that certifies after the certified days is late, and asks for its reason (CERT-7)', () => {
    const late = (signed: number, change: Partial<CertifiedVersion> = {}) =>
      delayOfRecertification(
        {
          versions: [version(1, 0), version(2, signed, change)],
          evaluatedOn: null,
          firstTreatmentOn: at(7),
          sentOn: null,
        },
        2,
      );
    expect(late(90)).toMatchObject({ isLate: false });
    expect(late(91)).toMatchObject({ isLate: true, dueOn: at(90), needsEvidence: false });
    expect(late(91, { certifiedOn: null })).toBeUndefined();
  });

  test('that nobody asked for before the payer was corrected stops no care for thirty days (CERT-7)', () => {
    const versions = [version(1, 0, { certifiedOn: null })];
    expect(of(60, versions, { payerSince: at(60) })).toMatchObject({ initial: 'OVERDUE', careUntil: at(90) });
    expect(of(60, versions)?.careUntil).toBeNull();
  });

  test('a version stopped before its start certifies nothing', () => {
    const versions = [version(1, 0), version(2, 60, { signedOn: at(50), endedOn: at(55) })];
    expect(of(70, versions)).toMatchObject({ certifiedThrough: at(90) });
  });

  const order = (number: number, start: number, change: Partial<CertifiedVersion> = {}) =>
    version(number, start, { certifiedOn: null, ...change });

  test.each([
    ['waits for the 30 days', 37, {}, 'PENDING'],
    ['and is overdue after', 38, {}, 'OVERDUE'],
    ['the order and the plan sent in time certify it (CERT-4)', 38, { sentOn: at(37) }, 'CERTIFIED_BY_ORDER'],
    ['sent a day late does not', 38, { sentOn: at(38) }, 'OVERDUE'],
    [
      'sent counts from the evaluation where it came first',
      38,
      { sentOn: at(37), evaluatedOn: at(5) },
      'OVERDUE',
    ],
    ['not before it was sent', 36, { sentOn: at(37) }, 'PENDING'],
  ] as const)('an order without a certifying statement: %s', (_why, day, change, expected) => {
    expect(of(day, [order(1, 0)], change)).toMatchObject({ initial: expected });
  });

  test('a statement of its own certifies later: in time, or delayed (CERT-7)', () => {
    expect(of(60, [order(1, 0, { certifiedOn: at(37) })])).toMatchObject({
      initial: 'CERTIFIED_BY_SIGNATURE',
      signedOn: at(37),
    });
    expect(of(60, [order(1, 0, { certifiedOn: at(38) })])?.initial).toBe('CERTIFIED_DELAYED');
    expect(of(37, [order(1, 0, { certifiedOn: at(38) })])?.initial).toBe('PENDING');
  });

  test('the next version’s certifying signature certifies an order that nothing else did, and only then', () => {
    const next = version(2, 40, { durationWeeks: 4 });
    expect(of(41, [order(1, 0), next])).toMatchObject({ initial: 'CERTIFIED_DELAYED', signedOn: at(40) });
    expect(of(41, [order(1, 0), next], { sentOn: at(20) })).toMatchObject({
      initial: 'CERTIFIED_BY_ORDER',
      signedOn: null,
    });
  });

  test('a later version that is an order only certifies nothing anew (CERT-5)', () => {
    const versions = [version(1, 0), order(2, 60)];
    expect(of(70, versions)).toMatchObject({ certifiedThrough: at(90) });
    const certified = [version(1, 0), order(2, 60, { certifiedOn: at(65) })];
    expect(of(64, certified)).toMatchObject({ certifiedThrough: at(90) });
    expect(of(70, certified)).toMatchObject({ certifiedThrough: at(60 + 83) });
  });

  test('late asks for a reason from the first day, for evidence after six months', () => {
    const standing = of(40, [order(1, 0)]);
    if (!standing) throw new Error('something is prescribed');
    const late = (day: number) => delayOn(standing, at(day));
    expect(late(37)).toMatchObject({ isLate: false, needsEvidence: false, dueOn: at(37) });
    expect(late(38)).toMatchObject({ isLate: true, needsEvidence: false });
    expect(late(37 + 183)).toMatchObject({ needsEvidence: false });
    expect(late(37 + 184)).toMatchObject({ needsEvidence: true });
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
