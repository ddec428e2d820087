import { expect, test } from 'vitest';
import { complianceApi } from '#shared/compliance/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { taskPath } from '#shared/tasks/model.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aMedicareEpisode, GOAL_JUDGED } from '#tests/support/medicare-episode.ts';
import { aPlannedSession, signing } from '#tests/support/sessions-factory.ts';
import { recheckDueEpisodes } from './recheck-episodes.ts';

const TREATED = [26, 24, 22, 19, 17, 15, 12, 10, 8];

const openTasks = async (clinic: TestClinic, by: PersonName, kind: string) =>
  (await clinic.as(by).call(tasksApi.list, { query: { status: 'open' } })).body.tasks.filter(
    (task) => task.kind === kind,
  );

test('the tenth session makes the report the named therapist’s work, once; the signed report ends it', async () => {
  const clinic = await aClinic();
  const episode = await aMedicareEpisode(clinic, { days: TREATED });
  const { episodeId } = episode;
  expect(await openTasks(clinic, 'therapist', 'progress-report')).toEqual([]);

  expect((await signing(clinic, episode, await aPlannedSession(clinic, episode))).status).toBe(200);

  const [task, ...others] = await openTasks(clinic, 'therapist', 'progress-report');
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    ownerId: clinic.staff.therapist.id,
    episodeId,
    dueOn: clinic.today(),
    title: 'Progress report due after 10 treatment days',
  });
  expect(task && taskPath(task)).toBe(`/episodes/${episodeId}/progress-reports`);

  const signed = await clinic.as('therapist').call(sessionsApi.signProgressReport, {
    params: { episodeId },
    body: {
      assessment: 'Sits 30 minutes; still needs cueing.',
      plan: 'Raise walking time within the limits.',
      goals: [GOAL_JUDGED],
      withoutClinicianVisit: false,
    },
  });
  expect(signed.status).toBe(200);
  expect(await openTasks(clinic, 'therapist', 'progress-report')).toEqual([]);
});

test('a period that runs out becomes the physiatrist’s work by the daily check alone, once', async () => {
  const clinic = await aClinic();
  const episode = await aMedicareEpisode(clinic, { days: [28, 26] });
  const { episodeId } = episode;
  expect(await openTasks(clinic, 'physiatrist', 'certification')).toEqual([]);

  clinic.clock.set(`${clinic.day(45)}T15:00:00Z`);
  await recheckDueEpisodes(clinic.db, clinic.clock.now);

  const [task, ...others] = await openTasks(clinic, 'physiatrist', 'certification');
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    ownerId: clinic.staff.physiatrist.id,
    title: 'Recertify the plan of care: sign its next version',
  });
  expect(task && taskPath(task)).toBe(`/episodes/${episodeId}/documentation`);
  await recheckDueEpisodes(clinic.db, clinic.clock.now);
  expect(await openTasks(clinic, 'physiatrist', 'certification')).toHaveLength(1);
});

test('a plan that is an order only is asked for before it is late; evidence of sending ends it, marked in error asks again', async () => {
  const clinic = await aClinic();
  const episode = await aMedicareEpisode(clinic, { days: [20] });
  const { episodeId, prescriptionId } = episode;
  // A signed version never changes: the test writes the past as the tables' owner.
  await clinic.rows(`alter table prescription disable trigger user`);
  await clinic.rows(`update prescription set certifies_plan = false where id = $1`, [prescriptionId]);
  await clinic.rows(`alter table prescription enable trigger user`);
  await clinic.rows(`update board_entry set next_check_on = $2 where episode_id = $1`, [
    episodeId,
    clinic.day(-1),
  ]);
  await recheckDueEpisodes(clinic.db, clinic.clock.now);
  expect(await openTasks(clinic, 'physiatrist', 'certification')).toMatchObject([
    { title: 'Certify the plan of care', dueOn: clinic.day(10) },
  ]);

  const sent = await clinic.as('therapist').call(complianceApi.recordSending, {
    params: { episodeId },
    body: { prescriptionId, sentOn: clinic.day(-5), sentTo: 'Dr Voss', method: 'fax', evidence: null },
  });
  expect(await openTasks(clinic, 'physiatrist', 'certification')).toEqual([]);

  const { planSendingId } = sent.body;
  await clinic.as('therapist').call(complianceApi.markSendingError, {
    params: { episodeId, planSendingId },
    body: { reason: 'Another patient’s plan.' },
  });
  expect(await openTasks(clinic, 'physiatrist', 'certification')).toHaveLength(1);
});
