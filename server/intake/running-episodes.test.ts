import { beforeAll, expect, test } from 'vitest';
import { intakeApi } from '#shared/intake/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { CareRequestId, EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aRequest, anAcceptance } from '#tests/support/intake-requests.ts';
import { aPrescription, aSignedConsult } from '#tests/support/prescriptions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

/** Rule T4: seen here, therapy prescribed, mild and stable. */
const asksForTherapyAgain = (bodyRegion: 'lower-back' | 'knee' = 'lower-back') =>
  aRequest(clinic, {
    concern: 'Pain again',
    bodyRegion,
    side: null,
    narrative: 'Stairs are harder since Monday',
    answers: { seenHere: 'yes', therapyPrescribed: 'yes' },
  });

async function anEpisodeInTherapy() {
  const { episodeId, patientId } = await clinic.anEpisode({ bodyRegion: 'lower-back' });
  await aSignedConsult(clinic, episodeId);
  await aPrescription(clinic, episodeId);
  return { episodeId, patientId };
}

const accept = (careRequestId: CareRequestId, patientId: PatientId, runningEpisodeId: EpisodeId | null) => {
  const { episode, ...rest } = anAcceptance(clinic);
  return clinic.as('administrator').call(intakeApi.accept, {
    params: { careRequestId },
    body: {
      ...rest,
      patient: { kind: 'existing', patientId },
      episode: runningEpisodeId === null ? episode : null,
      runningEpisodeId,
    },
  });
};

const episodesOf = (patientId: PatientId) =>
  clinic.rows('select id from episode where patient_id = $1', [patientId]);

test('therapy that goes on takes the request into its episode: a task for its therapist, the words on the record', async () => {
  const { episodeId, patientId } = await anEpisodeInTherapy();
  const { careRequestId } = await asksForTherapyAgain();
  const running = await clinic.as('administrator').call(intakeApi.running, { params: { patientId } });
  expect(running.body.episodes).toMatchObject([
    { episodeId, bodyRegion: 'lower-back', consultSigned: true, prescriptionInForce: true },
  ]);

  const { body } = await accept(careRequestId, patientId, episodeId);

  expect(body.episodeId).toBe(episodeId);
  expect(await episodesOf(patientId)).toHaveLength(1);
  const tasks = await clinic.as('therapist').call(tasksApi.list);
  expect(tasks.body.tasks).toContainEqual(
    expect.objectContaining({
      title: 'Asks for care again',
      detail: 'Physical therapist, next free slot. Pain again: Stairs are harder since Monday',
      episodeId,
    }),
  );
  const chart = await clinic.as('therapist').call(patientsApi.chart, { params: { patientId } });
  expect(chart.body.requests).toMatchObject([{ narrative: 'Stairs are harder since Monday' }]);
});

test('therapy first is refused where the record shows no prescription: in a new episode and in one not prescribed for', async () => {
  const { episodeId, patientId } = await clinic.anEpisode({ bodyRegion: 'knee' });
  const { careRequestId } = await asksForTherapyAgain();

  const inNew = await accept(careRequestId, patientId, null);
  const inOpen = await accept(careRequestId, patientId, episodeId);

  expect(inNew.problem?.issues).toMatchObject([
    { path: 'episode', message: expect.stringContaining('Change the first provider to the physiatrist') },
  ]);
  expect(inOpen.problem?.issues?.map(({ path }) => path)).toEqual(['runningEpisodeId']);
  expect(await episodesOf(patientId)).toHaveLength(1);
});

test('the prescription of another part of the body is no way past the physiatrist', async () => {
  const { episodeId, patientId } = await anEpisodeInTherapy();
  const { careRequestId } = await asksForTherapyAgain('knee');

  const refused = await accept(careRequestId, patientId, episodeId);

  expect(refused.problem?.issues).toMatchObject([
    { path: 'runningEpisodeId', message: expect.stringContaining('another part of the body') },
  ]);
});

test('a request for the physiatrist may go into an open episode as well, with the consult’s date as the task’s', async () => {
  const { episodeId, patientId } = await clinic.anEpisode({ bodyRegion: 'knee' });
  const { careRequestId } = await aRequest(clinic);
  expect((await accept(careRequestId, patientId, episodeId)).body.episodeId).toBe(episodeId);
  const tasks = await clinic.as('physiatrist').call(tasksApi.list);
  expect(tasks.body.tasks).toContainEqual(
    expect.objectContaining({ title: 'Asks for care again', episodeId, dueOn: clinic.day(14) }),
  );
});

test('the episode is this patient’s and open, and is not chosen for somebody new', async () => {
  const other = await anEpisodeInTherapy();
  const { patientId } = await clinic.anEpisode({ bodyRegion: 'knee' });
  const { careRequestId } = await asksForTherapyAgain();
  const foreign = await accept(careRequestId, patientId, other.episodeId);
  expect(foreign.problem?.issues?.map(({ path }) => path)).toEqual(['runningEpisodeId']);

  const somebodyNew = await clinic.as('administrator').call(intakeApi.accept, {
    params: { careRequestId },
    body: { ...anAcceptance(clinic), episode: null, runningEpisodeId: other.episodeId },
  });
  expect(somebodyNew).toBeProblem('invalid-input');
});

test('open episodes are told to administrators of this clinic only', async () => {
  const { patientId } = await anEpisodeInTherapy();
  const asked = (person: 'therapist' | 'outside-administrator') =>
    clinic.as(person).call(intakeApi.running, { params: { patientId } });
  expect(await asked('therapist')).toBeProblem('forbidden');
  expect(await asked('outside-administrator')).toBeProblem('not-found');
});
