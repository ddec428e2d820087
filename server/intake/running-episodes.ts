import type { intakeApi } from '#shared/intake/contract.ts';
import type { RunningEpisode } from '#shared/intake/running-episode.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

const RUNNING = `
select e.id as "episodeId", e.clinic_id as "clinicId", e.concern, e.body_region as "bodyRegion", e.side, e.opened_on as "openedOn",
       exists (select from evaluation v where v.organization_id = e.organization_id and v.episode_id = e.id
                  and v.kind = 'consult' and v.status = 'signed') as "consultSigned",
       exists (select from prescription x where x.organization_id = e.organization_id and x.episode_id = e.id and x.in_force
                  and x.ends_on >= ($2::timestamptz at time zone c.time_zone)::date) as "prescriptionInForce",
       coalesce((
         select json_agg(json_build_object('staffMemberId', m.staff_member_id, 'role', m.role) order by m.valid_from, m.id)
           from care_team_member m
          where m.organization_id = e.organization_id and m.patient_id = e.patient_id
            and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)), '[]') as team
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
 where e.organization_id = (select tandem.organization()) and e.patient_id = $1 and e.status = 'open'`;

/** The patient's row tells somebody without an open episode from somebody who is not of this organization. */
const OF_PATIENT = `
select coalesce((select json_agg(running order by running."openedOn" desc, running."episodeId") from (${RUNNING}) running), '[]') as episodes
  from patient p
 where p.organization_id = (select tandem.organization()) and p.id = $1`;

/**
 * The open episodes of a patient with the two facts of rule T4. They are clinical, and the administrator is told no more of them:
 * that a consult is signed and that a prescription is in force.
 */
export async function findRunningEpisodes(ctx: Context, patientId: PatientId): Promise<RunningEpisode[]> {
  const actor: SystemActor = { kind: 'system', organizationId: ctx.actor.organizationId, patientId };
  const [row] = await readAs<{ episodes: RunningEpisode[] }>(
    { ...ctx, actor },
    { name: 'intake-running-episodes', text: OF_PATIENT, values: [patientId, ctx.now()] },
    { alongside: audit.seen(ctx, { did: 'running-episodes.listed', patientId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.episodes;
}

/** The same for the screen that accepts a request. */
export const listRunningEpisodes = async (
  ctx: Context,
  { params: { patientId } }: Input<typeof intakeApi.running>,
): Promise<Output<typeof intakeApi.running>> => ({ episodes: await findRunningEpisodes(ctx, patientId) });
