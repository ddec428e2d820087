import { z } from 'zod';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { JsonText } from '#server/platform/http/json-text.ts';

/** Where a page of the board ended: its own sort key. */
const Cursor = z.tuple([z.string(), z.uuid()]);

const CLOSED_SHOWN_DAYS = 7;

/** A membership that counts today. */
const LIVE = 't.valid_from <= now() and (t.valid_to is null or t.valid_to > now())';

/**
 * The board in one statement, written as the answer's own JSON. `mine` is the caseload by what it is sorted and narrowed by
 * (row-level security is the care team), with each line as it was written when the episode was judged; the page is cut from
 * it before patients and teams are looked up, the teams of all its rows at once. What stands above the list is counted with
 * the first page alone.
 * $1 today, $2 lane, $3 state, $4 therapist, $5 clinic, $6 diagnosis, $7-$8 cursor, $9 limit, $10 sort.
 */
const BOARD = `
with mine as materialized (
  select b.organization_id, b.episode_id, b.patient_id, b.clinic_id, b.lane, b.state, b.diagnosis, b.shown,
         (case $10::text
            when 'name' then (select p.search_text from patient p where p.organization_id = b.organization_id and p.id = b.patient_id)
            when 'waiting' then b.since::text
            else lpad(b.rank::text, 3, '0') || b.since::text end) collate "C" as sort_key
    from board_entry b
   where b.organization_id = (select tandem.organization())
     and (b.lane <> 'closed' or b.since >= $1::date - ${CLOSED_SHOWN_DAYS})
), page as materialized (
  select m.organization_id, m.episode_id, m.patient_id, m.sort_key, m.shown
    from mine m
   where ($2::text is null or m.lane = $2) and ($3::text is null or m.state = $3)
     and ($4::uuid is null or exists (
       select from care_team_member t
        where t.organization_id = m.organization_id and t.patient_id = m.patient_id and t.staff_member_id = $4 and ${LIVE}))
     and ($5::uuid is null or m.clinic_id = $5)
     and ($6::text is null or m.diagnosis ilike '%' || $6 || '%')
     and ($7::text is null or (m.sort_key, m.episode_id) > ($7 collate "C", $8::uuid))
   order by m.sort_key, m.episode_id
   limit $9::int + 1
), people as materialized (
  select s.id, s.family_name,
         '{"staffMemberId":"' || s.id || '","name":' || to_json(s.given_name || ' ' || s.family_name) || ',"role":' as opening
    from staff_member s where s.organization_id = (select tandem.organization())
), numbered as materialized (
  select *, row_number() over (order by sort_key, episode_id) as n from page
), teams as materialized (
  select array_agg(members order by n) as of_row
    from (select g.n, coalesce(string_agg(s.opening || to_json(t.role) || '}', ',' order by t.role, s.family_name), '') as members
            from numbered g
            left join (care_team_member t join people s on s.id = t.staff_member_id)
              on t.organization_id = g.organization_id and t.patient_id = g.patient_id and ${LIVE}
           group by g.n) one
), rows as (
  select g.n,
         '{"episodeId":"' || g.episode_id || '","patientId":"' || g.patient_id
           || '","patientName":' || to_json(p.family_name || coalesce(', ' || p.given_name, '')) || ',"mrn":' || to_json(p.mrn)
           || ',"birthDate":"' || p.birth_date || '","sex":' || to_json(p.sex)
           || ',"team":[' || (select of_row from teams)[g.n] || '],' || substr(g.shown::text, 2) as line
    from numbered g
    join patient p on p.organization_id = g.organization_id and p.id = g.patient_id
   where g.n <= $9
)
select '{"today":"' || $1::date || '","rows":['
  || coalesce((select string_agg(line, ',' order by n) from rows), '')
  || '],"counts":' || case when $7::text is not null then 'null' else (select json_build_object(
     'decision', count(*) filter (where lane = 'decision'), 'watch', count(*) filter (where lane = 'watch'),
     'track', count(*) filter (where lane = 'track'), 'closed', count(*) filter (where lane = 'closed'))::text from mine) end
  || ',"therapists":' || case when $7::text is not null then 'null' else coalesce((
    select json_agg(json_build_object('staffMemberId', s.id, 'name', s.given_name || ' ' || s.family_name, 'role', 'physical-therapist')
      order by s.family_name)
      from staff_member s
     cross join lateral (
       select from care_team_member t
        where t.organization_id = s.organization_id and t.staff_member_id = s.id and t.role = 'physical-therapist'
          and t.patient_id = any ((select tandem.patients())::uuid[]) and ${LIVE} limit 1) treats
     where s.organization_id = (select tandem.organization()) and s.role = 'physical-therapist')::text, '[]') end
  || ',"nextCursor":' || coalesce((
    select to_json(translate(encode(convert_to(json_build_array(g.sort_key, g.episode_id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_'))::text
      from numbered g where g.n = $9 and exists (select from numbered more where more.n > $9)), 'null')
  || '}' as board`;

/** One page of the board, with how many stand in each lane. */
export async function findBoard(
  ctx: Context,
  { query }: Input<typeof oversightApi.board>,
): Promise<JsonText<Output<typeof oversightApi.board>>> {
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const [answer] = await readAs<{ board: string }>(ctx, {
    name: 'oversight-board',
    text: BOARD,
    values: [
      dateInZone(ctx.now(), ctx.actor.timeZone),
      query.lane ?? null,
      query.state ?? null,
      query.therapistId ?? null,
      query.clinicId ?? null,
      query.diagnosis ?? null,
      ...(cursor ?? [null, null]),
      query.limit,
      query.sort ?? 'worst',
    ],
  });
  if (!answer) throw new Error('the board always answers');
  return new JsonText(answer.board);
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
