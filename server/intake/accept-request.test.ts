import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { intakeApi } from '#shared/intake/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import type { CareRequestId, PatientId } from '#shared/platform/ids.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aRequest, anAcceptance } from '#tests/support/intake-requests.ts';

type Body = CallInput<typeof intakeApi.accept>['body'];

const accept = (
  clinic: TestClinic,
  careRequestId: CareRequestId,
  change: Partial<Body> = {},
  key: string = randomUUID(),
) =>
  clinic
    .as('administrator')
    .call(
      intakeApi.accept,
      { params: { careRequestId }, body: { ...anAcceptance(clinic), ...change } },
      { key },
    );

test('accepting registers the patient, opens the episode and gives the first providers their access', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);

  const { body } = await accept(clinic, careRequestId);
  const params = { patientId: body.patientId };
  const chart = await clinic.as('physiatrist').call(patientsApi.chart, { params });
  const tasks = await clinic.as('physiatrist').call(tasksApi.list);

  expect(body.mrn).toMatch(/^\d{6}$/);
  expect(chart.body).toMatchObject({
    patient: { familyName: 'Haddad', mrn: body.mrn },
    episodes: [{ episodeId: body.episodeId, payerProfile: 'medicare_part_b', openedOn: clinic.today() }],
    requests: [{ careRequestId, status: 'accepted' }],
  });
  expect(chart.body.team.map(({ role }) => role).sort()).toEqual(['physiatrist', 'physical-therapist']);
  expect(tasks.body.tasks).toMatchObject([
    { kind: 'evaluation', title: 'First visit: consult', dueOn: clinic.day(14) },
  ]);
  expect((await clinic.as('therapist').call(patientsApi.chart, { params })).status).toBe(200);
  expect(await clinic.as('second-therapist').call(patientsApi.chart, { params })).toBeProblem('not-found');
});

test('the accepted episode stands on the board', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);

  const { body } = await accept(clinic, careRequestId);

  expect(
    await clinic.rows('select state from board_entry where episode_id = $1', [body.episodeId]),
  ).toHaveLength(1);
});

test('record numbers go on by one, also when two requests are accepted at once', async () => {
  const clinic = await aClinic();
  const requests = await Promise.all(['A', 'B', 'C'].map((familyName) => aRequest(clinic, { familyName })));

  const answers = await Promise.all(
    requests.map(({ careRequestId }, index) =>
      accept(clinic, careRequestId, {
        patient: {
          kind: 'new',
          identity: {
            familyName: `P${index}`,
            givenName: '',
            birthDate: clinic.day(-9000 - index),
            sex: 'other',
          },
        },
      }),
    ),
  );

  expect(answers.map(({ body }) => body.mrn).sort()).toEqual(['000001', '000002', '000003']);
});

test('a double click accepts once', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const key = randomUUID();

  const [first, second] = await Promise.all([
    accept(clinic, careRequestId, {}, key),
    accept(clinic, careRequestId, {}, key),
  ]);

  expect(second.body).toEqual(first.body);
  expect(
    await clinic.rows('select 1 from episode where organization_id = $1', [clinic.organizationId]),
  ).toHaveLength(1);
  expect(await accept(clinic, careRequestId)).toBeProblem('already-decided');
});

test('a probable duplicate stops the registration until somebody has looked', async () => {
  const clinic = await aClinic();
  const known = await clinic.aPatient({
    familyName: 'Hadad',
    givenName: 'Lena',
    birthDate: clinic.day(-20_000),
  });
  const { careRequestId } = await aRequest(clinic, { birthDate: clinic.day(-20_000) });

  const detail = await clinic.as('administrator').call(intakeApi.detail, { params: { careRequestId } });
  const stopped = await accept(clinic, careRequestId);
  const matched = await accept(clinic, careRequestId, {
    patient: { kind: 'existing', patientId: known.patientId },
  });

  expect(detail.body.possiblePatients).toMatchObject([
    { patientId: known.patientId, likeness: { strength: 'likely', agrees: ['similar name', 'birth date'] } },
  ]);
  expect(stopped).toBeProblem('conflict');
  expect(stopped.problem?.current).toMatchObject({ possiblePatients: [{ patientId: known.patientId }] });
  expect(matched.body).toMatchObject({ patientId: known.patientId, mrn: known.mrn });
});

test('a person who is told apart from a namesake is registered', async () => {
  const clinic = await aClinic();
  await clinic.aPatient({ familyName: 'Haddad', givenName: 'Lena', birthDate: clinic.day(-20_000) });
  const { careRequestId } = await aRequest(clinic);

  expect((await accept(clinic, careRequestId, { duplicatesReviewed: true })).status).toBe(200);
});

test('the same telephone or the same name in another request is shown', async () => {
  const clinic = await aClinic();
  await clinic.aPatient({ familyName: 'Moved', givenName: 'Married', phone: '(212) 555-0142' });
  const first = await aRequest(clinic);
  const second = await aRequest(clinic);

  const { body } = await clinic
    .as('administrator')
    .call(intakeApi.detail, { params: { careRequestId: second.careRequestId } });

  expect(body.possiblePatients).toMatchObject([{ familyName: 'Moved', likeness: { agrees: ['phone'] } }]);
  expect(body.possibleRequests).toMatchObject([
    { careRequestId: first.careRequestId, likeness: { strength: 'same' } },
  ]);
});

test('somebody treated here before keeps their team and gets a second episode', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const { careRequestId } = await aRequest(clinic);

  const answer = await accept(clinic, careRequestId, { patient: { kind: 'existing', patientId } });
  const team = await clinic.as('administrator').call(careTeamsApi.team, { params: { patientId } });

  expect(answer.status).toBe(200);
  expect(team.body.openEpisodes).toHaveLength(2);
  expect(team.body.members).toHaveLength(2);
});

test('an emergency is not accepted silently, also after its route was changed', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic, { answers: { redFlags: ['between-the-legs'] } });
  await clinic.as('administrator').call(intakeApi.override, {
    params: { careRequestId },
    body: { route: 'PHYSIATRIST_URGENT', reason: 'Seen in the emergency department', expectedVersion: 1 },
  });

  const silent = await accept(clinic, careRequestId, { expectedVersion: 2 });
  const confirmed = await accept(clinic, careRequestId, { expectedVersion: 2, emergencyConfirmed: true });

  expect(silent.problem?.issues?.[0]?.path).toBe('emergencyConfirmed');
  expect(confirmed.status).toBe(200);
});

test('the first provider of the route must be on the team', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const therapist = anAcceptance(clinic).team.filter(({ role }) => role !== 'physiatrist');

  const answer = await accept(clinic, careRequestId, { team: therapist });

  expect(answer.problem?.issues?.[0]?.path).toBe('team');
});

test('a refused step leaves nothing behind', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const [physiatrist] = anAcceptance(clinic).team;
  if (!physiatrist) throw new Error('no physiatrist');

  const answer = await accept(clinic, careRequestId, {
    team: [physiatrist, { ...physiatrist, role: 'speech-therapist' }],
  });

  expect(answer).toBeProblem('conflict');
  expect(
    await clinic.rows('select 1 from patient where organization_id = $1', [clinic.organizationId]),
  ).toEqual([]);
  const { body } = await clinic.as('administrator').call(intakeApi.detail, { params: { careRequestId } });
  expect(body.status).toBe('new');
});

test('a patient of another organization cannot be matched', async () => {
  const clinic = await aClinic();
  const neighbour = await aClinic();
  const { patientId } = await neighbour.aPatient();
  const { careRequestId } = await aRequest(clinic);

  const existing = (id: PatientId) =>
    accept(clinic, careRequestId, { patient: { kind: 'existing', patientId: id } });

  expect(await existing(patientId)).toBeProblem('not-found');
});

test('of two administrators who decide, the second is told', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const decline = clinic.as('administrator').call(intakeApi.decline, {
    params: { careRequestId },
    body: { reason: 'Duplicate', expectedVersion: 1 },
  });

  const [one, other] = await Promise.all([accept(clinic, careRequestId), decline]);

  expect([String(one.status), String(other.status)].sort()).toEqual(['200', '409']);
});

test('a danger sign told at intake holds therapy and names itself to the physiatrist', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic, {
    answers: { redFlags: ['growing-weakness', 'weight-loss'] },
  });

  const { body } = await accept(clinic, careRequestId);
  const holds = await clinic.rows('select red_flag_code, level from safety_hold where episode_id = $1', [
    body.episodeId,
  ]);
  const tasks = await clinic.as('physiatrist').call(tasksApi.list);

  expect(holds).toEqual([{ red_flag_code: 'RF-NEURO', level: 'urgent' }]);
  const told = tasks.body.tasks.filter(({ kind }) => kind === 'safety-hold' || kind === 'red-flag');
  expect(told.map(({ kind }) => kind).sort()).toEqual(['red-flag', 'safety-hold']);
  expect(told.find(({ kind }) => kind === 'safety-hold')?.detail).toContain('a foot that drags');
});

test('an emergency is declined only by somebody who says that the patient was told', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic, { answers: { redFlags: ['chest-pain'] } });
  const decline = (emergencyConfirmed: boolean) =>
    clinic.as('administrator').call(intakeApi.decline, {
      params: { careRequestId },
      body: { reason: 'Went to the hospital', emergencyConfirmed, expectedVersion: 1 },
    });

  expect(await decline(false)).toBeProblem('invalid-input');
  expect((await decline(true)).body).toEqual({ status: 'declined', version: 2 });
});

test('an onset before the birth is refused when the request is accepted', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);
  const { episode } = anAcceptance(clinic);

  const answer = await accept(clinic, careRequestId, { episode: { ...episode, onsetOn: '1870-01-01' } });

  expect(answer).toBeProblem('invalid-input');
});
