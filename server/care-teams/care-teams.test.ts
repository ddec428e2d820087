import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';
import { assign, memberOf } from '#tests/support/team-acts.ts';

test('a clinician of the team asks for a change; administrators alone hear of it as work, and nothing opens', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode({ team: ['physiatrist', 'therapist', 'assistant'] });
  const key = randomUUID();
  const ask = (person: PersonName, text = 'Chen covers from Monday.') =>
    clinic
      .as(person)
      .call(careTeamsApi.askForChange, { params: { patientId }, body: { ask: text } }, { key });
  expect((await ask('therapist')).status).toBe(200);
  expect((await ask('therapist')).status).toBe(200);

  const { members, requests } = (
    await clinic.as('physiatrist').call(careTeamsApi.team, { params: { patientId } })
  ).body;
  expect(requests).toMatchObject([{ ask: 'Chen covers from Monday.' }]);
  expect(members).toHaveLength(3);
  const tasksOf = async (person: PersonName) =>
    (await clinic.as(person).call(tasksApi.list)).body.tasks.filter(({ kind }) => kind === 'team-request');
  const [task] = await tasksOf('administrator');
  expect(task).toMatchObject({ detail: 'Chen covers from Monday.', patientId });
  expect(await ask('assistant')).toBeProblem('forbidden');
  expect(await ask('administrator')).toBeProblem('forbidden');
  expect(await ask('second-physiatrist')).toBeProblem('not-found');
  expect(await ask('outsider')).toBeProblem('not-found');
  expect(await ask('therapist', ' ')).toBeProblem('invalid-input');

  if (!task) throw new Error('no task');
  await clinic
    .as('administrator')
    .call(tasksApi.complete, { params: { taskId: task.taskId }, body: { expectedVersion: task.version } });
  const after = await clinic.as('therapist').call(careTeamsApi.team, { params: { patientId } });
  expect(after.body.requests).toEqual([]);
});

test('being assigned is the access: the record opens in the next request and closes with the membership', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const openChart = () => clinic.as('second-therapist').call(patientsApi.chart, { params: { patientId } });

  expect(await openChart()).toBeProblem('not-found');
  expect((await assign(clinic, patientId, 'second-therapist')).status).toBe(200);
  expect((await openChart()).status).toBe(200);

  const member = await memberOf(clinic, patientId, 'second-therapist');
  const ended = await clinic.as('administrator').call(careTeamsApi.end, {
    params: { patientId, careTeamMemberId: member.careTeamMemberId },
    body: { lastDay: null, reason: 'Back from leave', expectedVersion: member.version },
  });
  expect(ended.body.version).toBe(2);
  expect(await openChart()).toBeProblem('not-found');
  expect(await memberOf(clinic, patientId, 'second-therapist')).toMatchObject({
    endReason: 'Back from leave',
  });
});

test('a double click assigns once, and a second assignment in the same period is refused', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const key = randomUUID();

  const [first, second] = await Promise.all([
    assign(clinic, patientId, 'second-therapist', {}, key),
    assign(clinic, patientId, 'second-therapist', {}, key),
  ]);

  expect(second.body).toEqual(first.body);
  expect(await assign(clinic, patientId, 'second-therapist')).toBeProblem('already-on-team');
  expect(await assign(clinic, patientId, 'therapist')).toBeProblem('already-on-team');
});

test('cover has a last day, and access ends with it by itself', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const withoutEnd = await assign(clinic, patientId, 'second-therapist', { kind: 'cover' });
  const cover = { kind: 'cover', to: clinic.day(1), reason: 'Leave' };

  expect(withoutEnd.problem?.issues?.[0]?.path).toBe('to');
  expect((await assign(clinic, patientId, 'second-therapist', cover)).status).toBe(200);
  await clinic.rows(
    `update care_team_member set valid_from = valid_from - interval '2 days', valid_to = now() where kind = 'cover' and patient_id = $1`,
    [patientId],
  );

  const chart = await clinic.as('second-therapist').call(patientsApi.chart, { params: { patientId } });
  expect(chart).toBeProblem('not-found');
});

test('nobody is assigned backwards, outside their profession, from another clinic or after they left', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  expect((await assign(clinic, patientId, 'second-therapist', { from: clinic.day(-1) })).problem?.code).toBe(
    'invalid-input',
  );
  expect(await assign(clinic, patientId, 'second-therapist', { role: 'physiatrist' })).toBeProblem(
    'conflict',
  );
  expect((await assign(clinic, patientId, 'outside-therapist')).problem?.issues?.[0]?.path).toBe(
    'staffMemberId',
  );
  await clinic.rows('update staff_member set active = false where id = $1', [
    clinic.staff['second-therapist'].id,
  ]);
  expect(await assign(clinic, patientId, 'second-therapist')).toBeProblem('conflict');
});

test('only an administrator of the same organization changes a team', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const body = {
    staffMemberId: clinic.staff['second-therapist'].id,
    role: 'physical-therapist' as const,
    kind: 'member' as const,
    from: clinic.today(),
    to: null,
  };

  for (const person of ['physiatrist', 'therapist'] as const) {
    expect(await clinic.as(person).call(careTeamsApi.assign, { params: { patientId }, body })).toBeProblem(
      'forbidden',
    );
  }
  expect(
    await clinic.as('outside-administrator').call(careTeamsApi.assign, { params: { patientId }, body }),
  ).toBeProblem('not-found');
});

test('the team reads its own roster; a colleague outside it does not', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();

  const { body } = await clinic.as('therapist').call(careTeamsApi.team, { params: { patientId } });

  expect(body.members.map(({ role }) => role).sort()).toEqual(['physiatrist', 'physical-therapist']);
  expect(await clinic.as('second-therapist').call(careTeamsApi.team, { params: { patientId } })).toBeProblem(
    'not-found',
  );
});

test('ending what somebody else has just ended is refused and shows the version it has now', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const { careTeamMemberId } = await memberOf(clinic, patientId, 'therapist');
  const end = (lastDay: string | null) =>
    clinic.as('administrator').call(careTeamsApi.end, {
      params: { patientId, careTeamMemberId },
      body: { lastDay, reason: 'Moves away', expectedVersion: 1 },
    });

  expect((await end(clinic.day(3))).status).toBe(200);
  const second = await end(clinic.day(2));
  expect(second).toBeProblem('stale-version');
  expect(second.problem?.current).toMatchObject({ version: 2 });
});

test('a membership that has not begun can be taken back, one that has ended cannot', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await assign(clinic, patientId, 'second-therapist', { from: clinic.day(5) });
  const member = await memberOf(clinic, patientId, 'second-therapist');
  const end = (expectedVersion: number) =>
    clinic.as('administrator').call(careTeamsApi.end, {
      params: { patientId, careTeamMemberId: member.careTeamMemberId },
      body: { lastDay: null, reason: 'Planned by mistake', expectedVersion },
    });

  expect((await end(1)).status).toBe(200);
  clinic.clock.advanceDays(6);
  expect(await end(2)).toBeProblem('conflict');
});

test('load counts open episodes of live memberships, once per episode', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await clinic.anEpisode({ patient: { patientId }, team: [] });
  await clinic.anEpisode({ team: ['therapist'] });
  await assign(clinic, patientId, 'therapist', { role: 'case-manager' });

  const { body } = await clinic.as('administrator').call(careTeamsApi.load);
  const loadOf = (person: PersonName) =>
    body.people.find(({ staffMemberId }) => staffMemberId === clinic.staff[person].id)?.openEpisodes;

  expect(loadOf('therapist')).toBe(3);
  expect(loadOf('physiatrist')).toBe(2);
  expect(loadOf('second-therapist')).toBe(0);
  expect(body.people.some(({ staffMemberId }) => staffMemberId === clinic.staff.outsider.id)).toBe(false);
});

test('patients who lack a physiatrist or a therapist are counted and listed', async () => {
  const clinic = await aClinic();
  const complete = await clinic.anEpisode({ patient: { familyName: 'Complete' } });
  const lonely = await clinic.anEpisode({ patient: { familyName: 'Lonely' }, team: ['physiatrist'] });
  await clinic.aPatient({ familyName: 'Without' });
  const list = async (query: object) =>
    (await clinic.as('administrator').call(careTeamsApi.patients, { query })).body;

  const all = await list({});
  const lacking = await list({ lacks: 'therapist' });
  const theirs = await list({ staffMemberId: clinic.staff.therapist.id });

  expect(all.patients.map(({ patientId }) => patientId)).toEqual([complete.patientId, lonely.patientId]);
  expect(all.lacking).toEqual({ physiatrist: 0, therapist: 1 });
  expect(lacking.patients.map(({ familyName }) => familyName)).toEqual(['Lonely']);
  expect(theirs.patients.map(({ familyName }) => familyName)).toEqual(['Complete']);
  expect((await list({ search: 'without' })).patients.map(({ familyName }) => familyName)).toEqual([
    'Without',
  ]);
});
