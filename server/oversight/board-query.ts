import { z } from 'zod';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { JsonText } from '#server/platform/http/json-text.ts';

/** Where a page of the board ended: its own sort key and episode. */
const CURSOR = {
  int: z.tuple([z.int32(), z.uuid()]),
  text: z.tuple([z.string(), z.uuid()]),
} as const;

const CLOSED_SHOWN_DAYS = 7;

/** A membership that counts today. */
const LIVE = 't.valid_from <= now() and (t.valid_to is null or t.valid_to > now())';

/** What a page is sorted by; ties are broken by the episode. */
const SORT_KEY = {
  worst: { sql: `b.rank * 100000 + (b.since - date '2000-01-01')`, type: 'int' },
  waiting: { sql: `b.since - date '2000-01-01'`, type: 'int' },
  name: {
    sql: `(select p.search_text from patient p where p.organization_id = b.organization_id and p.id = b.patient_id) collate "C"`,
    type: 'text',
  },
} as const;

type Sort = keyof typeof SORT_KEY;

/** The caseload's lines, which row-level security narrows to the care team. $1 today. */
const CASELOAD = `board_entry b
   where b.organization_id = (select tandem.organization())
     and (b.lane <> 'closed' or b.since >= $1::date - ${CLOSED_SHOWN_DAYS})`;

/** The filters of the URL besides the lane. */
const FILTERS = `
     and ($3::text is null or b.state = $3)
     and ($4::uuid is null or exists (
       select from care_team_member t
        where t.organization_id = b.organization_id and t.patient_id = b.patient_id and t.staff_member_id = $4 and ${LIVE}))
     and ($5::uuid is null or b.clinic_id = $5)
     and ($6::text is null or b.diagnosis ilike '%' || $6 || '%')`;

/**
 * The board in one statement, written as pieces of the answer's own JSON. The page is cut from one pass over the caseload, each
 * line as it was written when the episode was judged; then its patients and teams are looked up. What stands above the list
 * is counted with the first page alone: the whole caseload, or what the filters leave of each lane. The two are statements
 * of their own, so that the board as it opens never pays for a filter it has not got.
 * $1 today, $2 lane, $3 state, $4 therapist, $5 clinic, $6 diagnosis, $7-$8 cursor, $9 limit.
 */
const boardBy = ({ sql, type }: (typeof SORT_KEY)[Sort], counted: string): string => `
with page as materialized (
  select b.episode_id, b.patient_id, ${sql} as sort_key, b.shown
    from ${CASELOAD}
     and ($2::text is null or b.lane = $2)${FILTERS}
     and ($7::${type} is null or (${sql}, b.episode_id) > ($7, $8::uuid))
   order by sort_key, b.episode_id
   limit $9::int + 1
), numbered as materialized (
  select *, row_number() over (order by sort_key, episode_id) as n from page
), people as materialized (
  select s.id, s.family_name,
         '{"staffMemberId":"' || s.id || '","name":' || to_json(s.given_name || ' ' || s.family_name) || ',"role":' as opening
    from staff_member s where s.organization_id = (select tandem.organization())
), teams as materialized (
  select t.patient_id, string_agg(s.opening || to_json(t.role) || '}', ',' order by t.role, s.family_name) as members
    from care_team_member t
    join people s on s.id = t.staff_member_id
   where t.organization_id = (select tandem.organization()) and t.patient_id = any (array(select patient_id from page)) and ${LIVE}
   group by t.patient_id
)
select (select string_agg(
          '{"episodeId":"' || g.episode_id || '","patientId":"' || g.patient_id
            || '","patientName":' || to_json(p.family_name || coalesce(', ' || p.given_name, '')) || ',"mrn":' || to_json(p.mrn)
            || ',"birthDate":"' || p.birth_date || '","sex":' || to_json(p.sex)
            || ',"team":[' || coalesce(m.members, '') || '],' || g.shown, ',' order by g.n)
          from numbered g
          join patient p on p.organization_id = (select tandem.organization()) and p.id = g.patient_id
          left join teams m on m.patient_id = g.patient_id
         where g.n <= $9) as rows,
       (select json_build_array(g.sort_key, g.episode_id)::text
          from numbered g where g.n = $9 and exists (select from numbered more where more.n > $9)) as "end",
       case when $7::${type} is null then (
         select json_build_object(
           'decision', count(*) filter (where b.lane = 'decision'), 'watch', count(*) filter (where b.lane = 'watch'),
           'track', count(*) filter (where b.lane = 'track'), 'closed', count(*) filter (where b.lane = 'closed'))::text
           from ${counted}) end as counts,
       case when $7::${type} is null then coalesce((
         select json_agg(json_build_object('staffMemberId', s.id, 'name', s.given_name || ' ' || s.family_name, 'role', 'physical-therapist')
           order by s.family_name)
           from staff_member s
          cross join lateral (
            select from care_team_member t
             where t.organization_id = s.organization_id and t.staff_member_id = s.id and t.role = 'physical-therapist'
               and t.patient_id = any ((select tandem.patients())::uuid[]) and ${LIVE} limit 1) treats
          where s.organization_id = (select tandem.organization()) and s.role = 'physical-therapist')::text, '[]') end as therapists`;

const boardsCounting = (counted: string): Record<Sort, string> => ({
  worst: boardBy(SORT_KEY.worst, counted),
  waiting: boardBy(SORT_KEY.waiting, counted),
  name: boardBy(SORT_KEY.name, counted),
});
const BOARD = { whole: boardsCounting(CASELOAD), narrowed: boardsCounting(CASELOAD + FILTERS) } as const;

/** Pieces of JSON: the rows, where the page ended when another follows, and what the first page alone counts. */
type BoardPieces = Record<'rows' | 'end' | 'counts' | 'therapists', string | null>;

/** One page of the board, with how many stand in each lane. */
export async function findBoard(
  ctx: Context,
  { query }: Input<typeof oversightApi.board>,
): Promise<JsonText<Output<typeof oversightApi.board>>> {
  const sort = query.sort ?? 'worst';
  const cursor = query.cursor === undefined ? [null, null] : parseCursor(query.cursor, SORT_KEY[sort].type);
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  const filters = [query.state, query.therapistId, query.clinicId, query.diagnosis];
  const scope = filters.every((filter) => filter === undefined) ? 'whole' : 'narrowed';
  const [pieces] = await readAs<BoardPieces>(ctx, {
    name: `oversight-board-${scope}-${sort}`,
    text: BOARD[scope][sort],
    values: [today, query.lane ?? null, ...filters.map((filter) => filter ?? null), ...cursor, query.limit],
  });
  if (!pieces) throw new Error('the board always answers');
  const { rows, end, counts, therapists } = pieces;
  const nextCursor = end === null ? 'null' : `"${Buffer.from(end).toString('base64url')}"`;
  return new JsonText(
    `{"today":"${today}","rows":[${rows ?? ''}],"counts":${counts},"therapists":${therapists},"nextCursor":${nextCursor}}`,
  );
}

function parseCursor(text: string, type: keyof typeof CURSOR): readonly [string | number, string] {
  try {
    return CURSOR[type].parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new Problem('invalid-input', 'Start again from the first page.', {
      issues: [{ path: 'query.cursor', code: 'cursor', message: 'This page marker is not one of ours.' }],
    });
  }
}
