import { describe, expect, test } from 'vitest';
import { DocumentContent } from '#shared/documents/model.ts';
import { DischargeNoteId, PrescriptionId, ProgressReportId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { emptyPrescription } from '#shared/prescriptions/model.ts';
import type { AssessedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import type { DocumentSubject, PlanOfCareFacts } from './document-facts.ts';
import { changeWords } from './document-parts.ts';
import { addendaSection } from './addenda-section.ts';
import { closeReasonWords, dischargeSummaryDocument } from './discharge-summary-document.ts';
import { planOfCareDocument } from './plan-of-care-document.ts';
import { progressReportDocument } from './progress-report-document.ts';

const ID = '0197c1de-0000-7000-8000-000000000001';
const on = plainDate;

const subject: DocumentSubject = {
  organization: 'Northbridge Rehabilitation',
  clinic: 'Harborview',
  timeZone: 'America/New_York',
  clinicValues: {},
  patient: {
    familyName: 'Niño',
    givenName: 'Łucja',
    birthDate: on('1960-05-03'),
    sex: 'female',
    mrn: '004417',
  },
  episode: {
    concern: 'Low back pain into the leg',
    diagnosis: 'Lumbar radiculopathy (M54.16)',
    openedOn: on('2026-06-01'),
    onsetOn: on('2026-05-20'),
    payerProfile: 'medicare_part_b',
  },
};

const odi: ReportedMeasure = {
  measureCode: 'odi',
  side: null,
  role: 'primary',
  baseline: { value: 46, on: on('2026-06-08') },
  lastReport: null,
  now: { value: 31, on: on('2026-07-10') },
  mdc: 10,
  mcid: 10,
  goal: null,
};

const goal: AssessedGoal = {
  description: 'Sits through a meeting',
  measureCode: 'odi',
  side: null,
  target: 20,
  targetOn: on('2026-08-30'),
  baseline: odi.baseline,
  now: odi.now,
  status: 'on-the-way',
  comment: 'Sits 30 minutes',
};

const planOf = (planned: PlanOfCareFacts['version']['content']) => planOfCareDocument(planFacts(planned));

const planFacts = (planned: PlanOfCareFacts['version']['content']): PlanOfCareFacts => ({
  ...subject,
  certification: {
    versions: [
      {
        versionNumber: 1,
        signedOn: on('2026-06-06'),
        startsOn: on('2026-06-08'),
        endedOn: null,
        durationWeeks: 8,
        certifiedOn: on('2026-06-06'),
      },
    ],
    evaluatedOn: null,
    firstTreatmentOn: on('2026-06-10'),
    sentOn: null,
  },
  signedAt: '6 Jun 2026, 15:00',
  version: {
    prescriptionId: PrescriptionId.parse(ID),
    versionNumber: 1,
    startsOn: on('2026-06-08'),
    endsOn: on('2026-08-02'),
    signedOn: on('2026-06-06'),
    signedBy: 'Amara Rivera, MD',
    certifiesPlan: true,
    certifiedLater: null,
    inForce: true,
    content: planned,
    reason: null,
  },
});

const OVERRIDDEN = {
  comorbidity: 'pacemaker',
  intervention: 'Ultrasound over the device',
  agents: ['ultrasound'],
  level: 'contraindicated' as const,
  note: null,
  source: 'Houghton',
  verified: true,
  decision: 'override' as const,
  overrideReason: 'Low back only, far from the device',
};

const content = {
  ...emptyPrescription(['RF-CES']),
  diagnoses: [{ conditionId: null, code: 'M54.16', display: 'Lumbar radiculopathy', side: 'left' as const }],
  frequencyPerWeek: 2,
  durationWeeks: 8,
  startsOn: on('2026-06-08'),
  reEvaluationOn: on('2026-07-20'),
  interventions: [
    {
      code: 'lumbar-traction',
      name: 'Lumbar traction',
      authority: 'ask' as const,
      bounds: [{ parameter: 'tractionKg' as const, min: 6, max: 10 }],
      rationale: null,
    },
  ],
  goals: [
    { description: goal.description, measureCode: 'odi', side: null, target: 20, targetOn: on('2026-08-30') },
  ],
  measures: [
    { measureCode: 'odi', side: null, role: 'primary' as const, everyDays: 14, mdcTag: null, mcidTag: null },
  ],
};

const REPORT = {
  ...subject,
  report: {
    progressReportId: ProgressReportId.parse(ID),
    addenda: [],
    periodFrom: on('2026-06-10'),
    reportedOn: on('2026-07-15'),
    author: 'Jonas Lindqvist, DPT',
    signedAt: '2026-07-15T20:00:00Z',
    measures: [odi],
    goals: [goal],
    assessment: 'Sits and sleeps better.\nNeeds cueing for lifting.',
    planKind: 'continue' as const,
    plan: 'Raise traction within the limits.',
  },
  treatmentDates: [on('2026-06-10'), on('2026-06-12')],
  treatedBy: ['Jonas Lindqvist, DPT'],
};

const DISCHARGE = {
  ...subject,
  closedOn: on('2026-08-01'),
  closeReason: 'goals-met: Walks 2 km',
  note: {
    dischargeNoteId: DischargeNoteId.parse(ID),
    addenda: [],
    author: 'Jonas Lindqvist, DPT',
    writtenOn: on('2026-08-02'),
    periodFrom: on('2026-07-16'),
    dischargedOn: on('2026-08-01'),
    planned: true,
    measures: [odi],
    goals: [{ ...goal, status: 'met' as const }],
    summary: 'Full course.',
    planAfter: 'Home programme.',
    signedAt: '2026-08-02T14:00:00Z',
  },
  firstTreatmentOn: on('2026-06-10'),
  lastTreatmentOn: on('2026-07-30'),
  attended: 15,
  missed: 1,
  versions: [{ versionNumber: 1, startsOn: on('2026-06-08'), endedOn: on('2026-08-01'), reason: null }],
  procedures: [{ display: 'Epidural injection', performedOn: on('2026-06-30') }],
  homeProgramme: null,
};

describe('documents made from the record', () => {
  test('the plan of care holds what POC-2 asks for, diagnosis first', () => {
    const document = planOf(content);

    expect(DocumentContent.parse(document)).toMatchSnapshot();
  });

  test('the progress report puts function first and judges each goal (PR-5)', () => {
    const document = progressReportDocument(REPORT, '15 Jul 2026, 16:00');

    expect(DocumentContent.parse(document)).toMatchSnapshot();
  });

  test('the discharge summary puts the diagnosis first, and says when it is not signed', () => {
    expect(DocumentContent.parse(dischargeSummaryDocument(DISCHARGE, '2 Aug 2026, 10:00'))).toMatchSnapshot();
    expect(dischargeSummaryDocument({ ...DISCHARGE, note: null }, undefined).unsigned).toBe(true);
  });
});

test('no payer asks for a certified plan: the paper is the order, without a word of Medicare’s rule', () => {
  const paper = JSON.stringify(
    planOfCareDocument({ ...planFacts(content), episode: { ...subject.episode, payerProfile: 'none' } }),
  );
  expect(paper).toContain('I order the therapy of this plan of care.');
  expect(paper).not.toMatch(/certif/i);
});

describe('what was added after signing', () => {
  const addendum = {
    id: ID,
    reason: 'A score was missing',
    text: 'ODI 34 that day.',
    authorName: 'Omar Haddad, DPT',
    authorRole: 'physical-therapist' as const,
    // Still the third of October in Chicago.
    createdAt: '2026-10-04T00:30:00Z',
  };

  test('stands below the signature, under its own author and the clinic’s day', () => {
    const [added] = addendaSection([addendum], { timeZone: 'America/Chicago' });
    expect(added?.title).toBe('Added after signing');
    expect(added?.blocks.at(-1)).toEqual({
      kind: 'signature',
      statement: 'Added by',
      name: 'Omar Haddad',
      credentials: 'DPT',
      signedOn: '3 Oct 2026',
    });
    expect(addendaSection([], { timeZone: 'America/Chicago' })).toEqual([]);
  });

  test('is the last section of a report and of a discharge summary', () => {
    const lastOf = ({ sections }: { sections: readonly { title?: string | undefined }[] }) =>
      sections.at(-1)?.title;
    expect(
      lastOf(progressReportDocument({ ...REPORT, report: { ...REPORT.report, addenda: [addendum] } }, '')),
    ).toBe('Added after signing');
    expect(
      lastOf(
        dischargeSummaryDocument({ ...DISCHARGE, note: { ...DISCHARGE.note, addenda: [addendum] } }, ''),
      ),
    ).toBe('Added after signing');
  });
});

test('a change is said with the error it must be read against', () => {
  const now = (value: number) => ({ value, on: on('2026-07-10') });
  expect(changeWords({ ...odi, now: now(40) })).toBe('6 better, within the error of 10');
  expect(changeWords({ ...odi, now: now(36) })).toBe(
    '10 better, beyond the error of 10; 10 matters to patients',
  );
  expect(changeWords({ ...odi, now: now(60) })).toBe('14 worse, beyond the error of 10');
  expect(changeWords({ ...odi, now: now(46) })).toBe('no change');
  expect(changeWords({ ...odi, mdc: null })).toBe('15 better; error not known');
  expect(changeWords({ ...odi, now: odi.baseline })).toBe('cannot be said yet');
});

test('a change on a scale of whole numbers is said with the smallest one that can be reached', () => {
  const nprs = { ...odi, measureCode: 'nprs', mdc: 1.77, mcid: 2 };
  const now = (value: number) => ({
    ...nprs,
    now: { value, on: on('2026-07-10') },
    baseline: { value: 7, on: on('2026-06-08') },
  });
  expect(changeWords(now(6))).toBe('1 better, within the error of 2');
  expect(changeWords(now(4))).toBe('3 better, beyond the error of 2; 2 matters to patients');
});

test('a precaution that was set aside stands in the plan of care, with its place and its reason', () => {
  const precaution = { ...OVERRIDDEN, scope: 'local' as const };
  const interventions = [
    {
      code: 'ultrasound',
      name: 'Therapeutic ultrasound',
      authority: 'free' as const,
      bounds: [],
      rationale: null,
    },
  ];
  const said = (change: object) =>
    JSON.stringify(
      planOf({ ...content, interventions, precautions: [{ ...precaution, ...change }] }).sections,
    );

  expect(said({})).toContain(
    'Therapeutic ultrasound permitted elsewhere; not where it is contraindicated: ultrasound over the device. Reason: Low back only, far from the device',
  );
  expect(said({ scope: 'anywhere' })).toContain(
    'Therapeutic ultrasound permitted against a contraindication: ultrasound',
  );
  expect(said({ agents: ['traction'] })).toContain(
    'Set aside by the physiatrist, a contraindication: ultrasound',
  );
});

test('a reason for closing is read as words', () => {
  expect(closeReasonWords('goals-met: Walks 2 km')).toBe('Goals met. Walks 2 km.');
  expect(closeReasonWords('goals-met: Goals met; goes on alone.')).toBe('Goals met; goes on alone.');
  expect(closeReasonWords('goals-met')).toBe('Goals met.');
  expect(closeReasonWords('Something else')).toBe('Something else');
  expect(closeReasonWords(null)).toBe('not stated');
});
