import type { Output } from '#shared/platform/endpoint.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

type Waiting = Output<typeof prescriptionsApi.waiting>;

/** More than anybody answers in a day; the longest waiting stand first. */
const MOST_SHOWN = 200;

const WAITING = `
select r.id as "changeRequestId", r.episode_id as "episodeId",
       p.family_name || coalesce(', ' || p.given_name, '') as "patientName", p.mrn,
       coalesce(b.diagnosis, e.concern) as diagnosis, r.supporting ->> 'asks' as asks, r.reason,
       s.given_name || ' ' || s.family_name as "askedBy",
       to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"
  from change_request r
  join episode e on e.organization_id = r.organization_id and e.id = r.episode_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  join staff_member s on s.organization_id = r.organization_id and s.id = r.requested_by_id
  left join board_entry b on b.organization_id = e.organization_id and b.episode_id = e.id
 where r.organization_id = (select tandem.organization()) and r.status = 'open'
 order by r.created_at, r.id
 limit ${MOST_SHOWN}`;

/** What waits for a physiatrist's answer among the patients in their care. */
export async function listWaitingRequests(ctx: Context): Promise<Waiting> {
  const requests = await readAs<Waiting['requests'][number]>(
    ctx,
    { name: 'prescriptions-waiting-requests', text: WAITING },
    { alongside: audit.seen(ctx, { did: 'change-requests.listed' }) },
  );
  return { requests };
}
