import type { ExerciseCode, ExerciseContent, ProgrammeContent } from '#shared/home-programme/model.ts';
import { HomeLimits } from '#shared/home-programme/check-exercise.ts';
import { limitsToday } from '#shared/home-programme/fit.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';
import { CHART_NOW } from './chart-now-sql.ts';

interface ExerciseRow {
  id: string;
  content: unknown;
  retired: boolean;
  version: number;
}

/** The organization's own row under a code, if it has one. */
export const loadExercise = (tx: Tx, ctx: Context, code: string): Promise<ExerciseRow | null> =>
  tx.exercise.findUnique({
    where: { organizationId_code: { organizationId: ctx.actor.organizationId, code } },
    select: { id: true, content: true, retired: true, version: true },
  });

export async function insertExercise(
  tx: Tx,
  ctx: Context,
  code: ExerciseCode,
  { content, retired }: { content: ExerciseContent; retired: boolean },
): Promise<void> {
  await tx.exercise.create({
    data: {
      organizationId: ctx.actor.organizationId,
      code,
      content: toJsonColumn(content),
      retired,
      changedById: ctx.actor.staffMemberId,
      changedAt: ctx.now(),
    },
    select: { id: true },
  });
}

/** Changes the row under a code on top of the version the caller saw. */
export async function updateExercise(
  tx: Tx,
  ctx: Context,
  code: ExerciseCode,
  { content, retired }: { content: ExerciseContent; retired: boolean },
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.exercise.updateMany({
    where: { organizationId: ctx.actor.organizationId, code, version: expectedVersion },
    data: {
      content: toJsonColumn(content),
      retired,
      changedById: ctx.actor.staffMemberId,
      changedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** All rows of the organization's own library, by code. */
export async function loadOwnExercises(tx: Tx, ctx: Context): Promise<Map<string, ExerciseRow>> {
  const rows = await tx.exercise.findMany({
    where: { organizationId: ctx.actor.organizationId },
    select: { id: true, code: true, content: true, retired: true, version: true },
  });
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}

/** Writes many exercises at once; what stands under a code already is replaced, retired ones stay retired. */
export async function writeExercises(
  tx: Tx,
  ctx: Context,
  exercises: readonly { code: ExerciseCode; content: ExerciseContent }[],
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  const rows = exercises.map(({ code, content }) => ({ id: newId(ctx.now()), code, content }));
  await tx.$executeRaw`
    insert into exercise (organization_id, id, code, content, changed_by_id, changed_at)
    select ${organizationId}::uuid, r.id, r.code, r.content, ${staffMemberId}::uuid, ${ctx.now()}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, code text, content jsonb)
    on conflict (organization_id, code) do update
       set content = excluded.content, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at,
           version = exercise.version + 1`;
}

/** The number of the programme in force, 0 when there is none; nobody else writes one meanwhile. */
export async function lockProgramme(tx: Tx, ctx: Context, episodeId: string): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`home-programme:${episodeId}`}, 0))`;
  const found = await tx.homeProgramme.aggregate({
    where: { organizationId: ctx.actor.organizationId, episodeId },
    _max: { versionNumber: true },
  });
  return found._max.versionNumber ?? 0;
}

/** What was handed out last. */
export const loadProgrammeContent = (tx: Tx, ctx: Context, episodeId: string, versionNumber: number) =>
  tx.homeProgramme.findUnique({
    where: {
      organizationId_episodeId_versionNumber: {
        organizationId: ctx.actor.organizationId,
        episodeId,
        versionNumber,
      },
    },
    select: { content: true },
  });

export async function insertProgramme(
  tx: Tx,
  ctx: Context,
  place: { patientId: string; episodeId: string },
  versionNumber: number,
  content: ProgrammeContent,
): Promise<string> {
  const { id } = await tx.homeProgramme.create({
    data: {
      organizationId: ctx.actor.organizationId,
      ...place,
      versionNumber,
      content: toJsonColumn(content),
      authorId: ctx.actor.staffMemberId,
      signedAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
}

interface StoredLimits {
  content: unknown;
  chart: CodedCondition[];
  clinicValues: ClinicOverrides;
}

/** The limits that a programme keeps: the version in force, and what the chart calls for since. */
export async function loadLimits(tx: Tx, ctx: Context, episodeId: string): Promise<HomeLimits | undefined> {
  const [row] = await tx.$queryRawUnsafe<StoredLimits[]>(LIMITS_SQL, ctx.actor.organizationId, episodeId);
  return row ? limitsToday(HomeLimits.parse(row.content), row.chart, row.clinicValues) : undefined;
}

const LIMITS_SQL = `
  select rx.content, ${CHART_NOW} as chart, c.clinical_values as "clinicValues"
    from episode e
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
    join prescription rx on rx.organization_id = e.organization_id and rx.episode_id = e.id and rx.in_force
   where e.organization_id = $1::uuid and e.id = $2::uuid`;
