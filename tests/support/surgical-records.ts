import type { Finding } from '#shared/evaluations/findings.ts';
import type { SurgicalRecord } from '#shared/orders/surgical.ts';
import { ProcedureId } from '#shared/platform/ids.ts';

const COMMON = { note: '', carried: false };
const BY = 'Amara Rivera, MD';

const strength = (muscleGroup: string, left: '4-' | 5, right: '4-' | 5): Finding[] => [
  { kind: 'strength', muscleGroup, grade: left, side: 'left', ...COMMON },
  { kind: 'strength', muscleGroup, grade: right, side: 'right', ...COMMON },
];

const FINDINGS: Finding[] = [
  ...strength('Knee extension', 5, 5),
  ...strength('Ankle dorsiflexion', '4-', 5),
  { kind: 'reflex', reflex: 'Achilles', grade: '1+', side: 'left', ...COMMON },
  { kind: 'reflex', reflex: 'Achilles', grade: '2+', side: 'right', ...COMMON },
  {
    kind: 'special-test',
    test: 'Straight leg raise',
    result: 'positive',
    side: 'left',
    ...COMMON,
    note: 'at 40 degrees',
  },
  { kind: 'special-test', test: 'Straight leg raise', result: 'negative', side: 'right', ...COMMON },
];

const measure = (abbreviation: string): SurgicalRecord['measures'][number] => ({
  measureCode: 'odi',
  side: null,
  role: 'primary',
  abbreviation,
  name: 'Oswestry Disability Index',
  unit: '%',
  direction: 'lowerIsBetter',
  baseline: { date: '2026-10-01', value: 46 },
  latest: { date: '2026-11-12', value: 50 },
  improvement: -4,
  thresholdDetect: 10,
  thresholds: { mdc: null, mcid: null, pctThreshold: null },
  goal: { target: 20, targetOn: '2026-12-10' },
  episode: { class: 'NO_CHANGE_YET', baseline: { date: '2026-10-01', value: 46 }, improvement: -4 },
});

/** A record in which every list has one entry. */
export const A_SHORT_RECORD: SurgicalRecord = {
  asOf: '2026-11-18',
  patient: {
    name: 'Nils Dahlgren',
    mrn: '003176',
    birthDate: '1971-08-26',
    sex: 'male',
    phone: '+1 201 555 0125',
  },
  clinicName: 'Northbridge Harborview',
  episode: {
    concern: 'Leg pain',
    bodyRegion: 'lower-back',
    side: null,
    onsetOn: '2026-07-29',
    openedOn: '2026-09-25',
  },
  diagnoses: [{ code: 'M54.16', display: 'Lumbar radiculopathy', side: 'left' }],
  comorbidities: [{ code: 'I48.20', display: 'Atrial fibrillation', side: null }],
  allergies: ['Lidocaine: anaphylaxis, severe'],
  medications: ['ibuprofen 400 mg as needed', 'warfarin 5 mg once daily'],
  impression: { text: 'L5 root, left.', on: '2026-09-28', by: BY },
  examination: { on: '2026-09-28', by: BY, findings: FINDINGS },
  history: [
    { kind: 'surgery', title: 'Cardiac pacemaker', side: 'left', happenedOn: '2019-05', result: null },
    {
      kind: 'prior-therapy',
      title: 'Chiropractic care',
      side: null,
      happenedOn: '2025',
      result: 'no-change',
    },
  ],
  redFlags: [],
  versions: [
    {
      versionNumber: 1,
      startsOn: '2026-10-01',
      until: '2026-12-09',
      frequencyPerWeek: 2,
      visitsPrescribed: 20,
      reason: null,
    },
  ],
  interventions: [{ name: 'Bridge', sessions: 1, minutes: 15, firstOn: '2026-10-01', lastOn: '2026-10-01' }],
  dose: {
    sessions: 1,
    minutes: 15,
    missed: 0,
    cancelled: 0,
    firstOn: '2026-10-01',
    lastOn: '2026-10-01',
    attendance: { attended: 1, prescribedToDate: 2 },
    home: null,
  },
  verdict: 'WORSENING',
  reason: 'ODI worse than baseline, seen once',
  measures: [measure('ODI')],
  procedures: [],
  tests: [
    {
      kind: 'mri',
      bodyRegion: 'lower-back',
      side: null,
      orderedOn: '2026-10-02',
      resultOn: '2026-10-09',
      status: 'acknowledged',
      reportText: 'Protrusion L4-L5 left.',
      ownReading: 'Fits the side and level.',
      readBy: BY,
    },
  ],
};

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const LONG =
  'Multilevel degenerative change with a broad-based protrusion, facet arthropathy and narrowing of both recesses. ';

/** A record with much of everything: two years of therapy, a chart full of findings, long reports. */
export const A_FULL_RECORD: SurgicalRecord = {
  ...A_SHORT_RECORD,
  patient: { ...A_SHORT_RECORD.patient, name: 'Maximiliana Featherstonehaugh-Wojciechowska' },
  diagnoses: many(10, (index) => ({
    code: `M54.${10 + index}`,
    display: `Lumbar radiculopathy, level ${index + 1}`,
    side: 'left',
  })),
  comorbidities: many(24, (index) => ({
    code: `E11.${20 + index}`,
    display: `Type 2 diabetes with a further complication ${index + 1}`,
    side: null,
  })),
  allergies: many(14, (index) => `Substance number ${index + 1}: urticaria and swelling of the face, severe`),
  medications: [
    ...many(22, (index) => `medicine-${index + 1} 250 mg three times a day`),
    'warfarin 5 mg once daily',
    'apixaban 5 mg twice daily',
  ],
  history: [
    ...many(12, (index) => ({
      kind: 'surgery' as const,
      title: `Operation with a long name ${index + 1}`,
      side: 'left',
      happenedOn: '2019',
      result: null,
    })),
    ...many(8, (index) => ({
      kind: 'prior-therapy' as const,
      title: `Therapy elsewhere ${index + 1}, ${LONG}`,
      side: null,
      happenedOn: '2024',
      result: 'worse' as const,
    })),
  ],
  impression: { text: LONG.repeat(8), on: '2026-09-28', by: BY },
  examination: {
    on: '2026-09-28',
    by: BY,
    findings: [
      ...FINDINGS,
      ...many(30, (index) => strength(`Muscle group ${index + 1}`, '4-', 5)).flat(),
      ...many(30, (index): Finding => ({
        kind: 'special-test',
        test: `Provocation test ${index + 1}`,
        result: 'positive',
        side: 'left',
        ...COMMON,
        note: LONG,
      })),
      ...many(30, (index): Finding => ({
        kind: 'rom',
        joint: 'Joint',
        movement: `movement ${index + 1}`,
        mode: 'active',
        degrees: 20,
        side: 'right',
        ...COMMON,
      })),
      ...many(10, (index): Finding => ({
        kind: 'free',
        observation: `${index + 1} ${LONG}`,
        side: null,
        ...COMMON,
      })),
      ...many(10, (index): Finding => ({
        kind: 'sensation',
        area: `Dermatome ${index + 1}`,
        modality: 'light touch',
        result: 'reduced',
        side: 'left',
        ...COMMON,
      })),
      ...many(6, (index): Finding => ({
        kind: 'balance',
        test: `Stand ${index + 1}`,
        seconds: 5,
        observation: LONG,
        side: null,
        ...COMMON,
      })),
      ...many(6, (index): Finding => ({
        kind: 'measurement',
        subject: `Girth ${index + 1}`,
        unit: 'cm',
        value: 40,
        side: 'left',
        ...COMMON,
      })),
    ],
  },
  redFlags: [
    { code: 'RF-CES', openedOn: '2026-11-10', note: LONG.repeat(3), closedOn: null, closeReason: null },
    ...many(8, (index) => ({
      code: 'RF-DVT',
      openedOn: '2026-10-10',
      note: `${index} ${LONG}`,
      closedOn: '2026-10-12',
      closeReason: LONG,
    })),
  ],
  versions: many(9, (index) => ({
    versionNumber: index + 1,
    startsOn: '2026-10-01',
    until: '2026-12-09',
    frequencyPerWeek: 2,
    visitsPrescribed: 20,
    reason: LONG,
  })),
  interventions: many(25, (index) => ({
    name: `Intervention with a long name, number ${index + 1}`,
    sessions: 40,
    minutes: 800,
    firstOn: '2025-01-03',
    lastOn: '2026-11-16',
  })),
  reason: LONG.repeat(4),
  measures: many(12, (index) => measure(`Measure ${index + 1} left`)),
  procedures: many(9, (index) => ({
    procedureId: ProcedureId.parse('0197c1de-0000-7000-8000-000000000001'),
    performedOn: '2026-10-21',
    responseWindowDays: 21,
    expectedEffect: LONG,
    expected: { measureCode: 'nprs', side: null, change: 2 },
    values: [],
    mdcTag: null,
    kind: 'injection',
    display: `Transforaminal epidural injection ${index + 1}`,
    site: 'L5 root',
    level: 'L5-S1',
    side: 'left',
    agent: 'triamcinolone',
    dose: '40 mg',
    lot: null,
    guidance: 'fluoroscopy',
    consent: null,
    complication: LONG,
    restDays: null,
    restrictedDays: null,
    restriction: null,
    limitReason: null,
  })),
  tests: many(12, (index) => ({
    kind: 'mri',
    bodyRegion: 'lower-back',
    side: null,
    orderedOn: '2026-10-02',
    resultOn: `2026-10-${10 + index}`,
    status: 'acknowledged',
    reportText: LONG.repeat(6),
    ownReading: LONG.repeat(3),
    readBy: BY,
  })),
};
