import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { undecidedPrecautions } from '#shared/prescriptions/chart-precautions.ts';
import { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { comorbiditiesOf } from '#shared/prescriptions/precaution-kinds.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { recheckHomeProgramme } from '#server/home-programme/index.ts';
import { closeTasks, openTask } from '#server/tasks/index.ts';
import { CODED_FACTS_SQL } from './coded-facts-sql.ts';

const PrescribedEpisode = z.object({
  episodeId: z.string(),
  timeZone: z.string(),
  clinicValues: ClinicOverrides,
  versionNumber: z.number().int(),
  prescriptionId: z.string(),
  precautions: z.array(PrescribedPrecaution),
  chart: z.array(
    z.object({ code: z.string(), codeSystem: z.string(), status: z.string(), isOld: z.boolean().optional() }),
  ),
  physiatristId: z.string().nullable(),
});

/** The patient's open episodes with a version in force, and what the chart says now. */
const EPISODES_SQL = `
  select json_build_object(
    'episodeId', e.id, 'timeZone', c.time_zone, 'clinicValues', c.clinical_values, 'versionNumber', rx.version_number, 'prescriptionId', rx.id,
    'precautions', rx.content->'precautions',
    'chart', coalesce((
      select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status, 'isOld', k.is_old) order by k.id)
        from (${CODED_FACTS_SQL}) k), '[]'),
    'physiatristId', (
      select m.staff_member_id from care_team_member m
       where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.role = 'physiatrist'
         and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
       order by m.staff_member_id = rx.signed_by_id desc, m.valid_from limit 1)) as episode
    from episode e
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
    join prescription rx on rx.organization_id = e.organization_id and rx.episode_id = e.id and rx.in_force
   where e.organization_id = $1::uuid and e.patient_id = $2::uuid and e.status = 'open'`;

/**
 * Tells the physiatrist of what the chart forbids and the signed version does not decide: the gate is closed for it from now on,
 * and only a new version opens it. The therapist is told what of the home programme no longer fits. The wish ends with that version, or when the chart no longer calls for anything.
 */
export async function tellOfPrecautions(tx: Tx, ctx: Context<Actor>, patientId: string): Promise<void> {
  const rows = await tx.$queryRawUnsafe<{ episode: unknown }[]>(
    EPISODES_SQL,
    ctx.actor.organizationId,
    patientId,
  );
  for (const { episode } of rows) {
    const prescribed = PrescribedEpisode.parse(episode);
    await tellOfEpisode(tx, ctx, patientId, prescribed);
    await recheckHomeProgramme(tx, ctx, { ...prescribed, patientId });
  }
}

async function tellOfEpisode(
  tx: Tx,
  ctx: Context<Actor>,
  patientId: string,
  { episodeId, prescriptionId, physiatristId, ...episode }: z.infer<typeof PrescribedEpisode>,
): Promise<void> {
  const kind = 'new-precaution' as const;
  const forbidden = undecidedPrecautions(
    episode.precautions,
    proposePrecautions(episode.chart, episode.clinicValues),
  ).filter(({ level }) => level === 'contraindicated');
  if (forbidden.length === 0) {
    await closeTasks(tx, ctx, { kind, subjectId: prescriptionId, patientId });
    return;
  }
  const names = [...new Set(forbidden.flatMap(comorbiditiesOf))].join(', ');
  await openTask(tx, ctx, {
    kind,
    title: `New on the chart: ${names}`.slice(0, TITLE),
    detail: `Version ${episode.versionNumber} does not decide: ${forbidden.map(({ intervention }) => intervention).join('; ')}. The gate is closed for it until a new version is signed.`,
    ...(physiatristId === null ? { ownerRole: 'physiatrist' as const } : { ownerId: physiatristId }),
    patientId,
    episodeId,
    subjectId: prescriptionId,
    dueOn: dateInZone(ctx.now(), episode.timeZone),
    // A further comorbidity is a further thing to decide.
    dedupeKey: `${kind}:${prescriptionId}:${names}`,
  });
}

const TITLE = 200;
