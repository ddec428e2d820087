import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import { knownAnswers } from '#shared/orders/known-answers.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aSignedEvaluation } from '#tests/support/evaluations-factory.ts';

const injury = {
  kind: 'injury' as const,
  title: 'Fall from a ladder',
  side: 'right' as const,
  setting: 'work' as const,
  claimReference: 'WC-2231',
  happenedOn: '2026-03',
};

const chartOf = async (clinic: TestClinic, patientId: string, by: PersonName = 'physiatrist') =>
  (await clinic.as(by).call(patientsApi.chart, { params: { patientId } })).body;

async function withInjury(by: PersonName = 'therapist') {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const { body } = await clinic
    .as(by)
    .call(patientsApi.addHistoryFact, { params: { patientId }, body: injury });
  return { clinic, patientId, episodeId, params: { patientId, historyFactId: body.historyFactId } };
}

test('an injury at work is kept with its date and claim, and is not for administrators', async () => {
  const { clinic, patientId } = await withInjury();

  expect((await chartOf(clinic, patientId)).historyFacts).toMatchObject([{ ...injury, status: 'active' }]);
  expect((await chartOf(clinic, patientId, 'administrator')).historyFacts).toEqual([]);
});

test('administrators record nothing clinical, outsiders find nobody', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const request = { params: { patientId }, body: injury };

  expect(await clinic.as('administrator').call(patientsApi.addHistoryFact, request)).toBeProblem('forbidden');
  expect(await clinic.as('second-therapist').call(patientsApi.addHistoryFact, request)).toBeProblem(
    'not-found',
  );
});

test('what cannot be right is refused by its field, and the same fact twice', async () => {
  const { clinic, patientId } = await withInjury();
  const add = (body: object) =>
    clinic
      .as('therapist')
      .call(patientsApi.addHistoryFact, { params: { patientId }, body: { ...injury, ...body } });
  const pathOf = async (body: object) => (await add(body)).problem?.issues?.[0]?.path;

  expect(await pathOf({ happenedOn: 'last spring' })).toBe('happenedOn');
  expect(await pathOf({ happenedOn: clinic.day(2) })).toBe('happenedOn');
  expect(await pathOf({ kind: 'surgery' })).toBe('setting');
  expect(await pathOf({ title: '  ' })).toBe('title');
  expect(await add({ title: 'fall from a LADDER' })).toBeProblem('conflict');
  expect((await add({ happenedOn: '2020' })).status).toBe(200);
});

test('a double click records one fact', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const key = randomUUID();
  const add = () =>
    clinic.as('therapist').call(patientsApi.addHistoryFact, { params: { patientId }, body: injury }, { key });

  await Promise.all([add(), add()]);

  expect((await chartOf(clinic, patientId)).historyFacts).toHaveLength(1);
});

test('a fact ends or is taken back, and stays readable with the reason', async () => {
  const { clinic, patientId, params } = await withInjury();
  const change = (by: PersonName, body: object) =>
    clinic
      .as(by)
      .call(patientsApi.changeHistoryFactStatus, { params, body: { expectedVersion: 1, ...body } as never });

  expect(await change('physiatrist', { status: 'entered-in-error' })).toBeProblem('invalid-input');
  expect(
    (await change('physiatrist', { status: 'resolved', endedOn: '2026-02-01' })).problem?.issues?.[0]?.path,
  ).toBe('endedOn');
  expect((await change('physiatrist', { status: 'resolved', endedOn: '2026-03-20' })).status).toBe(200);
  expect(await change('physiatrist', { status: 'active' })).toBeProblem('stale-version');
  expect((await chartOf(clinic, patientId)).historyFacts).toMatchObject([
    { status: 'resolved', endedOn: '2026-03-20', version: 2 },
  ]);
});

test('only its author or a physiatrist takes an entry back', async () => {
  const { clinic, params } = await withInjury('physiatrist');
  const body = { status: 'entered-in-error' as const, reason: 'other patient', expectedVersion: 1 };

  expect(
    await clinic.as('therapist').call(patientsApi.changeHistoryFactStatus, { params, body }),
  ).toBeProblem('forbidden');
  expect(
    (await clinic.as('physiatrist').call(patientsApi.changeHistoryFactStatus, { params, body })).status,
  ).toBe(200);
});

test('a list that was read with the patient in a signed evaluation is marked reviewed', async () => {
  const { clinic, patientId, episodeId } = await withInjury();
  expect((await chartOf(clinic, patientId)).reviews.history).toBeNull();

  await aSignedEvaluation(clinic, episodeId);

  expect((await chartOf(clinic, patientId)).reviews.history).toMatchObject({ on: clinic.today() });
});

test('what was ticked at an operation answers before a test and proposes precautions, with its source and date, until it is taken back', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const { body: added } = await clinic.as('therapist').call(patientsApi.addHistoryFact, {
    params: { patientId },
    body: { kind: 'surgery', title: 'Device for the heart', happenedOn: '2021', bearsOn: ['pacemaker'] },
  });
  const physiatrist = clinic.as('physiatrist');
  const facts = async () => (await physiatrist.call(ordersApi.prepare, { params: { episodeId } })).body;
  const page = async () => (await physiatrist.call(prescriptionsApi.page, { params: { episodeId } })).body;

  expect(knownAnswers(await facts()).get('electronic-implant')).toMatchObject({
    answer: 'yes',
    words: 'history: Device for the heart (2021)',
    on: clinic.today(),
  });
  expect(bannerOf((await page()).header).precautions).toMatch(/pacemaker/);
  const { proposedPrecautions, precautionBasis } = await page();
  expect(proposedPrecautions.some(({ comorbidity }) => comorbidity === 'pacemaker')).toBe(true);
  expect(precautionBasis).toEqual([
    { comorbidity: 'pacemaker', words: 'Device for the heart (2021), history', on: clinic.today() },
  ]);

  await physiatrist.call(patientsApi.changeHistoryFactStatus, {
    params: { patientId, historyFactId: added.historyFactId },
    body: { status: 'entered-in-error', reason: 'other patient', expectedVersion: 1 },
  });
  expect(knownAnswers(await facts()).has('electronic-implant')).toBe(false);
  expect((await page()).precautionBasis).toEqual([]);
});

test('words alone never propose a precaution', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  await clinic.as('therapist').call(patientsApi.addHistoryFact, {
    params: { patientId },
    body: { kind: 'surgery', title: 'Pacemaker' },
  });
  const page = await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId } });

  expect(page.body.proposedPrecautions).toEqual([]);
});
