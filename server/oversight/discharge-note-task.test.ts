import { expect, test } from 'vitest';
import { complianceApi } from '#shared/compliance/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { discharging } from '#tests/support/oversight-factory.ts';
import { aSignedSession, aTreatedEpisode, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

async function discharge(clinic: TestClinic, episode: TreatedEpisode) {
  expect((await discharging(clinic, episode)).status).toBe(200);
}

const tasksOf = (clinic: TestClinic, { episodeId }: TreatedEpisode) =>
  clinic.rows(`select owner_id, status from task where kind = 'discharge-note' and episode_id = $1`, [
    episodeId,
  ]);

test('a discharge after treatment is the therapist’s task to write its note, whoever pays, until it is signed', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic, { payerProfile: 'none' });
  await aSignedSession(clinic, episode, 2);

  await discharge(clinic, episode);

  const owner_id = clinic.staff.therapist.id;
  expect(await tasksOf(clinic, episode)).toEqual([{ owner_id, status: 'open' }]);
  const signed = await clinic.as('therapist').call(complianceApi.signDischargeNote, {
    params: { episodeId: episode.episodeId },
    body: { planned: true, goals: [], summary: 'Six weeks of therapy.', planAfter: 'Goes on elsewhere.' },
  });
  expect(signed.status).toBe(200);
  expect(await tasksOf(clinic, episode)).toEqual([{ owner_id, status: 'done' }]);
});

test('a discharge without any treatment, or where the clinic leaves it to the payer, asks for no note', async () => {
  const clinic = await aClinic();
  const untreated = await aTreatedEpisode(clinic);
  await discharge(clinic, untreated);
  expect(await tasksOf(clinic, untreated)).toEqual([]);

  await clinic.rows(`update clinic set clinical_values = $2 where organization_id = $1`, [
    clinic.organizationId,
    JSON.stringify({ 'documentation.dischargeNoteFor': 'as-payer-asks' }),
  ]);
  const treated = await aTreatedEpisode(clinic);
  await aSignedSession(clinic, treated, 2);
  await discharge(clinic, treated);
  expect(await tasksOf(clinic, treated)).toEqual([]);
});
