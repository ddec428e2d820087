import type { CallInput, Endpoint } from '#shared/platform/endpoint.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { PersonName, TestClinic } from '#tests/support/a-clinic.ts';
import { anEvaluationDraft, aSignedEvaluation } from '#tests/support/evaluations-factory.ts';
import { aRequest } from '#tests/support/intake-requests.ts';
import { aFilledSheet, aPlannedSession, precautionsRead, signing } from '#tests/support/sessions-factory.ts';
import { aCourseOfCare } from './course-of-care.ts';

/** Addresses of what a furnished clinic has, to build the addresses of its pages. */
export type Furniture = Record<
  | 'patientId'
  | 'episodeId'
  | 'sessionId'
  | 'signedSessionId'
  | 'assistedSessionId'
  | 'draftId'
  | 'signedId'
  | 'careRequestId'
  | 'clinicId',
  string
>;

/** A clinic in which every page has something to show: a course of care that got worse, and all that hangs on it. */
export async function aFurnishedClinic(clinic: TestClinic): Promise<Furniture> {
  const { patientId, episodeId, sessionIds } = await aCourseOfCare(clinic, {
    patient: { givenName: 'Grace', familyName: 'Okafor' },
    team: ['physiatrist', 'therapist', 'assistant', 'occupational-therapist'],
    days: 30,
    visits: { 0: 38, 4: undefined, 14: 49, 18: undefined, 28: 50 },
  });
  await aCourseOfCare(clinic, {
    patient: { givenName: 'Tom', familyName: 'Brandt' },
    days: 30,
    visits: { 0: 48, 14: 40, 28: 30 },
  });
  const call = callIn(clinic);
  const onPatient = { patientId };
  await call('physiatrist', patientsApi.addCondition, {
    params: onPatient,
    body: { category: 'comorbidity', code: 'E11.9', display: 'Type 2 diabetes' },
  });
  await call('physiatrist', patientsApi.addAllergy, {
    params: onPatient,
    body: { substance: 'Penicillin', reaction: 'Rash', severity: 'moderate' },
  });
  const assistedSessionId = await anAssistedVisit(clinic, { episodeId });
  await furnishEpisode(clinic, call, { episodeId });
  const { careRequestId } = await aRequest(clinic);
  await aRequest(clinic, { familyName: 'Moreau', answers: { redFlags: ['between-the-legs'] } });
  return {
    patientId,
    episodeId,
    signedSessionId: sessionIds[0] ?? '',
    assistedSessionId,
    careRequestId,
    clinicId: clinic.clinicId,
    ...(await openWork(clinic, { episodeId })),
  };
}

type Call = ReturnType<typeof callIn>;
type OnEpisode = Pick<Awaited<ReturnType<typeof aCourseOfCare>>, 'episodeId'>;

const callIn =
  (clinic: TestClinic) =>
  async <E extends Endpoint>(person: PersonName, api: E, input: Partial<CallInput<E>>) =>
    (await clinic.as(person).call(api, input)).body;

/** A decision, an order, a request, a hold and a progress report. */
async function furnishEpisode(clinic: TestClinic, call: Call, onEpisode: OnEpisode): Promise<void> {
  const { verdict } = await call('physiatrist', oversightApi.review, { params: onEpisode });
  await call('physiatrist', oversightApi.decide, {
    params: onEpisode,
    body: {
      kind: 'continue',
      why: 'The first weeks of loading.',
      reasons: [],
      expectation: 'ODI at most 40',
      expected: { measureCode: 'odi', side: null, value: 40 },
      reviewOn: clinic.day(21),
      detail: { type: 'none' },
      verdictId: verdict.verdictId,
    },
  });
  await call('physiatrist', ordersApi.place, {
    params: onEpisode,
    body: {
      kind: 'mri',
      bodyRegion: 'lumbar spine',
      side: null,
      indication: 'Leg pain that does not settle',
      urgency: 'soon',
      safety: NOTHING_TO_WATCH,
    },
  });
  const { versions } = await call('therapist', prescriptionsApi.page, { params: onEpisode });
  await call('therapist', prescriptionsApi.askForChange, {
    params: { prescriptionId: versions[0]?.prescriptionId ?? '' },
    body: {
      proposal: { edits: [{ code: 'lumbar-traction', from: { tractionKg: 10 }, to: { tractionKg: 12 } }] },
      reason: '10 kg for two weeks without pain',
    },
  });
  await call('therapist', sessionsApi.signProgressReport, {
    params: onEpisode,
    body: { assessment: 'ODI rose from 38 to 50.', plan: 'Ask for another method.' },
  });
  await call('therapist', sessionsApi.raiseRedFlag, {
    params: onEpisode,
    body: { code: 'RF-NEURO', level: 'urgent', note: 'The foot drops when walking.' },
  });
}

/** A note that an assistant signed and nobody has co-signed. */
async function anAssistedVisit(clinic: TestClinic, onEpisode: OnEpisode): Promise<string> {
  const session = await aPlannedSession(clinic, onEpisode, { time: '07:00' });
  const content = aFilledSheet({ acknowledged: await precautionsRead(clinic, session, 'assistant') });
  await signing(clinic, onEpisode, session, { by: 'assistant', content });
  return session.sessionId;
}

/** What somebody is in the middle of: a planned session, a draft evaluation, the next version of the prescription. */
async function openWork(
  clinic: TestClinic,
  { episodeId }: OnEpisode,
): Promise<Pick<Furniture, 'sessionId' | 'draftId' | 'signedId'>> {
  const { sessionId } = await aPlannedSession(clinic, { episodeId }, { time: '17:00' });
  const signedId = await aSignedEvaluation(clinic, episodeId, { kind: 'follow-up' });
  const { evaluationId } = await anEvaluationDraft(clinic, episodeId, { kind: 'follow-up' });
  await clinic.as('physiatrist').call(prescriptionsApi.beginDraft, { params: { episodeId } });
  return { sessionId, draftId: evaluationId, signedId };
}
