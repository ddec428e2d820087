import { expect, test } from 'vitest';
import { clinicValuesApi } from '#shared/clinic-values/contract.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { recheckClinic } from '#server/oversight/recheck-episodes.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';

const LOW_ATTENDANCE = 'rc1.lowAttendance';

interface Setting {
  key?: string;
  by?: PersonName;
  expectedVersion?: number;
}

const set = (
  clinic: TestClinic,
  value: number | string | null,
  { key = LOW_ATTENDANCE, by = 'physiatrist', expectedVersion = 0 }: Setting = {},
) =>
  clinic.as(by).call(clinicValuesApi.set, {
    params: { clinicId: clinic.clinicId, key },
    body: { value, reason: 'Many patients here come by ferry.', expectedVersion },
  });

const confirm = (clinic: TestClinic, { key = LOW_ATTENDANCE, expectedVersion = 0 } = {}) =>
  clinic.as('physiatrist').call(clinicValuesApi.confirm, {
    params: { clinicId: clinic.clinicId, key },
    body: { note: 'As we have always done.', expectedVersion },
  });

const list = (clinic: TestClinic, person: PersonName = 'therapist') =>
  clinic.as(person).call(clinicValuesApi.list, { params: { clinicId: clinic.clinicId } });

test('a physiatrist sets a value with a reason; everybody reads it, its history and the audit say who and why', async () => {
  const clinic = await aClinic();

  const answer = await set(clinic, 0.6);

  expect(answer.body).toMatchObject({
    act: 'changed',
    version: 1,
    oldValue: 0.7,
    newValue: 0.6,
    role: 'physiatrist',
  });
  const { body } = await list(clinic);
  expect(body.overrides).toEqual({ [LOW_ATTENDANCE]: 0.6 });
  expect(body.acts).toMatchObject([{ key: LOW_ATTENDANCE, reason: 'Many patients here come by ferry.' }]);
  const audited = await clinic.rows(
    `select detail from audit_event where organization_id = $1 and action = 'clinic-value.changed'`,
    [clinic.organizationId],
  );
  expect(audited).toMatchObject([{ detail: { key: LOW_ATTENDANCE, from: 0.7, to: 0.6 } }]);
});

test('back to the default is a change too, and confirming leaves the value as it is', async () => {
  const clinic = await aClinic();
  await confirm(clinic);
  await set(clinic, 0.6, { expectedVersion: 1 });

  expect((await set(clinic, null, { expectedVersion: 2 })).body).toMatchObject({
    act: 'restored',
    newValue: 0.7,
  });

  expect((await list(clinic)).body.overrides).toEqual({});
  const history = await clinic.as('therapist').call(clinicValuesApi.history, {
    params: { clinicId: clinic.clinicId, key: LOW_ATTENDANCE },
  });
  expect(history.body.acts.map(({ act }) => act)).toEqual(['restored', 'changed', 'confirmed']);
});

test('two people at once: the second one sees what the first one did', async () => {
  const clinic = await aClinic();
  await set(clinic, 0.6);

  const late = await set(clinic, 0.5, { by: 'administrator' });

  expect(late).toBeProblem('stale-version');
  expect(late.problem?.current).toMatchObject({ newValue: 0.6 });
  expect(await confirm(clinic)).toBeProblem('stale-version');
});

test('a value outside its range, off its step, of another kind or without a reason is refused', async () => {
  const clinic = await aClinic();
  for (const value of [0, 1.5, 0.63, 'much']) expect(await set(clinic, value)).toBeProblem('invalid-input');
  expect(await set(clinic, 2.5, { key: 'rc1.windowScores' })).toBeProblem('invalid-input');
  expect(await set(clinic, 0.7)).toBeProblem('conflict');
  expect(await set(clinic, 1, { key: 'rc1.nothing' })).toBeProblem('not-found');
  const silent = await clinic.as('physiatrist').call(clinicValuesApi.set, {
    params: { clinicId: clinic.clinicId, key: LOW_ATTENDANCE },
    body: { value: 0.6, reason: '  ', expectedVersion: 0 },
  });
  expect(silent).toBeProblem('invalid-input');
  expect((await list(clinic)).body.acts).toEqual([]);
});

test('a therapist reads and does not set; another organization finds no such clinic', async () => {
  const clinic = await aClinic();

  expect(await set(clinic, 0.6, { by: 'therapist' })).toBeProblem('forbidden');
  expect(await set(clinic, 0.6, { by: 'outsider' })).toBeProblem('not-found');
  expect(await list(clinic, 'outsider')).toBeProblem('not-found');
  expect((await set(clinic, 0.6, { by: 'administrator' })).status).toBe(200);
});

test('the database lets a physiatrist change the values of a clinic and nothing else about it', async () => {
  const clinic = await aClinic();
  const { inTransaction } = await import('#server/platform/db/in-transaction.ts');

  const renaming = inTransaction(
    clinic.contextOf('physiatrist'),
    (tx) => tx.$executeRaw`update clinic set name = 'Mine' where id = ${clinic.clinicId}::uuid`,
  );

  await expect(renaming).rejects.toThrow(/clinical_values/);
});

test('a changed value changes the verdict of an open episode, which says by which value it was made', async () => {
  const clinic = await aClinic();
  // Two thirds of the visits due: low by the default, enough at 60 %.
  const { episodeId } = await aJudgedEpisode(clinic, {
    odi: { 0: 48, 28: 47 },
    days: 42,
    visitDays: [0, 4, 8, 12, 16, 20, 24, 28],
  });
  const review = () => clinic.as('physiatrist').call(oversightApi.review, { params: { episodeId } });
  const before = (await review()).body.verdict;
  expect(before.flags).toContain('LOW_ATTENDANCE');
  expect(before.reasons.map(({ text }) => text).join()).not.toContain('This clinic’s value');

  await set(clinic, 0.6);
  const queued = await clinic.rows('select 1 from graphile_worker.jobs where key = $1', [
    `recheck-clinic:${clinic.clinicId}`,
  ]);
  expect(queued).toHaveLength(1);
  await recheckClinic(clinic.db, clinic.clock.now, clinic);

  const after = (await review()).body.verdict;
  expect(after.flags).not.toContain('LOW_ATTENDANCE');
  expect(after.verdictId).not.toBe(before.verdictId);
  expect(after.reasons.map(({ text }) => text)).toContain(
    'This clinic’s value: Low attendance 60 % (default 70 %)',
  );
});

test('what protects a patient in a session is the physiatrist’s alone to set', async () => {
  const clinic = await aClinic();
  const key = 'vitals.heartRateMax';

  expect(await set(clinic, 110, { key, by: 'administrator' })).toBeProblem('forbidden');
  expect((await set(clinic, 110, { key })).status).toBe(200);
});

test('a red flag is raised at the clinic’s level or above, never below', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const raise = () =>
    clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
      params: { episodeId },
      body: { code: 'RF-CRPS', level: 'prompt', note: 'Hand blue and swollen for three weeks.' },
    });
  expect((await raise()).body).toEqual({ safetyHoldId: null });

  await set(clinic, 'urgent', { key: 'redFlags.RF-CRPS' });

  const refused = await raise();
  expect(refused).toBeProblem('invalid-input');
  expect(refused.problem?.detail).toContain('at least urgent');
});

test('what a coded comorbidity proposes to a prescription is what the clinic has set', async () => {
  const clinic = await aClinic();
  const { episodeId, patientId } = await clinic.anEpisode();
  await clinic.rows(
    `insert into condition (organization_id, id, patient_id, category, code, code_system, display, status, recorded_at)
     values ($1, gen_random_uuid(), $2, 'comorbidity', 'G40.909', $3, 'Epilepsy', 'active', now())`,
    [clinic.organizationId, patientId, ICD_10_CM],
  );
  const strict = async () => {
    const page = await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId } });
    return page.body.proposedPrecautions.filter(({ level }) => level === 'contraindicated').length;
  };
  const before = await strict();

  await set(clinic, 'contraindicated', { key: 'precautions.epilepsy-biofeedback' });

  expect(await strict()).toBe(before + 1);
});
