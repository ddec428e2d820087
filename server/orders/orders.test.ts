import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';

const anMri = {
  kind: 'mri',
  bodyRegion: 'Lumbar spine',
  side: null,
  indication: 'Progressive weakness L5',
  urgency: 'soon',
  safety: NOTHING_TO_WATCH,
} as const;

const aBlock = (clinic: TestClinic) =>
  ({
    kind: 'nerve-block',
    display: 'L5 transforaminal block',
    site: 'L5 root',
    side: 'left',
    level: 'L5-S1',
    agent: 'Dexamethasone',
    doseAmount: 10,
    doseUnit: 'mg',
    lot: 'D1077',
    guidance: 'fluoroscopy',
    consent: 'written',
    complication: null,
    performedOn: clinic.today(),
    responseWindowDays: 14,
    expectedEffect: null,
    expected: { measureCode: 'nprs', side: null, change: 2 },
    restDays: 2,
    restrictedDays: 10,
    restriction: 'No loaded flexion',
  }) as const;

const aReferral = () => ({
  service: null,
  specialty: 'Spine surgery',
  surgicalOpinion: true,
  question: 'Decompression?',
  toStaffId: null,
  toName: null,
  answerDueOn: null,
  teamUntil: null,
});

async function anOrder(clinic: TestClinic, episodeId: EpisodeId) {
  const answer = await clinic.as('physiatrist').call(ordersApi.place, { params: { episodeId }, body: anMri });
  return { episodeId, diagnosticOrderId: answer.body.diagnosticOrderId };
}

const result = (clinic: TestClinic, expectedVersion = 1) => ({
  resultOn: clinic.today(),
  reportText: 'L5-S1 protrusion with contact to the left L5 root.',
  expectedVersion,
});

test('a result waits as a task for the physiatrist who ordered it, until they acknowledge it with their reading', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await anOrder(clinic, episodeId);
  const tasks = async () => (await clinic.as('physiatrist').call(tasksApi.list)).body.tasks;
  const physiatrist = clinic.as('physiatrist');

  const early = await physiatrist.call(ordersApi.acknowledge, {
    params,
    body: { ownReading: 'Nothing yet', expectedVersion: 1 },
  });
  expect(early).toBeProblem('conflict');

  await clinic.as('therapist').call(ordersApi.enterResult, { params, body: result(clinic) });
  expect(await tasks()).toMatchObject([
    { kind: 'acknowledge-result', dueOn: clinic.day(3), subjectId: params.diagnosticOrderId },
  ]);

  const done = await physiatrist.call(ordersApi.acknowledge, {
    params,
    body: { ownReading: 'Fits the left L5 signs.', expectedVersion: 2 },
  });
  expect(done.body).toEqual({ version: 3 });
  expect(await tasks()).toEqual([]);
  const { orders } = (await physiatrist.call(ordersApi.list, { params: { episodeId } })).body;
  expect(orders).toMatchObject([
    {
      status: 'acknowledged',
      ownReading: 'Fits the left L5 signs.',
      acknowledgedBy: 'Ada Staff-physiatrist',
    },
  ]);
});

test('a therapist orders nothing, injects nothing, refers nobody and reads no result', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await anOrder(clinic, episodeId);
  const therapist = clinic.as('therapist');
  const on = { params: { episodeId } };
  expect(await therapist.call(ordersApi.place, { ...on, body: anMri })).toBeProblem('forbidden');
  expect(await therapist.call(ordersApi.perform, { ...on, body: aBlock(clinic) })).toBeProblem('forbidden');
  const referral = aReferral();
  expect(await therapist.call(ordersApi.refer, { ...on, body: referral })).toBeProblem('forbidden');
  await therapist.call(ordersApi.enterResult, { params, body: result(clinic) });
  const body = { ownReading: 'Looks fine', expectedVersion: 2 };
  expect(await therapist.call(ordersApi.acknowledge, { params, body })).toBeProblem('forbidden');
  expect(await clinic.as('administrator').call(ordersApi.list, on)).toBeProblem('forbidden');
  expect(await clinic.as('outsider').call(ordersApi.list, on)).toBeProblem('not-found');
  expect(await clinic.as('second-therapist').call(ordersApi.list, on)).toBeProblem('not-found');
});

test('an order is cancelled with a reason only while it has no result', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const [open, resulted] = [await anOrder(clinic, episodeId), await anOrder(clinic, episodeId)];
  await physiatrist.call(ordersApi.enterResult, { params: resulted, body: result(clinic) });
  const cancel = (params: typeof open, expectedVersion: number) =>
    physiatrist.call(ordersApi.cancel, {
      params,
      body: { reason: 'Patient has a recent one', expectedVersion },
    });
  expect(await cancel(resulted, 2)).toBeProblem('conflict');
  expect((await cancel(open, 1)).body).toEqual({ version: 2 });
});

test('a report on top of another one is refused when its writer had not seen it', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await anOrder(clinic, episodeId);
  await clinic.as('therapist').call(ordersApi.enterResult, { params, body: result(clinic) });
  const late = await clinic.as('physiatrist').call(ordersApi.enterResult, { params, body: result(clinic) });
  expect(late).toBeProblem('stale-version');
});

test('a result is neither in the future nor older than its order', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await anOrder(clinic, episodeId);
  for (const day of [1, -1]) {
    const body = { ...result(clinic), resultOn: clinic.day(day) };
    const answer = await clinic.as('physiatrist').call(ordersApi.enterResult, { params, body });
    expect(answer).toBeProblem('invalid-input');
    expect(answer.problem?.issues).toMatchObject([{ path: 'resultOn' }]);
  }
});

test('a procedure is recorded once however often it is sent, and never ahead of time', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const key = randomUUID();
  const send = { params: { episodeId }, body: aBlock(clinic) };
  await Promise.all([1, 2, 3, 4].map(() => physiatrist.call(ordersApi.perform, send, { key })));
  const { procedures } = (await physiatrist.call(ordersApi.list, { params: { episodeId } })).body;
  expect(procedures).toMatchObject([{ display: 'L5 transforaminal block', responseWindowDays: 14 }]);
  const early = await physiatrist.call(ordersApi.perform, {
    ...send,
    body: { ...send.body, performedOn: clinic.day(1) },
  });
  expect(early).toBeProblem('invalid-input');

  const procedureId = procedures[0]?.procedureId;
  if (procedureId === undefined) throw new Error('no procedure');
  const noted = await clinic.as('therapist').call(ordersApi.noteComplication, {
    params: { episodeId, procedureId },
    body: { complication: 'Vasovagal, resolved in 10 minutes', expectedVersion: 1 },
  });
  expect(noted.body).toEqual({ version: 2 });
});

test('a referral is answered once', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const { referralId } = (
    await physiatrist.call(ordersApi.refer, {
      params: { episodeId },
      body: aReferral(),
    })
  ).body;
  const params = { episodeId, referralId };
  const body = {
    status: 'answered',
    answeredOn: clinic.today(),
    answer: 'Conservative care first.',
    expectedVersion: 1,
  } as const;
  expect((await physiatrist.call(ordersApi.answerReferral, { params, body })).body).toEqual({ version: 2 });
  expect(await physiatrist.call(ordersApi.answerReferral, { params, body })).toBeProblem('conflict');
});

test('nothing is ordered on a closed episode', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  await clinic.rows(`update episode set status = 'closed', closed_on = now()::date where id = $1`, [
    episodeId,
  ]);
  const answer = await clinic.as('physiatrist').call(ordersApi.place, { params: { episodeId }, body: anMri });
  expect(answer).toBeProblem('episode-closed');
});
