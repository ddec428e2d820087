import type { EvaluationDay } from '#shared/evaluations/evaluation-billing.ts';
import { THERAPY_EVALUATIONS } from '#shared/evaluations/model.ts';
import { evaluationDay, type EvaluationDayFacts } from '#shared/sessions/date-claim.ts';
import { ALLOWED_CENTS, SAME_DAY } from '#server/sessions/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

const KINDS = THERAPY_EVALUATIONS.map((kind) => `'${kind}'`).join(', ');

/**
 * What the claim line of the evaluation `v` depends on: the shape of `EvaluationDayFacts`, null for what a physiatrist writes. Needs its
 * episode `e` and clinic `c`. The evaluation stands where a session stands in the words about a date.
 */
export const CLAIM_DAY_SQL = `case when v.kind in (${KINDS}) then (
  select json_build_object(
    'on', s.session_date, 'kind', v.kind, 'authorRole', t.role, 'payerProfile', e.payer_profile, 'clinicValues', c.clinical_values,
    'earlierOn', (
      select max(b.evaluated_on) from evaluation b
       where b.organization_id = v.organization_id and b.episode_id = v.episode_id and b.kind = v.kind and b.id <> v.id
         and b.status = 'signed' and (v.signed_at is null or b.signed_at < v.signed_at)),
    'sameDay', ${SAME_DAY}, 'allowedCents', ${ALLOWED_CENTS})
    from (select v.organization_id, v.id, v.patient_id, v.episode_id, v.evaluated_on as session_date,
                 v.author_id as signed_by_id) s
    join staff_member t on t.organization_id = s.organization_id and t.id = s.signed_by_id) end`;

/** The day of an evaluation that is about to be signed. */
export async function readClaimDay(
  tx: Tx,
  ctx: Context,
  evaluationId: string,
): Promise<EvaluationDay | null> {
  const [row] = await tx.$queryRawUnsafe<{ day: EvaluationDayFacts | null }[]>(
    `select ${CLAIM_DAY_SQL} as day from evaluation v
       join episode e on e.organization_id = v.organization_id and e.id = v.episode_id
       join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
      where v.organization_id = $1::uuid and v.id = $2::uuid`,
    ctx.actor.organizationId,
    evaluationId,
  );
  return row?.day ? evaluationDay(row.day) : null;
}
