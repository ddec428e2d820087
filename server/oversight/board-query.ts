import type { QueryConfig, QueryResultRow } from 'pg';
import { z } from 'zod';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

/** Where a page of the board ended: its own sort key. */
const Cursor = z.tuple([z.string(), z.uuid()]);

const CLOSED_SHOWN_DAYS = 7;

/**
 * The board in one statement. `mine` is the caseload by its sort keys alone (row-level security is the care team); the page is
 * cut from it before anything wide is read. $1 today, $2 lane, $3 state, $4 therapist, $5 clinic, $6 diagnosis, $7-$8 cursor, $9 limit, $10 sort.
 */
const BOARD = `
with mine as materialized (
  select b.organization_id, b.episode_id, b.patient_id, b.lane, b.rank, b.since
    from board_entry b
   where b.organization_id = (select tandem.organization())
     and (b.lane <> 'closed' or b.since >= $1::date - ${CLOSED_SHOWN_DAYS})
), keyed as (
  select m.*, (case $10::text
      when 'name' then (select p.search_text from patient p where p.organization_id = m.organization_id and p.id = m.patient_id)
      when 'waiting' then m.since::text
      else lpad(m.rank::text, 3, '0') || m.since::text end) collate "C" as sort_key
    from mine m
), treating as materialized (
  select distinct t.organization_id, t.patient_id, t.staff_member_id, t.role, t.kind
    from care_team_member t
   where t.organization_id = (select tandem.organization()) and t.patient_id = any ((select tandem.patients())::uuid[])
     and t.valid_from <= now() and (t.valid_to is null or t.valid_to > now())
), page as materialized (
  select m.organization_id, m.episode_id, m.sort_key from keyed m
    join board_entry b on b.organization_id = m.organization_id and b.episode_id = m.episode_id
   where ($2::text is null or m.lane = $2) and ($3::text is null or b.state = $3)
     and ($4::uuid is null or exists (
       select from treating t where t.organization_id = m.organization_id and t.patient_id = m.patient_id and t.staff_member_id = $4))
     and ($5::uuid is null or b.clinic_id = $5)
     and ($6::text is null or b.diagnosis ilike '%' || $6 || '%')
     and ($7::text is null or (m.sort_key, m.episode_id) > ($7 collate "C", $8::uuid))
   order by m.sort_key, m.episode_id
   limit $9
)
select
  coalesce((
    select json_agg(json_build_object(
      'episodeId', b.episode_id, 'patientId', b.patient_id, 'patientName', p.family_name || coalesce(', ' || p.given_name, ''),
      'mrn', p.mrn, 'birthDate', p.birth_date, 'sex', p.sex, 'clinicId', b.clinic_id, 'diagnosis', b.diagnosis, 'state', b.state,
      'lane', b.lane, 'since', b.since, 'reason', b.reason, 'verdict', b.verdict_code, 'action', b.action,
      'confidence', b.confidence, 'flags', b.flags, 'measures', b.measures, 'prescriptionVersion', b.prescription_version,
      'phaseStartedOn', b.phase_started_on, 'visitsUsed', b.visits_used, 'visitsPrescribed', b.visits_prescribed,
      'attended', b.attended, 'due', b.due, 'lastScoreOn', b.last_score_on, 'openRequestId', b.open_request_id,
      'reviewOn', b.review_on, 'sortKey', g.sort_key,
      'team', coalesce((
        select json_agg(json_build_object('staffMemberId', s.id, 'role', t.role,
                 'name', s.given_name || ' ' || s.family_name) order by t.role, s.family_name)
          from treating t join staff_member s on s.organization_id = t.organization_id and s.id = t.staff_member_id
         where t.organization_id = b.organization_id and t.patient_id = b.patient_id), '[]')
    ) order by g.sort_key, g.episode_id)
      from page g
      join board_entry b on b.organization_id = g.organization_id and b.episode_id = g.episode_id
      join patient p on p.organization_id = b.organization_id and p.id = b.patient_id), '[]') as rows,
  (select json_build_object(
     'decision', count(*) filter (where lane = 'decision'), 'watch', count(*) filter (where lane = 'watch'),
     'track', count(*) filter (where lane = 'track'), 'closed', count(*) filter (where lane = 'closed')) from mine) as counts,
  coalesce((
    select json_agg(json_build_object('staffMemberId', s.id, 'name', s.given_name || ' ' || s.family_name, 'role', s.role)
      order by s.family_name)
      from (select distinct organization_id, staff_member_id from treating where role = 'physical-therapist') t
      join staff_member s on s.organization_id = t.organization_id and s.id = t.staff_member_id), '[]') as therapists`;

interface BoardAnswer extends QueryResultRow {
  rows: (Output<typeof oversightApi.board>['rows'][number] & { sortKey: string })[];
  counts: Output<typeof oversightApi.board>['counts'];
  therapists: Output<typeof oversightApi.board>['therapists'];
}

/** One page of the board, with how many stand in each lane. */
export async function findBoard(
  ctx: Context,
  { query }: Input<typeof oversightApi.board>,
): Promise<Output<typeof oversightApi.board>> {
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const statement: QueryConfig = {
    name: 'oversight-board',
    text: BOARD,
    values: [
      today,
      query.lane ?? null,
      query.state ?? null,
      query.therapistId ?? null,
      query.clinicId ?? null,
      query.diagnosis ?? null,
      ...(cursor ?? [null, null]),
      query.limit + 1,
      query.sort ?? 'worst',
    ],
  };
  const [answer] = await readAs<BoardAnswer>(ctx, statement);
  if (!answer) throw new Error('the board always answers');
  const rows = answer.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const more = answer.rows.length > query.limit && last;
  return {
    today,
    rows: rows.map(({ sortKey: _, ...row }) => row),
    counts: answer.counts,
    therapists: answer.therapists,
    nextCursor: more
      ? Buffer.from(JSON.stringify([last.sortKey, last.episodeId])).toString('base64url')
      : null,
  };
}

function parseCursor(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new Problem('invalid-input', 'Start again from the first page.', {
      issues: [{ path: 'query.cursor', code: 'cursor', message: 'This page marker is not one of ours.' }],
    });
  }
}
