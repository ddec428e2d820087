import { z } from 'zod';
import type { careTeamsApi } from '#shared/care-teams/contract.ts';
import { THERAPY_ROLES } from '#shared/care-teams/model.ts';
import { readPatientSearch } from '#shared/patients/search-text.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { decodeCursor, pageOf } from '#server/platform/http/cursor.ts';
import { SUCCESSOR_SQL } from './successor-sql.ts';

const NAME = `s.given_name || ' ' || s.family_name || coalesce(', ' || s.credentials, '')`;
const LIVE = `m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())`;
const HERE = `(select tandem.organization())`;

const LOAD_SQL = `
  select s.id as "staffMemberId", ${NAME} as name, s.role, c.name as "clinicName", s.capacity,
         coalesce(l.episodes, 0) as "openEpisodes", coalesce(l.covering, 0) as covering
    from staff_member s
    join clinic c on c.organization_id = s.organization_id and c.id = s.clinic_id
    left join (
      select m.staff_member_id, count(distinct e.id) as episodes,
             count(distinct m.patient_id) filter (where m.kind = 'cover') as covering
        from care_team_member m
        join episode e on e.organization_id = m.organization_id and e.patient_id = m.patient_id and e.status = 'open'
       where m.organization_id = ${HERE} and ${LIVE}
       group by m.staff_member_id
    ) l on l.staff_member_id = s.id
   where s.organization_id = ${HERE} and s.active
   order by s.role, s.family_name, s.given_name, s.id`;

/** Everybody who can be assigned, with what they carry. */
export async function readLoad(ctx: Context) {
  const people = await readAs<Output<typeof careTeamsApi.load>['people'][number]>(ctx, {
    name: 'care-teams-load',
    text: LOAD_SQL,
  });
  return { people };
}

const OPEN_EPISODES = (more = '') => `coalesce((
  select json_agg(json_build_object('episodeId', e.id, 'concern', e.concern ${more}) order by e.opened_on desc, e.id)
    from episode e where e.organization_id = p.organization_id and e.patient_id = p.id and e.status = 'open'), '[]')`;

const HAS_EPISODE = `exists (
  select from episode e where e.organization_id = p.organization_id and e.patient_id = p.id and e.status = 'open')`;

const HAS_ROLE = (roles: string) => `exists (
  select from care_team_member m
   where m.organization_id = p.organization_id and m.patient_id = p.id and ${LIVE} and m.role = any (${roles}))`;

const THERAPISTS = `array['${THERAPY_ROLES.join(`', '`)}']`;

/** Patients with an open episode: few of all, so that a list of them starts there. */
const TREATED = `(
  select distinct e.organization_id, e.patient_id from episode e where e.organization_id = ${HERE} and e.status = 'open') treated
    join patient p on p.organization_id = treated.organization_id and p.id = treated.patient_id`;

const patientsSql = (from: string) => `
  select p.id as "patientId", p.mrn, p.family_name as "familyName", p.given_name as "givenName",
         p.birth_date as "birthDate", p.sex, ${OPEN_EPISODES()} as "openEpisodes",
         coalesce((
           select json_agg(json_build_object('staffMemberId', s.id, 'name', ${NAME}, 'role', m.role, 'kind', m.kind,
                                             'validTo', m.valid_to) order by m.role, s.family_name)
             from care_team_member m
             join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id
            where m.organization_id = p.organization_id and m.patient_id = p.id and ${LIVE}), '[]') as team
    from ${from}
   where p.organization_id = ${HERE}
     and (' ' || p.search_text) like all ($1::text[])
     and ($2::date is null or p.birth_date = $2)
     and ($3::uuid is null or exists (
       select from care_team_member m
        where m.organization_id = p.organization_id and m.patient_id = p.id and m.staff_member_id = $3 and ${LIVE}))
     and ($4::text is null or (${HAS_EPISODE} and not case $4
       when 'physiatrist' then ${HAS_ROLE(`array['physiatrist']`)} else ${HAS_ROLE(THERAPISTS)} end))
     and ($5::text is null or (p.family_name, p.given_name, p.id) > ($5, $6, $7::uuid))
   order by p.family_name, p.given_name, p.id
   limit $8`;

const LACKING_SQL = `
  select count(*) filter (where not physiatrist) as physiatrist, count(*) filter (where not therapist) as therapist
    from (
      select ${HAS_ROLE(`array['physiatrist']`)} as physiatrist, ${HAS_ROLE(THERAPISTS)} as therapist
        from (
          select distinct e.organization_id, e.patient_id as id
            from episode e where e.organization_id = ${HERE} and e.status = 'open'
        ) p
    ) teams`;

const PatientCursor = z.tuple([z.string(), z.string(), z.uuid()]);

type TeamPatient = Output<typeof careTeamsApi.patients>['patients'][number];

/** Patients under treatment with their teams, by name; a search also finds those without an open episode. */
export async function findTeamPatients(ctx: Context, { query }: Input<typeof careTeamsApi.patients>) {
  const { words, birthDate } = readPatientSearch(query.search);
  const after = decodeCursor(query.cursor, PatientCursor);
  const [rows, [lacking]] = await Promise.all([
    readAs<TeamPatient>(ctx, {
      ...(words.length === 0 && birthDate === undefined
        ? { name: 'care-teams-treated', text: patientsSql(TREATED) }
        : { name: 'care-teams-patients', text: patientsSql('patient p') }),
      values: [
        words.map((word) => `% ${word}%`),
        birthDate ?? null,
        query.staffMemberId ?? null,
        query.lacks ?? null,
        ...(after ?? [null, null, null]),
        query.limit + 1,
      ],
    }),
    readAs<{ physiatrist: number; therapist: number }>(ctx, {
      name: 'care-teams-lacking',
      text: LACKING_SQL,
    }),
  ]);
  const { page, nextCursor } = pageOf(rows, query.limit, (row) => [
    row.familyName,
    row.givenName,
    row.patientId,
  ]);
  return { patients: page, lacking: lacking ?? { physiatrist: 0, therapist: 0 }, nextCursor };
}

const staffName = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

const TEAM_SQL = `
  select json_build_object(
    'patient', json_build_object('patientId', p.id, 'mrn', p.mrn, 'familyName', p.family_name, 'givenName', p.given_name,
                                 'birthDate', p.birth_date, 'sex', p.sex),
    'openEpisodes', ${OPEN_EPISODES(`, 'openedOn', e.opened_on`)},
    'timeZone', c.time_zone,
    'members', coalesce((
      select json_agg(json_build_object(
          'careTeamMemberId', m.id, 'staffMemberId', s.id, 'name', ${NAME}, 'staffRole', s.role, 'role', m.role,
          'kind', m.kind, 'validFrom', m.valid_from, 'validTo', m.valid_to, 'reason', m.reason, 'endReason', m.end_reason,
          'addedBy', ${staffName('a')}, 'endedBy', ${staffName('z')}, 'version', m.version)
        order by m.valid_to desc nulls first, m.role, s.family_name, m.id)
        from care_team_member m
        join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id
        left join staff_member a on a.organization_id = m.organization_id and a.id = m.added_by_id
        left join staff_member z on z.organization_id = m.organization_id and z.id = m.ended_by_id
       where m.organization_id = p.organization_id and m.patient_id = p.id), '[]'),
    'requests', coalesce((
      select json_agg(json_build_object('taskId', t.id, 'ask', t.detail, 'askedBy', ${NAME}, 'askedAt', t.created_at)
                      order by t.created_at, t.id)
        from task t
        join staff_member s on s.organization_id = t.organization_id and s.id = t.subject_id
       where t.organization_id = p.organization_id and t.patient_id = p.id and t.kind = 'team-request'
         and t.status = 'open'), '[]'),
    'outside', coalesce((select json_agg(o) from tandem.outside_specialists(p.id) o), '[]')
  ) as team
    from patient p
    join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   where p.organization_id = ${HERE} and p.id = $1`;

/** Who is, was and will be on the team of one patient. */
export async function readTeam(ctx: Context, { params: { patientId } }: Input<typeof careTeamsApi.team>) {
  const [row] = await readAs<{ team: Output<typeof careTeamsApi.team> }>(
    ctx,
    { name: 'care-teams-team', text: TEAM_SQL, values: [patientId] },
    { scope: { patientId }, alongside: audit.seen(ctx, { did: 'care-team.seen', patientId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.team;
}

/** On the team when the membership ends. */
const STAYS = `m.valid_from <= l.leaves_at and (m.valid_to is null or m.valid_to > l.leaves_at)`;

const HELD_SQL = `
  select json_build_object(
    'openEpisodes', ${OPEN_EPISODES(`, 'openedOn', e.opened_on`)},
    'othersInRole', coalesce((
      select json_agg(${NAME} order by s.family_name)
        from care_team_member m
        join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id
       where m.organization_id = p.organization_id and m.patient_id = p.id and m.role = held.role
         and m.staff_member_id <> held.staff_member_id and ${STAYS}), '[]'),
    'staysInOtherRole', exists (
      select from care_team_member m
       where m.organization_id = p.organization_id and m.patient_id = p.id and m.id <> held.id
         and m.staff_member_id = held.staff_member_id and ${STAYS}),
    'successor', (
      select json_build_object('name', ${NAME}, 'sameRole', x.role = held.role)
        from (${SUCCESSOR_SQL}) x
        join staff_member s on s.organization_id = p.organization_id and s.id = x.staff_member_id),
    'plannedSessions', coalesce((
      select json_agg(v) from tandem.held_sessions(p.id, held.staff_member_id) v where v."startsAt" >= l.leaves_at), '[]'),
    'unsigned', coalesce((select json_agg(v) from tandem.held_writing(p.id, held.staff_member_id) v), '[]'),
    'openTasks', coalesce((
      select json_agg(json_build_object('kind', h.kind, 'title', t.title, 'dueOn', h."dueOn"))
        from tandem.held_tasks(p.id, held.staff_member_id) h
        left join task t on t.organization_id = p.organization_id and t.id = h."taskId"), '[]')
  ) as held
    from care_team_member held
    join patient p on p.organization_id = held.organization_id and p.id = held.patient_id
    join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   cross join lateral (
     select coalesce(($3::date + 1)::timestamp at time zone c.time_zone, greatest($4::timestamptz, held.valid_from)) as leaves_at) l
   where held.organization_id = ${HERE} and held.patient_id = $1 and held.id = $2`;

/**
 * What one member still holds open when the membership ends on that last day or, without one, now: times and kinds for everybody
 * who may ask, a task's words for those who may read it.
 */
export async function readHeld(ctx: Context, { params, query }: Input<typeof careTeamsApi.held>) {
  const { patientId, careTeamMemberId } = params;
  const [row] = await readAs<{ held: Output<typeof careTeamsApi.held> }>(
    ctx,
    {
      name: 'care-teams-held',
      text: HELD_SQL,
      values: [patientId, careTeamMemberId, query.lastDay ?? null, ctx.now()],
    },
    { scope: { patientId } },
  );
  if (!row) throw new Problem('not-found');
  return row.held;
}
