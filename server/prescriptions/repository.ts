import { z } from 'zod';
import { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { PayerProfile } from '#shared/patients/model.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { EpisodeId, PatientId, PrescriptionId, StaffMemberId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { PrescribedDiagnosis, PrescriptionContent, Side } from '#shared/prescriptions/model.ts';
import { THERAPIST_ROLES } from '#shared/prescriptions/policy.ts';
import { fromDateColumn, toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import { CODED_FACTS_TODAY_SQL, onsetSql } from '#server/patients/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What prescribing needs to know about an episode. */
const EpisodeSetting = z.object({
  episodeId: EpisodeId,
  patientId: PatientId,
  bodyRegion: z.string(),
  side: Side.nullable().catch(null),
  onsetOn: PlainDate.nullable(),
  status: z.enum(['open', 'closed']),
  payerProfile: PayerProfile,
  timeZone: z.string(),
  clinicValues: ClinicOverrides,
  consultSigned: z.boolean(),
  conditions: z.array(
    z.object({ code: z.string(), codeSystem: z.string(), status: z.string(), isOld: z.boolean().optional() }),
  ),
  diagnoses: z.array(PrescribedDiagnosis.extend({ side: Side.nullable().catch(null) })),
  team: z.array(z.object({ staffMemberId: StaffMemberId, role: z.string() })),
});
export type EpisodeSetting = z.infer<typeof EpisodeSetting>;

const SETTING_SQL = `
    select json_build_object(
      'episodeId', e.id, 'patientId', e.patient_id, 'bodyRegion', e.body_region, 'side', e.side, 'onsetOn', (${onsetSql('e')}) ->> 'on',
      'status', e.status, 'payerProfile', e.payer_profile, 'timeZone', c.time_zone,
      'clinicValues', c.clinical_values,
      'consultSigned', exists (
        select from evaluation v where v.organization_id = e.organization_id and v.episode_id = e.id
           and v.kind = 'consult' and v.status = 'signed'),
      'conditions', coalesce((
        select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status, 'isOld', k.is_old) order by k.id)
          from (${CODED_FACTS_TODAY_SQL}) k), '[]'),
      'diagnoses', coalesce((
        select json_agg(json_build_object('conditionId', k.id, 'code', k.code, 'display', k.display, 'side', k.side)
                 order by k.is_primary desc, k.recorded_at, k.id)
          from condition k
         where k.organization_id = e.organization_id and k.episode_id = e.id and k.category = 'diagnosis'
           and k.status = 'active' and k.code_system = 'http://hl7.org/fhir/sid/icd-10-cm'), '[]'),
      'team', coalesce((
        select json_agg(distinct jsonb_build_object('staffMemberId', s.id, 'role', s.role))
          from care_team_member m
          join staff_member s on s.organization_id = m.organization_id and s.id = m.staff_member_id and s.active
         where m.organization_id = e.organization_id and m.patient_id = e.patient_id
           and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())), '[]')) as setting
      from episode e
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
     where e.organization_id = $1::uuid and e.id = $2::uuid`;

/** The episode with what the rules of prescribing ask about it; invisible is not found. */
export async function loadSetting(tx: Tx, ctx: Context<Actor>, episodeId: string): Promise<EpisodeSetting> {
  const [row] = await tx.$queryRawUnsafe<{ setting: unknown }[]>(
    SETTING_SQL,
    ctx.actor.organizationId,
    episodeId,
  );
  if (!row) throw new Problem('not-found');
  return EpisodeSetting.parse(row.setting);
}

/** Those of the team who treat by the prescription. */
export const therapistsOf = ({ team }: EpisodeSetting): StaffMemberId[] =>
  team.filter(({ role }) => THERAPIST_ROLES.some((one) => one === role)).map((one) => one.staffMemberId);

export const physiatristsOf = ({ team }: EpisodeSetting): StaffMemberId[] =>
  team.filter(({ role }) => role === 'physiatrist').map((one) => one.staffMemberId);

/** A signed version as other slices need it. */
export interface LoadedPrescription {
  prescriptionId: PrescriptionId;
  episodeId: EpisodeId;
  patientId: PatientId;
  versionNumber: number;
  startsOn: PlainDate;
  endsOn: PlainDate;
  reEvaluationOn: PlainDate;
  /** Visits this version buys: times a week by weeks, less those already used under a version with the same start. */
  visitsPrescribed: number;
  signedAt: string;
  signedById: StaffMemberId;
  inForce: boolean;
  opensPhase: boolean;
  content: PrescriptionContent;
}

type Row = NonNullable<Awaited<ReturnType<Tx['prescription']['findFirst']>>>;

const toLoaded = (row: Row): LoadedPrescription => ({
  prescriptionId: PrescriptionId.parse(row.id),
  episodeId: EpisodeId.parse(row.episodeId),
  patientId: PatientId.parse(row.patientId),
  versionNumber: row.versionNumber,
  startsOn: fromDateColumn(row.startsOn),
  endsOn: fromDateColumn(row.endsOn),
  reEvaluationOn: fromDateColumn(row.reEvaluationOn),
  visitsPrescribed: row.visitsPrescribed,
  signedAt: row.signedAt.toISOString(),
  signedById: StaffMemberId.parse(row.signedById),
  inForce: row.inForce,
  opensPhase: row.opensPhase,
  content: PrescriptionContent.parse(row.content),
});

/** The signed version in force. Nothing when none is, or when the actor cannot see the episode. */
export async function getPrescriptionInForce(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
): Promise<LoadedPrescription | undefined> {
  const row = await tx.prescription.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId, inForce: true },
  });
  return row ? toLoaded(row) : undefined;
}

/** The newest signed version, in force or not. */
export async function getLatestVersion(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
): Promise<LoadedPrescription | undefined> {
  const row = await tx.prescription.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId },
    orderBy: { versionNumber: 'desc' },
  });
  return row ? toLoaded(row) : undefined;
}

export async function loadPrescription(
  tx: Tx,
  ctx: Context<Actor>,
  prescriptionId: string,
): Promise<LoadedPrescription> {
  const row = await tx.prescription.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: prescriptionId } },
  });
  if (!row) throw new Problem('not-found');
  return toLoaded(row);
}

/** Completed sessions under versions of this plan: those that share its start. */
export async function countVisitsUsed(
  tx: Tx,
  ctx: Context<Actor>,
  { episodeId, startsOn }: { episodeId: string; startsOn: string },
): Promise<number> {
  return tx.session.count({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId,
      status: 'completed',
      prescription: { startsOn: toDateColumn(startsOn) },
    },
  });
}

export interface NewVersion {
  setting: EpisodeSetting;
  previous: LoadedPrescription | undefined;
  content: PrescriptionContent;
  reason: string | null;
  visitsPrescribed: number;
  endsOn: PlainDate;
  opensPhase: boolean;
  certifiesPlan: boolean;
}

/** Ends the version in force, that of an episode or the one named, as long as it still is; answers whether it was. */
export async function endVersion(
  tx: Tx,
  ctx: Context<Actor>,
  which: { id: string } | { episodeId: string },
  { endedOn, reason }: { endedOn: string; reason: string },
): Promise<boolean> {
  const { count } = await tx.prescription.updateMany({
    where: { organizationId: ctx.actor.organizationId, ...which, inForce: true },
    data: { inForce: false, endedOn: toDateColumn(endedOn), endReason: reason },
  });
  return count === 1;
}

/** Inserts the signed version and the rows that screens and rules read it by. */
export async function insertVersion(tx: Tx, ctx: Context, version: NewVersion): Promise<PrescriptionId> {
  const { setting, previous, content } = version;
  const { organizationId, staffMemberId } = ctx.actor;
  const { patientId, episodeId } = setting;
  const { id: prescriptionId } = await tx.prescription.create({
    data: {
      organizationId,
      patientId,
      episodeId,
      versionNumber: (previous?.versionNumber ?? 0) + 1,
      supersedesId: previous?.prescriptionId ?? null,
      reason: version.reason,
      signedById: staffMemberId,
      signedAt: ctx.now(),
      startsOn: toDateColumn(content.startsOn),
      endsOn: toDateColumn(version.endsOn),
      frequencyPerWeek: content.frequencyPerWeek,
      durationWeeks: content.durationWeeks,
      ...(content.taper ? { taper: toJsonColumn(content.taper) } : {}),
      visitsPrescribed: version.visitsPrescribed,
      reEvaluationOn: toDateColumn(content.reEvaluationOn),
      opensPhase: version.opensPhase,
      certifiesPlan: version.certifiesPlan,
      content: toJsonColumn(content),
    },
    select: { id: true },
  });
  await insertParts(tx, { organizationId, patientId, prescriptionId }, content);
  return PrescriptionId.parse(prescriptionId);
}

interface Owner {
  organizationId: string;
  patientId: string;
  prescriptionId: string;
}

async function insertParts(tx: Tx, owner: Owner, content: PrescriptionContent): Promise<void> {
  await tx.permittedIntervention.createMany({
    data: content.interventions.map(({ code, name, authority, bounds, rationale }, position) => ({
      ...owner,
      id: newId(),
      position,
      code,
      name,
      authority,
      bounds: toJsonColumn(bounds),
      rationale,
    })),
  });
  await tx.goal.createMany({
    data: content.goals.map(({ targetOn, ...goal }, position) => ({
      ...owner,
      ...goal,
      id: newId(),
      position,
      targetOn: toDateColumn(targetOn),
    })),
  });
  await tx.precaution.createMany({
    data: content.precautions.map((precaution, position) => ({
      ...owner,
      id: newId(),
      position,
      comorbidity: precaution.comorbidity,
      intervention: precaution.intervention,
      level: precaution.level,
      scope: precaution.scope,
      note: precaution.note,
      source: precaution.source,
      verified: precaution.verified,
      decision: precaution.decision,
      overrideReason: precaution.overrideReason,
    })),
  });
  await tx.prescribedMeasure.createMany({
    data: content.measures.map((measure) => ({ ...owner, ...measure, id: newId() })),
  });
}

/** Stores that this person has read this version; reading it twice is reading it once. */
export async function insertAcknowledgement(
  tx: Tx,
  ctx: Context,
  { patientId, prescriptionId }: LoadedPrescription,
): Promise<boolean> {
  const { organizationId, staffMemberId } = ctx.actor;
  const { count } = await tx.prescriptionAcknowledgement.createMany({
    data: [{ organizationId, patientId, prescriptionId, staffMemberId, acknowledgedAt: ctx.now() }],
    skipDuplicates: true,
  });
  return count === 1;
}
