import { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { sayChartLists } from '#shared/evaluations/chart-lists.ts';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

const chartList = (fields: string, from: string, order: string) => `
  coalesce((select json_agg(json_build_object(${fields}) order by ${order}) from ${from}
             where f.organization_id = v.organization_id and f.patient_id = v.patient_id and f.status = 'active'), '[]'::json)`;

/** What the chart lists of the patient of the evaluation `v`, as JSON. */
export const CHART_LISTS_SQL = `json_build_object(
  'history', coalesce((
     select json_agg(json_build_object('historyFactId', f.id, 'kind', f.kind, 'title', f.title, 'detail', f.detail,
              'side', f.side, 'happenedOn', f.happened_on, 'endedOn', f.ended_on, 'setting', f.setting,
              'claimReference', f.claim_reference, 'result', f.result, 'bearsOn', f.bears_on)
              order by f.kind, f.happened_on desc nulls last, f.id)
       from history_fact f
      where f.organization_id = v.organization_id and f.patient_id = v.patient_id and f.status = 'active'), '[]'::json),
  'comorbidities', ${chartList(
    `'id', f.id, 'text', f.display, 'detail', f.code`,
    `(select * from condition where category = 'comorbidity') f`,
    'f.display, f.id',
  )},
  'medications', ${chartList(
    `'id', f.id, 'text', f.name, 'detail', nullif(concat_ws(', ', f.dose, f.frequency), '')`,
    'medication_order f',
    'f.name, f.id',
  )},
  'allergies', ${chartList(
    `'id', f.id, 'text', f.substance, 'detail', nullif(concat_ws(', ', f.reaction, f.severity), '')`,
    'allergy f',
    'f.substance, f.id',
  )})`;

/** What the chart says now, in words: it becomes part of what is signed. */
export async function readOnFile(
  tx: Tx,
  ctx: Context,
  evaluationId: string,
): Promise<EvaluationContent['onFile']> {
  const [row] = await tx.$queryRawUnsafe<{ chart: unknown }[]>(
    `select ${CHART_LISTS_SQL} as chart from evaluation v where v.organization_id = $1::uuid and v.id = $2::uuid`,
    ctx.actor.organizationId,
    evaluationId,
  );
  return sayChartLists(EvaluationDetail.shape.chart.parse(row?.chart));
}
