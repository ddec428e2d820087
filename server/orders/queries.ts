import type { ordersApi } from '#shared/orders/contract.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { OrderFacts } from '#shared/orders/known-answers.ts';
import * as audit from '#server/audit/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { enteredInErrorJson } from '#server/corrections/index.ts';
import { INR_OF_ORDER_SQL } from '#server/medications/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { ORDER_FACTS_SQL } from './facts-sql.ts';
import { procedureFields } from './procedures-sql.ts';
import { referralFields } from './referral-queries.ts';

const nameOf = (column: string) => `
  (select concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials) from staff_member s
    where s.organization_id = o.organization_id and s.id = o.${column})`;

const listOf = (table: string, fields: string, order: string) => `
  coalesce((select json_agg(json_build_object(${fields}, 'byDecision', o.decision_id is not null, 'version', o.version)
                            order by ${order})
              from ${table} o where o.organization_id = e.organization_id and o.episode_id = e.id), '[]'::json)`;

const ORDERS = listOf(
  'diagnostic_order',
  `'diagnosticOrderId', o.id, 'kind', o.kind, 'bodyRegion', o.body_region, 'side', o.side, 'indication', o.indication,
   'urgency', o.urgency, 'status', o.status, 'safety', o.safety, 'scheduledOn', o.scheduled_on, 'scheduledAt', o.scheduled_at,
   'resultFlag', o.result_flag, 'resultEnteredBy', ${nameOf('result_entered_by_id')}, 'resultEnteredAt', o.result_entered_at,
   'earlierReports', o.earlier_reports, 'cancelledBy', ${nameOf('cancelled_by_id')}, 'cancelledAt', o.cancelled_at, 'orderedById', o.ordered_by_id, 'orderedBy', ${nameOf('ordered_by_id')},
   'orderedOn', o.ordered_on, 'resultOn', o.result_on, 'reportText', o.report_text, 'inr', ${INR_OF_ORDER_SQL}, 'ownReading', o.own_reading,
   'acknowledgedBy', ${nameOf('acknowledged_by_id')}, 'acknowledgedAt', o.acknowledged_at, 'cancelReason', o.cancel_reason,
   'enteredInError', ${enteredInErrorJson('o')}`,
  `array_position(array['resulted', 'scheduled', 'ordered', 'acknowledged', 'cancelled'], o.status), o.ordered_on desc, o.id desc`,
);

const PROCEDURES = listOf(
  'procedure',
  `${procedureFields('o')}, 'performedBy', coalesce(o.performed_elsewhere, ${nameOf('performed_by_id')}), 'performedById', o.performed_by_id,
   'enteredInError', ${enteredInErrorJson('o')}`,
  '(o.entered_in_error_at is not null), o.performed_on desc, o.id desc',
);

/** The series that the latest version is judged by, with the latest value of each. */
const SERIES = `
  coalesce((
    select json_agg(json_build_object('measureCode', m.measure_code, 'side', m.side, 'value', l.value, 'measuredOn', l.measured_on)
                    order by m.role, m.measure_code, m.side)
      from prescribed_measure m
      left join lateral (
        select v.value, v.measured_on from outcome_score v
         where v.organization_id = e.organization_id and v.episode_id = e.id and v.measure_code = m.measure_code
           and v.side is not distinct from m.side and v.entered_in_error_at is null
         order by v.measured_on desc, coalesce(v.in_place_of_at, v.recorded_at) desc limit 1) l on true
     where m.organization_id = e.organization_id and m.prescription_id = (
       select p.id from prescription p where p.organization_id = e.organization_id and p.episode_id = e.id
        order by p.version_number desc limit 1)), '[]'::json)`;

const REFERRALS = listOf(
  'referral',
  referralFields(nameOf),
  `(o.status not in ('sent', 'accepted')), o.sent_on desc, o.id desc`,
);

/** Colleagues who may be asked to take a service on. */
const COLLEAGUES = `
  coalesce((
    select json_agg(json_build_object('staffMemberId', s.id, 'role', s.role,
                                      'name', concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials))
                    order by s.family_name, s.given_name)
      from staff_member s
     where s.organization_id = e.organization_id and s.active and s.id <> (select tandem.staff())
       and s.role in ('occupational-therapist', 'speech-therapist', 'physical-therapist')), '[]'::json)`;

const RECOMMENDATIONS = `
  coalesce((
    select json_agg(json_build_object('taskId', t.id, 'recommendation', t.detail, 'at', t.created_at,
                                      'by', concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials))
                    order by t.created_at, t.id)
      from task t
      join staff_member s on s.organization_id = t.organization_id and s.id = t.subject_id
     where t.organization_id = e.organization_id and t.episode_id = e.id and t.kind = 'recommendation'
       and t.status = 'open'), '[]'::json)`;

const LIST_SQL = `
  select json_build_object('header', ${EPISODE_HEADER_SQL}, 'orders', ${ORDERS}, 'procedures', ${PROCEDURES},
                           'referrals', ${REFERRALS}, 'recommendations', ${RECOMMENDATIONS}, 'series', ${SERIES}, 'colleagues', ${COLLEAGUES}) as list
    from episode e
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** Everything that was ordered, done or asked elsewhere for one episode; what waits for somebody stands first. */
export async function findOrders(ctx: Context, { params }: Input<typeof ordersApi.list>) {
  const { episodeId } = params;
  const [row] = await readAs<{ list: Output<typeof ordersApi.list> }>(
    ctx,
    { name: 'orders-list', text: LIST_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'orders.listed', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.list;
}

/** What the chart says to the questions that are asked before a test. */
export async function readOrderFacts(ctx: Context, { params }: Input<typeof ordersApi.prepare>) {
  const { episodeId } = params;
  const [row] = await readAs<{ facts: OrderFacts }>(
    ctx,
    { name: 'orders-facts', text: ORDER_FACTS_SQL, values: [episodeId] },
    { scope: { episodeId } },
  );
  if (!row) throw new Problem('not-found');
  return row.facts;
}
