import { startingContent } from '#shared/sessions/carry-over.ts';
import { NO_VITALS, type PerformedIntervention } from '#shared/sessions/model.ts';
import { SessionSheet } from '#shared/sessions/sheet.ts';
import { emptyPrescription } from '#shared/prescriptions/model.ts';

const id = (last: number) => `01930000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const performed = (code: string, name: string, dose: object, minutes: number, billingCode: string) =>
  ({ code, name, dose, minutes, billingCode, classification: 'within' }) as PerformedIntervention;

const permitted = (code: string, name: string, authority: 'free' | 'notify' | 'ask', bounds: object[]) => ({
  code,
  name,
  authority,
  bounds,
  rationale: null,
});

const lastGiven = [
  performed('bridge', 'Bridge', { sets: 3, repetitions: 10 }, 10, '97110'),
  performed('walking-treadmill', 'Walking, treadmill', { minutes: 22 }, 22, '97116'),
];

const content = {
  ...emptyPrescription(['RF-CES']),
  noPrecautionsKnown: true,
  frequencyPerWeek: 3,
  durationWeeks: 6,
  startsOn: '2026-10-26',
  reEvaluationOn: '2026-11-23',
  vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
  interventions: [
    permitted('bridge', 'Bridge', 'free', []),
    permitted('walking-treadmill', 'Walking, treadmill', 'notify', [
      { parameter: 'minutes', min: 20, max: 30 },
    ]),
    permitted('lumbar-traction', 'Lumbar traction', 'ask', [{ parameter: 'tractionKg', min: 6, max: 10 }]),
  ],
  goals: [{ description: 'Sit', measureCode: 'odi', side: null, target: 20, targetOn: '2026-12-01' }],
  measures: [{ measureCode: 'odi', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null }],
};

const lastSession = {
  sessionId: id(90),
  sessionDate: '2026-11-19',
  therapistName: 'Jonas Lindqvist, DPT',
  painBefore: 6,
  painAfter: 5,
  subjective: 'Slept better.',
  objective: null,
  assessment: null,
  plan: 'Same again.',
  interventions: lastGiven,
};

/** A session sheet of 21 November as the server answers it: carried over from the 19th, ODI due. */
export function aSheet(changes: Partial<Record<keyof SessionSheet, unknown>> = {}): SessionSheet {
  return SessionSheet.parse({
    session: {
      sessionId: id(10),
      status: 'arrived',
      scheduledAt: '2026-11-21T14:00:00Z',
      endsAt: '2026-11-21T14:45:00Z',
      sessionDate: '2026-11-21',
      therapistId: id(1),
      therapistName: 'Jonas Lindqvist, DPT',
      arrivedAt: '2026-11-21T13:58:00Z',
      missReason: null,
      cancelledBy: null,
      version: 2,
      updatedAt: '2026-11-21T13:58:00Z',
    },
    header: {
      patientId: id(20),
      familyName: 'Okafor',
      givenName: 'Grace',
      birthDate: '1968-06-08',
      sex: 'female',
      mrn: '004417',
      episodeId: id(30),
      concern: 'Low back pain',
      bodyRegion: 'lower-back',
      side: 'left',
      onset: null,
      status: 'open',
      today: '2026-11-21',
      clinicValues: {},
      conditions: [
        {
          category: 'diagnosis',
          code: 'M54.16',
          codeSystem: 'icd-10-cm',
          display: 'Lumbar radiculopathy',
          side: 'left',
          status: 'active',
          isPrimary: true,
          episodeId: id(30),
        },
      ],
    },
    patient: {
      patientId: id(20),
      familyName: 'Okafor',
      givenName: 'Grace',
      birthDate: '1968-06-08',
      sex: 'female',
      mrn: '004417',
    },
    episode: {
      episodeId: id(30),
      concern: 'Low back pain',
      side: 'left',
      diagnosis: 'Lumbar radiculopathy (M54.16)',
      status: 'open',
      openedOn: '2026-10-20',
      payerProfile: 'none',
      timeZone: 'America/New_York',
      clinicValues: {},
    },
    prescription: {
      prescriptionId: id(40),
      versionNumber: 1,
      startsOn: '2026-10-26',
      endsOn: '2026-12-06',
      visitsPrescribed: 18,
      signedAt: '2026-10-26T15:00:00Z',
      signedBy: 'Amara Rivera, MD',
      reason: null,
      acknowledged: true,
      content,
    },
    gate: {
      consultSigned: true,
      therapistOnTeam: true,
      visitsUsed: 9,
      certification: null,
      holds: [],
      procedures: [],
    },
    visitNumber: 10,
    progressReport: { treatmentDaysSinceReport: 9, status: 'DUE_SOON', lastReportOn: null },
    due: [
      {
        measureCode: 'odi',
        side: null,
        role: 'primary',
        lastOn: '2026-11-05',
        dueOn: '2026-11-19',
        isDue: true,
        daysOverdue: 2,
      },
    ],
    history: [lastSession],
    lastDoses: { bridge: { sets: 3, repetitions: 10 }, 'walking-treadmill': { minutes: 22 } },
    latestScores: [{ measureCode: 'odi', side: null, condition: null, value: 46, measuredOn: '2026-11-05' }],
    openRequests: [],
    content: {
      ...startingContent(
        lastSession,
        SessionSheet.shape.prescription.unwrap().shape.content.parse(content).interventions,
        '2026-11-21',
      ),
      vitals: NO_VITALS,
    },
    saved: false,
    signed: null,
    ...changes,
  });
}
