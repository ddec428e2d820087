import { expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';

const anXray = {
  kind: 'x-ray',
  bodyRegion: 'Knee',
  side: 'left',
  indication: 'Pain under load',
  urgency: 'routine',
  safety: NOTHING_TO_WATCH,
} as const;

async function anOrder(clinic: TestClinic, episodeId: EpisodeId, part: object = {}) {
  const body = { ...anXray, ...part };
  const answer = await clinic.as('physiatrist').call(ordersApi.place, { params: { episodeId }, body });
  expect(answer.problem).toBeUndefined();
  return { episodeId, diagnosticOrderId: answer.body.diagnosticOrderId };
}

const report = (clinic: TestClinic, expectedVersion: number, part: object = {}) => ({
  ...{ resultOn: clinic.today(), reportText: 'Medial narrowing.', expectedVersion },
  ...part,
});

const inboxOf = async (clinic: TestClinic, show: 'to-read' | 'awaited' = 'to-read') =>
  (await clinic.as('physiatrist').call(ordersApi.inbox, { query: { show } })).body;

test('a test is not sent while a question is open, and the refusal names it', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({ patient: { birthDate: '1990-01-01' } });
  const answer = await clinic
    .as('physiatrist')
    .call(ordersApi.place, { params: { episodeId }, body: { ...anXray, safety: [] } });
  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues).toMatchObject([{ path: 'safety.pregnancy' }]);
});

test('what the chart says comes with its date, and is stored beside the answer', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  await clinic.rows(
    `insert into medication_order (organization_id, id, patient_id, name) values ($1, gen_random_uuid(), $2, 'Apixaban 5 mg')`,
    [clinic.organizationId, patientId],
  );
  const physiatrist = clinic.as('physiatrist');
  const { body: facts } = await physiatrist.call(ordersApi.prepare, { params: { episodeId } });
  expect(facts.medications).toMatchObject([{ name: 'Apixaban 5 mg' }]);
  expect(await clinic.as('therapist').call(ordersApi.prepare, { params: { episodeId } })).toBeProblem(
    'forbidden',
  );

  const safety = [
    ...NOTHING_TO_WATCH.filter(({ question }) => question !== 'bleeding-risk'),
    { question: 'bleeding-risk' as const, answer: 'yes' as const, note: 'Distal muscles only' },
  ];
  await anOrder(clinic, episodeId, { kind: 'emg-ncs', safety });
  const { orders } = (await physiatrist.call(ordersApi.list, { params: { episodeId } })).body;
  expect(orders[0]?.safety).toContainEqual({
    ...{ question: 'bleeding-risk', answer: 'yes', note: 'Distal muscles only' },
    record: 'takes Apixaban 5 mg',
  });
});

test('the inbox holds a result until it is read, what needs action first, then the oldest', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const therapist = clinic.as('therapist');
  const orders = [
    await anOrder(clinic, episodeId),
    await anOrder(clinic, episodeId),
    await anOrder(clinic, episodeId),
  ];
  expect(await inboxOf(clinic, 'awaited')).toMatchObject({ toRead: 0, awaited: 3 });
  for (const [index, params] of orders.entries()) {
    clinic.clock.advanceMinutes(5);
    const flag = index === 2 ? 'critical' : null;
    await therapist.call(ordersApi.enterResult, { params, body: report(clinic, 1, { flag }) });
  }
  const inbox = await inboxOf(clinic);
  const wanted = [orders[2], orders[0], orders[1]].map((one) => one?.diagnosticOrderId);
  expect(inbox.entries.map((entry) => entry.diagnosticOrderId)).toEqual(wanted);
  expect((await clinic.as('physiatrist').call(ordersApi.countInbox)).body).toEqual({ toRead: 3 });
  expect(await therapist.call(ordersApi.inbox)).toBeProblem('forbidden');
  expect((await clinic.as('second-physiatrist').call(ordersApi.inbox)).body.entries).toEqual([]);

  for (const params of orders) {
    const body = { ownReading: 'Fits.', expectedVersion: 2 };
    await clinic.as('physiatrist').call(ordersApi.acknowledge, { params, body });
  }
  expect(await inboxOf(clinic)).toMatchObject({ toRead: 0, awaited: 0, entries: [] });
});

test('an amended report asks to be read again; what it replaced stays readable', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const params = await anOrder(clinic, episodeId);
  await physiatrist.call(ordersApi.enterResult, { params, body: report(clinic, 1) });
  await physiatrist.call(ordersApi.acknowledge, {
    params,
    body: { ownReading: 'Fits.', expectedVersion: 2 },
  });
  const amended = report(clinic, 3, { reportText: 'Addendum: a fracture line.', flag: 'critical' });
  await clinic.as('therapist').call(ordersApi.enterResult, { params, body: amended });
  const { orders } = (await physiatrist.call(ordersApi.list, { params: { episodeId } })).body;
  expect(orders[0]).toMatchObject({
    ...{
      status: 'resulted',
      reportText: 'Addendum: a fracture line.',
      ownReading: null,
      acknowledgedBy: null,
    },
    earlierReports: [{ reportText: 'Medial narrowing.', ownReading: 'Fits.' }],
  });
  const { tasks } = (await physiatrist.call(tasksApi.list)).body;
  expect(tasks).toMatchObject([{ title: 'X-ray, Knee: result needs action today', dueOn: clinic.today() }]);
});

test('an appointment is noted by the team, never before the order, and not once there is a result', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await anOrder(clinic, episodeId);
  const therapist = clinic.as('therapist');
  const on = (scheduledOn: string, expectedVersion: number) =>
    therapist.call(ordersApi.schedule, {
      params,
      body: { scheduledOn, scheduledAt: 'City Imaging', expectedVersion },
    });
  expect(await on(clinic.day(-1), 1)).toBeProblem('invalid-input');
  expect((await on(clinic.day(6), 1)).body).toEqual({ version: 2 });
  expect(await on(clinic.day(7), 1)).toBeProblem('stale-version');
  expect((await inboxOf(clinic, 'awaited')).entries).toMatchObject([
    { scheduledOn: clinic.day(6), scheduledAt: 'City Imaging' },
  ]);
  await therapist.call(ordersApi.enterResult, { params, body: report(clinic, 2) });
  expect(await on(clinic.day(8), 3)).toBeProblem('conflict');
});
