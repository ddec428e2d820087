import type { ordersApi } from '#shared/orders/contract.ts';
import type { InboxEntry } from '#shared/orders/inbox.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import * as audit from '#server/audit/index.ts';
import { INR_OF_ORDER_SQL } from '#server/medications/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

/** More than anybody reads in a sitting; the counts beside it are whole. */
const MOST_SHOWN = 200;

const MINE = `($1 = 'all' or o.ordered_by_id = (select tandem.staff()))`;

/** What waits: a report without a reading, or a test without a report. Row-level security leaves the actor's patients. */
const WAITING = `
  from diagnostic_order o
 where o.organization_id = (select tandem.organization()) and o.status in ('ordered', 'scheduled', 'resulted') and ${MINE}`;

const INBOX_SQL = `
  select json_build_object(
    'toRead', (select count(*) ${WAITING} and o.status = 'resulted'),
    'awaited', (select count(*) ${WAITING} and o.status <> 'resulted'),
    'entries', coalesce((select json_agg(json_build_object(
      'diagnosticOrderId', o.id, 'episodeId', o.episode_id, 'patientId', o.patient_id, 'familyName', p.family_name,
      'givenName', p.given_name, 'birthDate', p.birth_date, 'sex', p.sex, 'mrn', p.mrn, 'concern', e.concern,
      'kind', o.kind, 'bodyRegion', o.body_region, 'side', o.side, 'indication', o.indication, 'urgency', o.urgency,
      'orderedOn', o.ordered_on, 'orderedById', o.ordered_by_id,
      'orderedBy', s.given_name || ' ' || s.family_name || coalesce(', ' || s.credentials, ''),
      'scheduledOn', o.scheduled_on, 'scheduledAt', o.scheduled_at, 'resultOn', o.result_on,
      'enteredOn', coalesce((o.result_entered_at at time zone c.time_zone)::date, o.result_on),
      'resultFlag', o.result_flag, 'reportText', o.report_text, 'inr', ${INR_OF_ORDER_SQL}, 'earlierReports', jsonb_array_length(o.earlier_reports),
      'decision', case when d.id is not null then json_build_object('decisionId', d.id, 'kind', d.kind,
         'decidedOn', (d.decided_at at time zone c.time_zone)::date, 'why', d.why) end,
      'version', o.version)
      order by (o.result_flag is distinct from 'critical'), coalesce(o.result_entered_at, o.created_at), o.id)
      from (select * ${WAITING} and (o.status = 'resulted') = ($2 = 'to-read')
             order by coalesce(o.result_entered_at, o.created_at), o.id limit ${MOST_SHOWN}) o
      join patient p on p.organization_id = o.organization_id and p.id = o.patient_id
      join episode e on e.organization_id = o.organization_id and e.id = o.episode_id
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
      join staff_member s on s.organization_id = o.organization_id and s.id = o.ordered_by_id
      left join decision d on d.organization_id = o.organization_id and d.id = o.decision_id), '[]'::json)) as inbox`;

/** Results to read, what needs action first and then the oldest; or tests whose result has not come. */
export async function findInbox(ctx: Context, { query }: Input<typeof ordersApi.inbox>) {
  const [row] = await readAs<{ inbox: Output<typeof ordersApi.inbox> }>(
    ctx,
    { name: 'orders-inbox', text: INBOX_SQL, values: [query.whose, query.show] },
    { alongside: audit.seen(ctx, { did: 'results.listed' }) },
  );
  return row?.inbox ?? { toRead: 0, awaited: 0, entries: [] satisfies InboxEntry[] };
}

/** What the header says. */
export async function countInbox(ctx: Context): Promise<Output<typeof ordersApi.countInbox>> {
  const [row] = await readAs<{ toRead: number }>(ctx, {
    name: 'orders-inbox-count',
    text: `select count(*) as "toRead" ${WAITING} and o.status = 'resulted'`,
    values: ['all'],
  });
  return row ?? { toRead: 0 };
}
