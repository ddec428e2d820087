import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { comorbidityKeysOf } from '#shared/patients/comorbidities.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';

const diabetes = { category: 'comorbidity' as const, code: 'E11.9', display: 'Type 2 diabetes' };

const chartOf = async (clinic: TestClinic, patientId: PatientId) =>
  (await clinic.as('physiatrist').call(patientsApi.chart, { params: { patientId } })).body;

async function withCondition(by: PersonName) {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const { body } = await clinic
    .as(by)
    .call(patientsApi.addCondition, { params: { patientId }, body: diabetes });
  return { clinic, patientId, params: { patientId, conditionId: body.conditionId } };
}

test('a coded comorbidity that a therapist records counts for precautions at once', async () => {
  const { clinic, patientId } = await withCondition('therapist');

  expect(comorbidityKeysOf((await chartOf(clinic, patientId)).conditions)).toEqual(['diabetes']);
});

test('a therapist cannot record a medical diagnosis; an administrator can record nothing clinical', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const diagnosis = { params: { patientId }, body: { ...diabetes, category: 'diagnosis' as const } };

  const therapist = await clinic.as('therapist').call(patientsApi.addCondition, diagnosis);
  const administrator = await clinic.as('administrator').call(patientsApi.addCondition, diagnosis);
  const outsider = await clinic.as('second-physiatrist').call(patientsApi.addCondition, diagnosis);

  expect(therapist).toBeProblem('forbidden');
  expect(therapist.problem?.issues?.[0]?.code).toBe('physiatrist-only');
  expect(administrator).toBeProblem('forbidden');
  expect(outsider).toBeProblem('not-found');
  expect((await clinic.as('physiatrist').call(patientsApi.addCondition, diagnosis)).status).toBe(200);
});

test('a text that is no ICD-10-CM code, a future onset and a code already listed are refused', async () => {
  const { clinic, patientId } = await withCondition('physiatrist');
  const add = (body: object) =>
    clinic
      .as('physiatrist')
      .call(patientsApi.addCondition, { params: { patientId }, body: { ...diabetes, ...body } });

  expect((await add({ code: 'sugar' })).problem?.issues?.[0]?.path).toBe('code');
  expect((await add({ code: 'E10.9', onsetOn: clinic.day(3) })).problem?.issues?.[0]?.path).toBe('onsetOn');
  expect(await add({ code: 'e11.9' })).toBeProblem('conflict');
});

test('a double click adds one condition', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const key = randomUUID();
  const add = () =>
    clinic.as('therapist').call(patientsApi.addCondition, { params: { patientId }, body: diabetes }, { key });

  const [first, second] = await Promise.all([add(), add()]);

  expect(second.body).toEqual(first.body);
  expect((await chartOf(clinic, patientId)).conditions).toHaveLength(1);
});

test('only a physiatrist resolves a condition, because that lifts precautions', async () => {
  const { clinic, patientId, params } = await withCondition('therapist');
  const body = { status: 'resolved' as const, expectedVersion: 1 };

  const therapist = await clinic.as('therapist').call(patientsApi.changeConditionStatus, { params, body });
  const physiatrist = await clinic
    .as('physiatrist')
    .call(patientsApi.changeConditionStatus, { params, body });

  expect(therapist).toBeProblem('forbidden');
  expect(physiatrist.body).toEqual({ version: 2 });
  expect((await chartOf(clinic, patientId)).conditions).toMatchObject([
    { status: 'resolved', abatedOn: clinic.today() },
  ]);
});

test('what was entered in error needs a reason, stays readable with it, and cannot be revived', async () => {
  const { clinic, patientId, params } = await withCondition('therapist');
  const therapist = clinic.as('therapist');
  const strike = (reason: string, expectedVersion = 1) =>
    therapist.call(patientsApi.changeConditionStatus, {
      params,
      body: { status: 'entered-in-error', reason, expectedVersion },
    });

  const silent = await strike('  ');
  const struck = await strike('Wrong patient');
  const revived = await clinic.as('physiatrist').call(patientsApi.changeConditionStatus, {
    params,
    body: { status: 'active', expectedVersion: 2 },
  });

  expect(silent.problem?.issues?.[0]?.path).toBe('reason');
  expect(struck.status).toBe(200);
  expect(revived).toBeProblem('conflict');
  expect((await chartOf(clinic, patientId)).conditions).toMatchObject([
    { status: 'entered-in-error', statusReason: 'Wrong patient' },
  ]);
});

test('a therapist takes back their own entry but not that of a colleague', async () => {
  const { clinic, params } = await withCondition('physiatrist');

  const answer = await clinic.as('therapist').call(patientsApi.changeConditionStatus, {
    params,
    body: { status: 'entered-in-error', reason: 'I doubt it', expectedVersion: 1 },
  });

  expect(answer).toBeProblem('forbidden');
});

test('a change on top of somebody else’s change is refused and shows what it is now', async () => {
  const { clinic, params } = await withCondition('physiatrist');
  const body = { status: 'resolved' as const, expectedVersion: 1 };

  await clinic.as('physiatrist').call(patientsApi.changeConditionStatus, { params, body });
  const second = await clinic.as('physiatrist').call(patientsApi.changeConditionStatus, { params, body });

  expect(second).toBeProblem('stale-version');
  expect(second.problem?.current).toEqual({ version: 2, status: 'resolved' });
});

test('an allergy is listed once, whatever the accents, and resolved by a physiatrist', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const add = (substance: string) =>
    clinic.as('therapist').call(patientsApi.addAllergy, {
      params: { patientId },
      body: { substance, reaction: 'Rash', severity: 'moderate' },
    });

  const { body } = await add('Péniciline');
  const again = await add('peniciline');
  const params = { patientId, allergyId: body.allergyId };
  const resolved = await clinic.as('physiatrist').call(patientsApi.changeAllergyStatus, {
    params,
    body: { status: 'resolved', reason: 'Tested negative', expectedVersion: 1 },
  });

  expect(again).toBeProblem('conflict');
  expect(resolved.body).toEqual({ version: 2 });
});

test('a reported medication is stopped by anybody on the team; an ordered one by the physiatrist alone', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const therapist = clinic.as('therapist');
  const { body } = await therapist.call(patientsApi.addMedication, {
    params: { patientId },
    body: { name: 'Ibuprofen', dose: '400 mg', frequency: 'twice a day', startedOn: clinic.day(-10) },
  });
  const params = { patientId, medicationOrderId: body.medicationOrderId };
  const stop = (expectedVersion: number, stoppedOn: string) =>
    therapist.call(patientsApi.changeMedicationStatus, {
      params,
      body: { status: 'stopped', stoppedOn, expectedVersion },
    });

  const beforeItBegan = await stop(1, clinic.day(-11));
  const stopped = await stop(1, clinic.day(-1));
  await clinic.rows(`update medication_order set source = 'ordered' where id = $1`, [body.medicationOrderId]);
  const ordered = await stop(2, clinic.today());

  expect(beforeItBegan.problem?.issues?.[0]?.path).toBe('stoppedOn');
  expect(stopped.body).toEqual({ version: 2 });
  expect(ordered).toBeProblem('forbidden');
});
