import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { patientsApi } from '#shared/patients/contract.ts';
import { PatientId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { aClinic } from '#tests/support/a-clinic.ts';

const identity = {
  familyName: 'Haddad',
  givenName: 'Lena',
  birthDate: '1964-02-29',
  sex: 'female' as const,
  phone: '+1 555 0100 22',
  email: 'lena@example.org',
  address: '',
  language: null,
};

test('the care team reads the whole chart; an administrator reads it without clinical text', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode({ concern: 'Knee pain' });
  const therapist = clinic.as('therapist');
  await therapist.call(patientsApi.addCondition, {
    params: { patientId },
    body: { category: 'comorbidity', code: 'e119', display: 'Type 2 diabetes' },
  });

  const { body: chart } = await therapist.call(patientsApi.chart, { params: { patientId } });
  const { body: roster } = await clinic
    .as('administrator')
    .call(patientsApi.chart, { params: { patientId } });

  expect(chart).toMatchObject({
    clinical: true,
    episodes: [{ episodeId, concern: 'Knee pain', status: 'open' }],
    conditions: [{ code: 'E11.9', status: 'active', recordedBy: expect.stringContaining('Staff-therapist') }],
  });
  expect(chart.team.map(({ role }) => role).sort()).toEqual(['physiatrist', 'physical-therapist']);
  expect(roster).toMatchObject({ clinical: false, conditions: [], episodes: [{ concern: 'Knee pain' }] });
  expect(roster.patient.familyName).toBe('Testperson');
});

test('a chart outside the care team, of another clinic or of nobody is not found', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  for (const person of [
    'second-physiatrist',
    'second-therapist',
    'outsider',
    'outside-administrator',
  ] as const) {
    expect(await clinic.as(person).call(patientsApi.chart, { params: { patientId } })).toBeProblem(
      'not-found',
    );
  }
  const nobody = { patientId: PatientId.parse(randomUUID()) };
  expect(await clinic.as('administrator').call(patientsApi.chart, { params: nobody })).toBeProblem(
    'not-found',
  );
});

test('opening a chart leaves one audit row that names who and whom', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  await clinic.as('physiatrist').call(patientsApi.chart, { params: { patientId } });

  const rows = await clinic.rows('select actor_id, action from audit_event where patient_id = $1', [
    patientId,
  ]);
  expect(rows).toEqual([{ actor_id: clinic.staff.physiatrist.id, action: 'patient.chart-seen' }]);
});

test('identity is corrected by the team or an administrator, and the search finds the new name', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  const { body } = await clinic
    .as('administrator')
    .call(patientsApi.changeIdentity, { params: { patientId }, body: { ...identity, expectedVersion: 1 } });
  const found = await clinic.as('therapist').call(patientsApi.search, { query: { search: 'haddad' } });

  expect(body).toMatchObject({ familyName: 'Haddad', address: null, version: 2 });
  expect(found.body.patients.map((row) => row.patientId)).toEqual([patientId]);
  const [row] = await clinic.rows<{ detail: { fields: string[] } }>(
    `select detail from audit_event where patient_id = $1 and action = 'patient.identity-changed'`,
    [patientId],
  );
  expect(row?.detail.fields).toContain('familyName');
  expect(JSON.stringify(row)).not.toContain('Haddad');
});

test('of two people who correct the same details the second sees what the first stored', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const change = (familyName: string) => ({
    params: { patientId },
    body: { ...identity, familyName, expectedVersion: 1 },
  });

  await clinic.as('therapist').call(patientsApi.changeIdentity, change('First'));
  const second = await clinic.as('administrator').call(patientsApi.changeIdentity, change('Second'));

  expect(second).toBeProblem('stale-version');
  expect(second.problem?.current).toMatchObject({ familyName: 'First', version: 2 });
});

test('somebody outside the team cannot correct a patient', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const attempt = { params: { patientId }, body: { ...identity, expectedVersion: 1 } };

  for (const person of ['second-therapist', 'outside-administrator'] as const) {
    expect(await clinic.as(person).call(patientsApi.changeIdentity, attempt)).toBeProblem('not-found');
  }
});

test.each([
  ['birthDate', { birthDate: '2999-01-01' }],
  ['birthDate', { birthDate: '1850-01-01' }],
  ['birthDate', { birthDate: '2023-02-30' }],
  ['email', { email: 'not an address' }],
  ['phone', { phone: 'call me' }],
  ['familyName', { familyName: '   ' }],
])('a wrong %s is named and nothing is stored: %j', async (field, wrong) => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  const answer = await clinic.as('administrator').call(patientsApi.changeIdentity, {
    params: { patientId },
    body: { ...identity, ...wrong, expectedVersion: 1 },
  });

  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues?.[0]?.path).toBe(field);
});

test('the payer profile of an open episode is corrected; a future onset and a closed episode are refused', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = { episodeId };
  const body = {
    concern: 'Knee pain after a fall',
    bodyRegion: 'knee' as const,
    side: 'left' as const,
    onsetOn: clinic.day(-30),
    payerProfile: 'medicare_part_b' as const,
    expectedVersion: 1,
  };
  const admin = clinic.as('administrator');

  const future = await admin.call(patientsApi.changeEpisode, {
    params,
    body: { ...body, onsetOn: clinic.day(2) },
  });
  const unborn = await admin.call(patientsApi.changeEpisode, {
    params,
    body: { ...body, onsetOn: PlainDate.parse('1850-01-01') },
  });
  const done = await admin.call(patientsApi.changeEpisode, { params, body });
  const stale = await admin.call(patientsApi.changeEpisode, { params, body });
  await clinic.rows(`update episode set status = 'closed', closed_on = opened_on where id = $1`, [episodeId]);
  const closed = await admin.call(patientsApi.changeEpisode, {
    params,
    body: { ...body, expectedVersion: 2 },
  });

  const byAssistant = await clinic.as('assistant').call(patientsApi.changeEpisode, { params, body });
  const byTherapist = await clinic.as('therapist').call(patientsApi.changeEpisode, { params, body });
  const [audited] = await clinic.rows<{ detail: object }>(
    `select detail from audit_event where action = 'episode.changed' and episode_id = $1`,
    [episodeId],
  );

  for (const refused of [byAssistant, byTherapist]) expect(refused).toBeProblem('forbidden');
  expect(audited?.detail).toMatchObject({ payerProfile: 'none -> medicare_part_b', concern: 'changed' });
  expect(future).toBeProblem('invalid-input');
  expect(unborn.problem?.issues).toMatchObject([
    { path: 'onsetOn', message: expect.stringContaining('lies before the birth') },
  ]);
  expect(done.body).toMatchObject({ payerProfile: 'medicare_part_b', bodyRegion: 'knee', version: 2 });
  expect(stale).toBeProblem('stale-version');
  expect(closed).toBeProblem('episode-closed');
});

test('imported history comes newest first and page by page, for the team only', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await clinic.rows(
    `insert into external_encounter (organization_id, id, patient_id, type, encounter_class, status, started_at)
     select $1, gen_random_uuid(), $2, 'Visit ' || n, 'AMB', 'finished', timestamptz '2020-01-01' + n * interval '1 day'
       from generate_series(1, 3) n`,
    [clinic.organizationId, patientId],
  );
  const query = { kind: 'encounters' as const, limit: 2 };

  const first = await clinic.as('therapist').call(patientsApi.history, { params: { patientId }, query });
  const second = await clinic.as('therapist').call(patientsApi.history, {
    params: { patientId },
    query: { ...query, cursor: first.body.nextCursor ?? '' },
  });

  expect(first.body.entries.map(({ title }) => title)).toEqual(['Visit 3', 'Visit 2']);
  expect(second.body).toMatchObject({
    entries: [{ title: 'Visit 1', detail: 'outpatient' }],
    nextCursor: null,
  });
  const administrator = await clinic
    .as('administrator')
    .call(patientsApi.history, { params: { patientId }, query });
  expect(administrator).toBeProblem('forbidden');
});
