import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { HomeLimits } from '#shared/home-programme/check-exercise.ts';
import { type HandedOut, limitsToday, noLongerFits } from '#shared/home-programme/fit.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks, openTask, renewTask } from '#server/tasks/index.ts';
import { HANDED_OUT } from './home-care-sql.ts';

interface RecheckedEpisode {
  patientId: string;
  episodeId: string;
  timeZone: string;
  clinicValues: ClinicOverrides;
  /** What the chart says now, coded. */
  chart: readonly CodedCondition[];
}

interface Standing {
  programmeId: string;
  versionNumber: number;
  exercises: HandedOut[];
  /** Null while no version is in force: nothing can be judged. */
  limits: unknown;
  therapistId: string | null;
}

/** $1 the organization, $2 the episode: what was handed out last, the version in force, and whose work it is. */
const STANDING_SQL = `
  select json_build_object(
    'programmeId', h.id, 'versionNumber', h.version_number,
    'exercises', coalesce((select json_agg(${HANDED_OUT} order by place)
                             from jsonb_array_elements(h.content->'exercises') with ordinality as t(i, place)), '[]'::json),
    'limits', (select rx.content from prescription rx
                where rx.organization_id = h.organization_id and rx.episode_id = h.episode_id and rx.in_force),
    'therapistId', (
      select m.staff_member_id from care_team_member m
        join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id and s.active
       where m.organization_id = h.organization_id and m.patient_id = h.patient_id and s.role = 'physical-therapist'
         and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
       order by m.staff_member_id = h.author_id desc, m.valid_from limit 1)) as standing
    from home_programme h
   where h.organization_id = $1::uuid and h.episode_id = $2::uuid
   order by h.version_number desc limit 1`;

/**
 * Holds what was handed out against a prescription or a chart that has just changed, and gives the therapist the work when an
 * exercise no longer fits. The work ends with the next version of the programme, or when everything fits again.
 */
export async function recheckHomeProgramme(
  tx: Tx,
  ctx: Context<Actor>,
  { patientId, episodeId, timeZone, clinicValues, chart }: RecheckedEpisode,
): Promise<void> {
  const [row] = await tx.$queryRawUnsafe<{ standing: Standing }[]>(
    STANDING_SQL,
    ctx.actor.organizationId,
    episodeId,
  );
  if (!row) return;
  const { programmeId, versionNumber, exercises, limits, therapistId } = row.standing;
  // Without a version in force nothing can be judged: what was said of the last one stands.
  if (limits === null) return;
  const kind = 'home-programme' as const;
  const misfits = noLongerFits(exercises, limitsToday(HomeLimits.parse(limits), chart, clinicValues));
  if (misfits.length === 0) {
    await closeTasks(tx, ctx, { kind, subjectId: programmeId, patientId });
    return;
  }
  const names = misfits.map(({ name }) => name).join(', ');
  const asked = {
    title: `Home programme: ${names} no longer ${misfits.length === 1 ? 'fits' : 'fit'}`.slice(0, TITLE),
    detail: `Version ${versionNumber} of the programme is with the patient. ${misfits.map(({ name, sentence }) => `${name}: ${sentence}`).join(' ')}`,
    ...(therapistId === null ? { ownerRole: 'physical-therapist' as const } : { ownerId: therapistId }),
    patientId,
    dueOn: dateInZone(ctx.now(), timeZone),
    // One piece of work for each version of the programme: it says what does not fit now.
    dedupeKey: `${kind}:${programmeId}`,
  };
  await openTask(tx, ctx, { ...asked, kind, episodeId, subjectId: programmeId });
  await renewTask(tx, ctx, asked);
}

const TITLE = 200;
