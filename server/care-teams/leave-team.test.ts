import { describe, expect, test } from 'vitest';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { assign, memberOf } from '#tests/support/team-acts.ts';

test('before a membership ends it is said who else has the role and what is open', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode({ concern: 'Knee pain' });
  const { careTeamMemberId } = await memberOf(clinic, patientId, 'therapist');
  const held = async () =>
    (await clinic.as('administrator').call(careTeamsApi.held, { params: { patientId, careTeamMemberId } }))
      .body;

  expect(await held()).toMatchObject({
    openEpisodes: [{ concern: 'Knee pain' }],
    othersInRole: [],
    staysInOtherRole: false,
  });
  await assign(clinic, patientId, 'second-therapist');
  expect((await held()).othersInRole).toEqual([expect.stringContaining('Staff-second-therapist')]);
});

test('work that somebody leaves open is handed to a colleague who stays, and the administrator sees none of it', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await assign(clinic, patientId, 'second-therapist');
  await clinic.rows(
    `insert into task (organization_id, id, kind, title, owner_id, patient_id)
     values ($1, gen_random_uuid(), 'progress-report', 'Progress report due', $2, $3)`,
    [clinic.organizationId, clinic.staff.therapist.id, patientId],
  );
  const { careTeamMemberId } = await memberOf(clinic, patientId, 'therapist');
  await clinic.as('administrator').call(careTeamsApi.end, {
    params: { patientId, careTeamMemberId },
    body: { lastDay: null, reason: 'Moves away', expectedVersion: 1 },
  });

  const successor = await clinic.as('second-therapist').call(tasksApi.list);
  const administrator = await clinic.as('administrator').call(tasksApi.list);

  expect(successor.body.tasks).toMatchObject([{ kind: 'hand-over', detail: 'Still open: 1 task.' }]);
  expect(administrator.body.tasks).toEqual([]);
});

describe('planned visits of somebody who leaves', () => {
  const leaving = async () => {
    const clinic = await aClinic();
    const { patientId, episodeId } = await clinic.anEpisode();
    await assign(clinic, patientId, 'second-therapist');
    const plan = (time: string, therapist: 'therapist' | 'second-therapist', of = episodeId) =>
      clinic.as('therapist').call(sessionsApi.plan, {
        params: { episodeId: of },
        body: { date: clinic.day(3), time, durationMinutes: 30, therapistId: clinic.staff[therapist].id },
      });
    await plan('09:00', 'therapist');
    await plan('14:00', 'therapist');
    const other = await clinic.anEpisode({ team: ['therapist', 'second-therapist'] });
    await plan('14:15', 'second-therapist', other.episodeId);
    const { careTeamMemberId } = await memberOf(clinic, patientId, 'therapist');
    const end = (heldWork: 'hand-over' | 'keep') =>
      clinic.as('administrator').call(careTeamsApi.end, {
        params: { patientId, careTeamMemberId },
        body: { lastDay: null, reason: 'Moves away', heldWork, expectedVersion: 1 },
      });
    const treats = async () =>
      (
        await clinic.rows<{ therapist_id: string }>(
          `select therapist_id from session where episode_id = $1 order by scheduled_at`,
          [episodeId],
        )
      ).map((row) => row.therapist_id);
    return { clinic, patientId, careTeamMemberId, end, treats };
  };

  test('are listed for the administrator, times and kinds alone', async () => {
    const { clinic, patientId, careTeamMemberId } = await leaving();
    await clinic.rows(
      `insert into task (organization_id, id, kind, title, owner_id, patient_id)
       values ($1, gen_random_uuid(), 'review', 'ODI worse, confirmed', $2, $3)`,
      [clinic.organizationId, clinic.staff.therapist.id, patientId],
    );
    const params = { patientId, careTeamMemberId };

    const { body: seen } = await clinic.as('administrator').call(careTeamsApi.held, { params });
    const { body: own } = await clinic.as('therapist').call(careTeamsApi.held, { params });

    expect(seen.plannedSessions).toHaveLength(2);
    expect(seen.successor).toMatchObject({ sameRole: true });
    expect(seen.openTasks).toMatchObject([{ kind: 'review', title: null }]);
    expect(own.openTasks).toMatchObject([{ kind: 'review', title: 'ODI worse, confirmed' }]);
  });

  test('go to the colleague who is free then; one at a taken time stays and is said', async () => {
    const { clinic, end, treats } = await leaving();
    await end('hand-over');

    const { body } = await clinic.as('second-therapist').call(tasksApi.list);

    expect(await treats()).toEqual([clinic.staff['second-therapist'].id, clinic.staff.therapist.id]);
    expect(body.tasks).toMatchObject([
      { kind: 'hand-over', detail: 'Now yours: 1 planned session. Still open: 1 planned session.' },
    ]);
  });

  test('stay where the colleague is no longer on the team by then; what changed hands is in the audit trail by id', async () => {
    const { clinic, patientId, end, treats } = await leaving();
    await clinic.rows(
      `update care_team_member set valid_to = $3 where patient_id = $1 and staff_member_id = $2`,
      [patientId, clinic.staff['second-therapist'].id, `${clinic.day(1)}T12:00:00Z`],
    );
    await end('hand-over');

    expect(await treats()).toEqual([clinic.staff.therapist.id, clinic.staff.therapist.id]);
    expect(
      await clinic.rows(
        `select detail->'sessions' as sessions from audit_event where action = $1 and patient_id = $2`,
        ['care-team.member-ended', patientId],
      ),
    ).toEqual([{ sessions: [] }]);
  });

  test('are asked for the last day that is chosen: who takes over then, and the visits after it', async () => {
    const { clinic, patientId, careTeamMemberId } = await leaving();
    await clinic.rows(
      `update care_team_member set valid_to = $3 where patient_id = $1 and staff_member_id = $2`,
      [patientId, clinic.staff['second-therapist'].id, `${clinic.day(2)}T12:00:00Z`],
    );
    const held = async (query: { lastDay?: PlainDate }) =>
      (
        await clinic
          .as('administrator')
          .call(careTeamsApi.held, { params: { patientId, careTeamMemberId }, query })
      ).body;

    expect(await held({})).toMatchObject({
      successor: { sameRole: true },
      plannedSessions: [expect.anything(), expect.anything()],
    });
    expect(await held({ lastDay: clinic.day(3) })).toMatchObject({
      othersInRole: [],
      successor: { sameRole: false },
      plannedSessions: [],
    });
  });

  test('stay as they are where the administrator leaves them', async () => {
    const { clinic, end, treats } = await leaving();
    await end('keep');

    expect(await treats()).toEqual([clinic.staff.therapist.id, clinic.staff.therapist.id]);
  });
});

describe('what somebody who leaves has begun and not signed', () => {
  const begun = async () => {
    const clinic = await aClinic();
    const { patientId, episodeId } = await clinic.anEpisode();
    await assign(clinic, patientId, 'second-therapist');
    const session = (status: string, hours: number) =>
      clinic.rows(
        `insert into session (organization_id, id, patient_id, episode_id, clinic_id, therapist_id, scheduled_at, ends_at, session_date, status)
         select organization_id, gen_random_uuid(), patient_id, id, clinic_id, $3, now() + make_interval(hours => $5),
                now() + make_interval(hours => $5, mins => 30), (now() + make_interval(hours => $5))::date, $4
           from episode where organization_id = $1 and id = $2`,
        [clinic.organizationId, episodeId, clinic.staff.therapist.id, status, hours],
      );
    await session('planned', -30);
    await session('arrived', -2);
    await session('missed', -50);
    await clinic.rows(
      `insert into evaluation (organization_id, id, patient_id, episode_id, author_id, kind, evaluated_on, content)
       values ($1, gen_random_uuid(), $2, $3, $4, 'pt-evaluation', now()::date, '{}')`,
      [clinic.organizationId, patientId, episodeId, clinic.staff.therapist.id],
    );
    const { careTeamMemberId } = await memberOf(clinic, patientId, 'therapist');
    return { clinic, patientId, params: { patientId, careTeamMemberId } };
  };

  test('is listed before it is too late: visits and drafts, of which kind and since when', async () => {
    const { clinic, params } = await begun();

    const { body } = await clinic.as('administrator').call(careTeamsApi.held, { params });

    expect(body.unsigned.map(({ kind }) => kind)).toEqual(['visit', 'visit', 'evaluation']);
    expect(body.plannedSessions).toEqual([]);
  });

  test('stands in the task of whoever takes over', async () => {
    const { clinic, params } = await begun();
    await clinic.as('administrator').call(careTeamsApi.end, {
      params,
      body: { lastDay: null, reason: 'Moves away', heldWork: 'hand-over', expectedVersion: 1 },
    });

    const { body } = await clinic.as('second-therapist').call(tasksApi.list);

    expect(body.tasks).toMatchObject([
      { kind: 'hand-over', detail: 'Still open: 2 visits not signed, 1 unsigned draft.' },
    ]);
  });
});
