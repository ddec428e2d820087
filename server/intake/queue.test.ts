import { expect, test } from 'vitest';
import { intakeApi } from '#shared/intake/contract.ts';
import type { CareRequestId } from '#shared/platform/ids.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aRequest } from '#tests/support/intake-requests.ts';

const names = async (clinic: TestClinic, query: object = {}) =>
  (await clinic.as('administrator').call(intakeApi.queue, { query })).body.requests.map(
    ({ familyName }) => familyName,
  );

const take = (
  clinic: TestClinic,
  careRequestId: CareRequestId,
  person: PersonName = 'administrator',
  version = 1,
) =>
  clinic.as(person).call(intakeApi.take, { params: { careRequestId }, body: { expectedVersion: version } });

test('red flags stand in front of everything, then what is due first', async () => {
  const clinic = await aClinic();
  await aRequest(clinic, { familyName: 'Routine' });
  clinic.clock.advanceDays(1);
  await aRequest(clinic, { familyName: 'Priority', answers: { severity: 9 } });
  await aRequest(clinic, { familyName: 'Prompt', answers: { redFlags: ['weight-loss'] } });
  await aRequest(clinic, { familyName: 'Urgent', answers: { redFlags: ['growing-weakness'] } });
  await aRequest(clinic, { familyName: 'Emergency', answers: { redFlags: ['stroke-signs'] } });

  expect(await names(clinic)).toEqual(['Emergency', 'Urgent', 'Prompt', 'Priority', 'Routine']);
});

test('the queue comes page by page without losing or repeating anybody', async () => {
  const clinic = await aClinic();
  for (const familyName of ['A', 'B', 'C', 'D', 'E']) await aRequest(clinic, { familyName });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await clinic
      .as('administrator')
      .call(intakeApi.queue, { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
    seen.push(...body.requests.map(({ familyName }) => familyName));
    cursor = body.nextCursor ?? undefined;
  } while (cursor !== undefined);

  expect(seen.sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('the queue is narrowed by owner, route, status and words', async () => {
  const clinic = await aClinic();
  const mine = await aRequest(clinic, { familyName: 'Mine' });
  const other = await aRequest(clinic, { familyName: 'Free', answers: { severity: 9 } });
  await take(clinic, mine.careRequestId);

  expect(await names(clinic, { owner: 'me' })).toEqual(['Mine']);
  expect(await names(clinic, { owner: 'nobody' })).toEqual(['Free']);
  expect(await names(clinic, { route: 'PHYSIATRIST_PRIORITY' })).toEqual(['Free']);
  expect(await names(clinic, { status: 'new' })).toEqual(['Free']);
  expect(await names(clinic, { search: other.reference })).toEqual(['Free']);
  expect(await names(clinic, { search: '%' })).toEqual([]);
  const { body } = await clinic.as('administrator').call(intakeApi.queue);
  expect(body.counts).toEqual({ open: 2, emergency: 0, unowned: 1, mine: 1 });
  expect((await clinic.as('administrator').call(intakeApi.count)).body).toEqual({ unowned: 1 });
});

test('another organization sees none of it', async () => {
  const clinic = await aClinic();
  await aRequest(clinic);

  const { body } = await clinic.as('outside-administrator').call(intakeApi.queue);

  expect(body).toMatchObject({ requests: [], counts: { open: 0 } });
});

test('a route is overridden with a reason and the suggestion stays beside it', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const override = (body: object) =>
    clinic.as('administrator').call(intakeApi.override, {
      params: { careRequestId },
      body: { route: 'PHYSIATRIST_URGENT', reason: 'Phone call: foot drop', expectedVersion: 1, ...body },
    });

  expect((await override({ reason: '' })).problem?.issues?.[0]?.path).toBe('reason');
  expect((await override({ route: 'CONSULT_THEN_PT' })).problem?.issues?.[0]?.path).toBe('route');
  expect((await override({})).body).toEqual({ status: 'in-review', version: 2 });
  const { body } = await clinic.as('administrator').call(intakeApi.detail, { params: { careRequestId } });
  expect(body).toMatchObject({
    triageRoute: 'CONSULT_THEN_PT',
    overriddenRoute: 'PHYSIATRIST_URGENT',
    overrideReason: 'Phone call: foot drop',
  });
});

test('a question waits for its answer, and the answer is kept with who wrote it down', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const params = { careRequestId };
  const administrator = clinic.as('administrator');

  const asked = await administrator.call(intakeApi.askMore, {
    params,
    body: { question: 'When was the operation?', expectedVersion: 1 },
  });
  const added = await administrator.call(intakeApi.addInformation, {
    params,
    body: { text: 'In May, at the county hospital', expectedVersion: 2 },
  });

  expect(asked.body.status).toBe('needs-information');
  expect(added.body).toEqual({ status: 'in-review', version: 3 });
  expect((await administrator.call(intakeApi.detail, { params })).body).toMatchObject({
    informationAsked: 'When was the operation?',
    added: [{ text: 'In May, at the county hospital', byId: clinic.staff.administrator.id }],
  });
});

test('of two administrators who take a request the second is told', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);

  const answers = await Promise.all([take(clinic, careRequestId), take(clinic, careRequestId)]);

  expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '412']);
});

test('a declined request keeps its reason and cannot be handled again', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const decline = (expectedVersion: number) =>
    clinic.as('administrator').call(intakeApi.decline, {
      params: { careRequestId },
      body: { reason: 'Lives outside our area; referred to the county clinic', expectedVersion },
    });

  expect((await decline(1)).body).toEqual({ status: 'declined', version: 2 });
  expect(await decline(2)).toBeProblem('already-decided');
  expect(await take(clinic, careRequestId, 'administrator', 2)).toBeProblem('already-decided');
  expect(await names(clinic)).toEqual([]);
  expect(await names(clinic, { status: 'declined' })).toEqual(['Haddad']);
});

test('clinicians and other organizations cannot handle a request', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);

  expect(await take(clinic, careRequestId, 'physiatrist')).toBeProblem('forbidden');
  expect(await take(clinic, careRequestId, 'outside-administrator')).toBeProblem('not-found');
});
