import type { medicationsApi } from '#shared/medications/contract.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { factInErrorJson } from '#server/corrections/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { inrReadingsSql, latestInrSql } from './inr-sql.ts';

const person = (organization: string, id: string): string => `
  (select concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials) from staff_member s
    where s.organization_id = ${organization} and s.id = ${id})`;

const list = (rows: string): string => `coalesce((${rows}), '[]'::json)`;

const onDay = (column: string): string => `(${column} at time zone c.time_zone)::date`;

const EVENTS = list(`
  select json_agg(json_build_object('kind', v.kind, 'on', ${onDay('v.at')}, 'by', ${person('v.organization_id', 'v.by_id')},
                    'why', v.why, 'before', v.before, 'after', v.after) order by v.at desc, v.id desc)
    from medication_event v
   where v.organization_id = m.organization_id and v.medication_order_id = m.id`);

const MEDICATIONS = list(`
  select json_agg(json_build_object(
           'medicationOrderId', m.id, 'name', m.name, 'ingredients', coalesce(m.ingredients, '{}'), 'dose', m.dose,
           'route', m.route, 'frequency', m.frequency, 'startedOn', m.started_on, 'stopOn', m.stop_on,
           'stoppedOn', m.stopped_on, 'taper', m.taper, 'reason', m.reason, 'status', m.status,
           'statusReason', m.status_reason, 'source', m.source, 'recordedById', m.recorded_by_id,
           'recordedBy', ${person('m.organization_id', 'm.recorded_by_id')}, 'recordedOn', ${onDay('m.recorded_at')},
           'enteredInError', ${factInErrorJson('m')}, 'answered', m.answered, 'events', ${EVENTS}, 'version', m.version)
           order by m.status, lower(m.name), m.id)
    from medication_order m
   where m.organization_id = e.organization_id and m.patient_id = e.patient_id`);

const ALLERGIES = list(`
  select json_agg(json_build_object('allergyId', a.id, 'substance', a.substance, 'reaction', a.reaction,
                    'severity', a.severity) order by a.substance, a.id)
    from allergy a
   where a.organization_id = e.organization_id and a.patient_id = e.patient_id and a.status = 'active'`);

const IN_FORCE = `
  (select json_build_object('versionNumber', x.version_number, 'precautions', ${list(`
            select json_agg(q.intervention order by q.position) from precaution q
             where q.organization_id = x.organization_id and q.prescription_id = x.id and q.decision = 'keep'`)})
     from prescription x
    where x.organization_id = e.organization_id and x.episode_id = e.id and x.in_force)`;

const INR = { of: 'e', until: onDay('now()') };

const LIST_SQL = `
  select json_build_object('header', ${EPISODE_HEADER_SQL}, 'medications', ${MEDICATIONS}, 'allergies', ${ALLERGIES},
                           'inForce', ${IN_FORCE},
                           'inr', json_build_object('latest', ${latestInrSql(INR)}, 'readings', ${inrReadingsSql(INR)})) as list
    from episode e
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** The patient's medications with their history, as a page about one episode shows them. */
export async function findMedications(ctx: Context, { params }: Input<typeof medicationsApi.list>) {
  const { episodeId } = params;
  const [row] = await readAs<{ list: Output<typeof medicationsApi.list> }>(
    ctx,
    { name: 'medications-list', text: LIST_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'medications.listed', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.list;
}
