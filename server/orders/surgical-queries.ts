import { surgicalLetter } from '#shared/orders/surgical-document.ts';
import type { SurgicalEvaluation } from '#shared/orders/surgical.ts';
import type { surgicalApi } from '#shared/orders/surgical-contract.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { momentInWords, type WrittenDocument } from '#server/documents/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { readEpisodeToday } from '#server/platform/db/episode-today.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { RECORD_FROM, staffName, SURGICAL_RECORD } from './surgical-sql.ts';

const nameOf = (column: string) => `
  (select ${staffName('n')} from staff_member n where n.organization_id = x.organization_id and n.id = x.${column})`;

const EVALUATION = `json_build_object(
  'surgicalEvaluationId', x.id,
  'state', case when x.status = 'sent' and r.status in ('answered', 'declined') then r.status else x.status end,
  'specialty', x.specialty, 'addressee', x.addressee, 'question', x.question, 'summary', x.summary,
  'record', coalesce(x.record, to_jsonb(${SURGICAL_RECORD})),
  'author', ${nameOf('author_id')}, 'createdOn', (x.created_at at time zone c.time_zone)::date,
  'signedBy', ${nameOf('signed_by_id')}, 'signedAt', x.signed_at, 'sentHow', x.sent_how,
  'referral', case when r.id is null then null else json_build_object(
    'referralId', r.id, 'sentOn', r.sent_on, 'answerDueOn', r.answer_due_on, 'status', r.status,
    'answeredOn', r.answered_on, 'answer', r.answer, 'version', r.version) end,
  'decision', x.decision, 'decisionNote', x.decision_note, 'decidedOn', x.decided_on, 'decidedBy', ${nameOf('decided_by_id')},
  'version', x.version)`;

const REFERRAL = `left join referral r on r.organization_id = x.organization_id and r.id = x.referral_id`;

const LIST_SQL = `
  select json_build_object('header', ${EPISODE_HEADER_SQL}, 'evaluations', coalesce((
    select json_agg(${EVALUATION} order by x.created_at desc)
      from surgical_evaluation x ${REFERRAL}
     where x.organization_id = e.organization_id and x.episode_id = e.id), '[]'::json)) as list
    from episode e ${RECORD_FROM}
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** Questions to a surgeon about one episode; a draft shows the record as it is now. */
export async function findSurgicalEvaluations(ctx: Context, { params }: Input<typeof surgicalApi.list>) {
  const { episodeId } = params;
  const [row] = await readAs<{ list: Output<typeof surgicalApi.list> }>(
    ctx,
    { name: 'orders-surgical', text: LIST_SQL, values: [episodeId, await readEpisodeToday(ctx, episodeId)] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'surgical-evaluations.listed', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.list;
}

const ONE_SQL = `
  select ${EVALUATION} as evaluation, c.name as clinic, o.name as organization
    from surgical_evaluation x ${REFERRAL}
    join episode e on e.organization_id = x.organization_id and e.id = x.episode_id ${RECORD_FROM}
    join organization o on o.id = e.organization_id
   where x.organization_id = (select tandem.organization()) and x.episode_id = $1 and x.id = $3`;

/** The question with its record on paper. */
export async function readSurgicalLetter(
  ctx: Context,
  { params }: Pick<Input<typeof surgicalApi.letter>, 'params'>,
): Promise<WrittenDocument> {
  const { episodeId, surgicalEvaluationId } = params;
  const today = await readEpisodeToday(ctx, episodeId);
  const [row] = await readAs<{ evaluation: SurgicalEvaluation; clinic: string; organization: string }>(
    ctx,
    { name: 'orders-surgical-letter', text: ONE_SQL, values: [episodeId, today, surgicalEvaluationId] },
    {
      scope: { episodeId },
      alongside: audit.seen(ctx, { did: 'surgical-evaluation.printed', episodeId }),
    },
  );
  if (!row) throw new Problem('not-found');
  const { evaluation, clinic, organization } = row;
  const signed =
    evaluation.signedAt === null || evaluation.signedBy === null
      ? undefined
      : {
          by: evaluation.signedBy,
          on: momentInWords(new Date(evaluation.signedAt), ctx.actor.timeZone, 'en'),
        };
  return { ...surgicalLetter(evaluation, signed), letterhead: { organization, clinic } };
}
