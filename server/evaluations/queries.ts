import type { evaluationsApi } from '#shared/evaluations/contract.ts';
import { evaluationDay, type EvaluationDayFacts } from '#shared/sessions/date-claim.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { CHANGES_SQL } from './changes-sql.ts';
import { CHART_LISTS_SQL } from './chart-lists.ts';
import { CLAIM_DAY_SQL } from './claim-day.ts';

const STAFF_NAME = `concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials)`;

const HEADING = `
  'evaluationId', v.id, 'kind', v.kind, 'status', v.status, 'evaluatedOn', v.evaluated_on, 'authorId', v.author_id,
  'authorName', ${STAFF_NAME}, 'authorRole', s.role, 'startedAt', v.started_at, 'updatedAt', v.updated_at,
  'signedAt', v.signed_at`;

const AUTHOR = `join staff_member s on s.organization_id = v.organization_id and s.id = v.author_id`;

/** A colleague's draft is told of, never shown. */
const LIST_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL},
    'evaluations', coalesce((
      select json_agg(json_build_object(${HEADING},
        'diagnoses', case when v.status = 'signed' or v.author_id = (select tandem.staff()) then coalesce((
            select json_agg(concat_ws(' ', nullif(d->>'display', ''), '(' || nullif(d->>'code', '') || ')') order by (d->>'primary')::boolean desc)
              from jsonb_array_elements(v.content->'diagnoses') d), '[]'::json) else '[]'::json end,
        'impression', case when v.status = 'signed' then
          nullif(left(coalesce(nullif(v.content->>'impression', ''), v.content->>'movementDiagnosis'), 400), '') end,
        'addenda', (select count(*) from evaluation_addendum a
                     where a.organization_id = v.organization_id and a.evaluation_id = v.id))
        order by (v.status = 'draft') desc, v.evaluated_on desc, v.started_at desc, v.id)
        from evaluation v ${AUTHOR}
       where v.organization_id = e.organization_id and v.episode_id = e.id), '[]'::json)) as list
    from episode e
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** The evaluations of an episode, drafts first, then newest first. */
export async function findEvaluations(ctx: Context, { params }: Input<typeof evaluationsApi.list>) {
  const [row] = await readAs<{ list: Output<typeof evaluationsApi.list> }>(
    ctx,
    { name: 'evaluations-list', text: LIST_SQL, values: [params.episodeId] },
    {
      scope: { episodeId: params.episodeId },
      alongside: audit.seen(ctx, { did: 'evaluations.listed', episodeId: params.episodeId }),
    },
  );
  if (!row) throw new Problem('not-found');
  return row.list;
}

const ADDENDA = `coalesce((
  select json_agg(json_build_object('id', a.id, 'reason', a.reason, 'text', a.text, 'authorName', ${STAFF_NAME},
                                    'authorRole', s.role, 'createdAt', a.created_at) order by a.created_at, a.id)
    from evaluation_addendum a join staff_member s on s.organization_id = a.organization_id and s.id = a.author_id
   where a.organization_id = v.organization_id and a.evaluation_id = v.id), '[]'::json)`;

/** The first signed evaluation of the episode in which anything was examined. */
const BASELINE_SQL = `(
  select json_build_object('evaluatedOn', b.evaluated_on, 'findings', b.content->'findings')
    from evaluation b
   where b.organization_id = v.organization_id and b.episode_id = v.episode_id and b.status = 'signed' and b.id <> v.id
     and b.evaluated_on <= v.evaluated_on and b.content->'findings' <> '[]'::jsonb
   order by b.evaluated_on, b.signed_at limit 1)`;

const READ_SQL = `
  select json_build_object(${HEADING}, 'header', ${EPISODE_HEADER_SQL}, 'openedOn', e.opened_on, 'clinicName', c.name, 'content', v.content,
                           'version', v.version, 'addenda', ${ADDENDA}, 'chart', ${CHART_LISTS_SQL},
                           'baseline', ${BASELINE_SQL}, 'changes', ${CHANGES_SQL},
                           'billing', v.billing, 'day', ${CLAIM_DAY_SQL}) as detail
    from evaluation v ${AUTHOR}
    join episode e on e.organization_id = v.organization_id and e.id = v.episode_id
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where v.organization_id = (select tandem.organization()) and v.id = $1 and v.episode_id = $2
     and (v.status = 'signed' or v.author_id = (select tandem.staff()))`;

type Detail = Output<typeof evaluationsApi.read>;
type RawDetail = Omit<Detail, 'day'> & { day: EvaluationDayFacts | null };

/** One evaluation: signed, or the reader's own draft. */
export async function readEvaluation(
  ctx: Context,
  { params }: Input<typeof evaluationsApi.read>,
): Promise<Detail> {
  const { episodeId, evaluationId } = params;
  const [row] = await readAs<{ detail: RawDetail }>(
    ctx,
    { name: 'evaluations-read', text: READ_SQL, values: [evaluationId, episodeId] },
    {
      scope: { episodeId },
      alongside: audit.seen(ctx, {
        did: 'evaluation.seen',
        episodeId,
        subject: { type: 'evaluation', id: evaluationId },
      }),
    },
  );
  if (!row) throw new Problem('not-found');
  const { day, ...detail } = row.detail;
  return { ...detail, day: day === null ? null : evaluationDay(day) };
}
