import { randomUUID } from 'node:crypto';
import type { Output } from '#shared/platform/endpoint.ts';
import { PrescriptionId, type EpisodeId, type PatientId, type SessionId } from '#shared/platform/ids.ts';
import { addDays, plainDate, type PlainDate } from '#shared/platform/time.ts';
import type { Dose } from '#shared/prescriptions/bounds.ts';
import {
  emptyPrescription,
  type PrescribedIntervention,
  type PrescriptionContent,
} from '#shared/prescriptions/model.ts';
import { prescriptionOfDay } from '#shared/sessions/prescription-of-day.ts';
import { toAcknowledge } from '#shared/sessions/acknowledge-precautions.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import {
  NO_VITALS,
  type GivenIntervention,
  type PrecautionRead,
  type SessionContent,
} from '#shared/sessions/model.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';
import type { EpisodeDetails } from './clinic-patients.ts';
import { anEvaluationOnFile } from './evaluation-on-file.ts';
import { readBy } from './read-by.ts';
import { aVersionOnFile } from './version-on-file.ts';

/** An intervention of the contract: free and without limits unless told otherwise. */
export const permitted = (
  code: string,
  name: string,
  authority: PrescribedIntervention['authority'] = 'free',
  bounds: PrescribedIntervention['bounds'] = [],
): PrescribedIntervention => ({ code, name, authority, bounds, rationale: null });

/** Bridge free, treadmill 20 to 30 min and told, traction up to 10 kg and asked. */
export const somePermitted = (): PrescribedIntervention[] => [
  permitted('bridge', 'Bridge'),
  permitted('walking-treadmill', 'Walking, treadmill', 'notify', [
    { parameter: 'minutes', min: 20, max: 30 },
  ]),
  permitted('lumbar-traction', 'Lumbar traction', 'ask', [{ parameter: 'tractionKg', min: 6, max: 10 }]),
];

/** A complete prescription from `startsOn`: 3 a week for 6 weeks. */
export const aPrescriptionContent = (
  startsOn: PlainDate,
  changes: Partial<PrescriptionContent> = {},
): PrescriptionContent => ({
  ...emptyPrescription(['RF-CES']),
  diagnoses: [{ conditionId: null, code: 'M54.16', display: 'Lumbar radiculopathy', side: 'left' }],
  precautions: [],
  noPrecautionsKnown: true,
  vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
  frequencyPerWeek: 3,
  durationWeeks: 6,
  startsOn,
  reEvaluationOn: addDays(startsOn, 28),
  interventions: somePermitted(),
  goals: [
    {
      description: 'Sit through a meeting',
      measureCode: 'odi',
      side: null,
      target: 20,
      targetOn: addDays(startsOn, 40),
    },
  ],
  measures: [
    { measureCode: 'odi', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null },
    { measureCode: 'nprs', side: null, role: 'primary', everyDays: 7, mdcTag: null, mcidTag: null },
  ],
  ...changes,
});

export interface TreatedDetails extends EpisodeDetails<PersonName> {
  /** Days from today to the first day of the prescription; 14 days ago unless told. */
  startsIn?: number;
  prescription?: Partial<PrescriptionContent>;
  visitsPrescribed?: number;
  /** Without a signed consult, or without a prescription. */
  without?: 'consult' | 'prescription';
}

export interface TreatedEpisode {
  patientId: PatientId;
  episodeId: EpisodeId;
  prescriptionId: PrescriptionId;
  startsOn: PlainDate;
}

/** An episode that may be treated: team, signed consult, prescription v1 in force. Written as the tables' owner. */
export async function aTreatedEpisode(
  clinic: TestClinic,
  details: TreatedDetails = {},
): Promise<TreatedEpisode> {
  const { startsIn = -14, without, ...rest } = details;
  const startsOn = clinic.day(startsIn);
  const { patientId, episodeId } = await clinic.anEpisode({
    ...rest,
    openedOn: rest.openedOn ?? clinic.day(startsIn - 7),
  });
  const prescriptionId = PrescriptionId.parse(randomUUID());
  if (without !== 'consult') await anEvaluationOnFile(clinic, episodeId, { on: addDays(startsOn, -3) });
  if (without !== 'prescription') {
    const content = aPrescriptionContent(startsOn, details.prescription);
    const { visitsPrescribed } = details;
    await aVersionOnFile(clinic, { patientId, episodeId, prescriptionId, content, visitsPrescribed });
  }
  return { patientId, episodeId, prescriptionId, startsOn };
}

/** Ends the version in force today and puts another into force from today: the second, unless told otherwise. */
export async function aNextVersion(
  clinic: TestClinic,
  { patientId, episodeId, prescriptionId }: Omit<TreatedEpisode, 'startsOn'>,
  changes: Partial<PrescriptionContent> = {},
  versionNumber = 2,
): Promise<PrescriptionId> {
  await clinic.rows(
    `update prescription set in_force = false, ended_on = $2, end_reason = 'replaced' where id = $1`,
    [prescriptionId, clinic.today()],
  );
  const next = PrescriptionId.parse(randomUUID());
  const content = aPrescriptionContent(clinic.today(), changes);
  await aVersionOnFile(clinic, { patientId, episodeId, prescriptionId: next, content, versionNumber });
  return next;
}

interface PlanDetails {
  by?: PersonName;
  therapist?: PersonName;
  date?: PlainDate;
  time?: string;
  durationMinutes?: number;
  asGroup?: boolean;
}

/** Plans a session, today at nine unless told otherwise. */
export async function aPlannedSession(
  clinic: TestClinic,
  { episodeId }: { episodeId: EpisodeId },
  {
    by = 'therapist',
    therapist = by,
    date = clinic.today(),
    time = '09:00',
    durationMinutes = 45,
    // Tests of one clinic treat many patients at nine o'clock.
    asGroup = true,
  }: PlanDetails = {},
): Promise<SessionHead> {
  const body = { date, time, durationMinutes, therapistId: clinic.staff[therapist].id, asGroup };
  return (await clinic.as(by).call(sessionsApi.plan, { params: { episodeId }, body })).body;
}

export const given = (code: string, dose: Dose, minutes: number, billingCode: string): GivenIntervention => ({
  code,
  dose,
  minutes,
  billingCode,
  carried: false,
});

/** A sheet with everything that signing asks for: bridges and 22 minutes on the treadmill. */
export const aFilledSheet = (changes: Partial<SessionContent> = {}): SessionContent => ({
  painBefore: 5,
  painAfter: 4,
  vitals: NO_VITALS,
  homeDaysDone: null,
  homeDaysPrescribed: null,
  interventions: [
    given('bridge', { sets: 3, repetitions: 10 }, 8, '97110'),
    given('walking-treadmill', { minutes: 22 }, 22, '97116'),
  ],
  tieChoice: null,
  subjective: { text: 'Slept better.', carried: false },
  objective: { text: '', carried: false },
  assessment: { text: 'Tolerates more walking.', carried: false },
  plan: { text: 'Same again.', carried: false },
  scores: [],
  ...changes,
});

/** The sheet of a session, as somebody reads it. */
export async function sheetOf(
  clinic: TestClinic,
  { sessionId }: { sessionId: SessionId },
  by: PersonName = 'therapist',
): Promise<Output<typeof sessionsApi.sheet>> {
  return (await clinic.as(by).call(sessionsApi.sheet, { params: { sessionId } })).body;
}

/** What a person acknowledges who has read every precaution on the sheet of that day. */
export async function precautionsRead(
  clinic: TestClinic,
  visit: { sessionId: SessionId },
  by: PersonName = 'therapist',
  /** What is entered on the sheet: an INR among them is in the words. */
  vitals: Pick<SessionContent['vitals'], 'inr' | 'inrOn'> = {},
): Promise<PrecautionRead[]> {
  const { prescription, episode, gate, session } = await sheetOf(clinic, visit, by);
  if (prescription === null) return [];
  const { timeZone, clinicValues } = episode;
  const { precautions, interventions } = prescriptionOfDay(prescription, {
    basis: gate,
    moment: { ...session, timeZone, today: clinic.today() },
    vitals,
    clinicValues,
  }).content;
  const at = clinic.clock.now().toISOString();
  return toAcknowledge(precautions, interventions).map(({ key, words }) => ({
    key,
    words,
    byId: clinic.staff[by].id,
    at,
  }));
}

interface SignDetails {
  by?: PersonName;
  content?: SessionContent;
  prescriptionVersion?: number;
  expectedVersion?: number;
  key?: string;
}

/** Asks to sign a session; the answer may be a refusal. */
export const signing = (
  clinic: TestClinic,
  { episodeId }: { episodeId: EpisodeId },
  session: { sessionId: SessionId; version: number },
  {
    by = 'therapist',
    content = aFilledSheet(),
    prescriptionVersion = 1,
    expectedVersion,
    key,
  }: SignDetails = {},
) =>
  clinic.as(by).call(
    sessionsApi.sign,
    {
      params: { episodeId, sessionId: session.sessionId },
      body: {
        content: readBy(clinic.staff[by].id, content),
        expectedVersion: expectedVersion ?? session.version,
        prescriptionVersion,
      },
    },
    key === undefined ? {} : { key },
  );

/** A signed session of an earlier day. */
export async function aSignedSession(
  clinic: TestClinic,
  episode: { episodeId: EpisodeId },
  daysAgo: number,
  content?: SessionContent,
): Promise<SessionId> {
  const session = await aPlannedSession(clinic, episode, { date: plainDate(clinic.day(-daysAgo)) });
  const answer = await signing(clinic, episode, session, content === undefined ? {} : { content });
  return answer.body.sessionId;
}
