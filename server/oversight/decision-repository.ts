import type { EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { NewDecision } from '#shared/oversight/model.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What a decision is held against. */
export interface Decidable {
  episodeId: EpisodeId;
  patientId: string;
  status: string;
  verdictId: string | null;
  prescriptionId: string | null;
}

/** The episode with the judgement now in force, held until the transaction ends so that two decisions cannot both win. */
export async function loadDecidable(tx: Tx, { actor }: Context, episodeId: EpisodeId): Promise<Decidable> {
  const [row] = await tx.$queryRaw<
    { patient_id: string; status: string; verdict_id: string | null; prescription_id: string | null }[]
  >`
    select e.patient_id, e.status, b.verdict_id, p.id as prescription_id
      from episode e
      left join board_entry b on b.organization_id = e.organization_id and b.episode_id = e.id
      left join prescription p on p.organization_id = e.organization_id and p.episode_id = e.id and p.in_force
     where e.organization_id = ${actor.organizationId}::uuid and e.id = ${episodeId}::uuid
       for update of e`;
  if (!row) throw new Problem('not-found');
  return {
    episodeId,
    patientId: row.patient_id,
    status: row.status,
    verdictId: row.verdict_id,
    prescriptionId: row.prescription_id,
  };
}

/** Stores the decision and answers its id. */
export async function insertDecision(
  tx: Tx,
  ctx: Context,
  episode: Decidable,
  decision: NewDecision,
): Promise<string> {
  const { id } = await tx.decision.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId: episode.patientId,
      episodeId: episode.episodeId,
      verdictId: episode.verdictId,
      prescriptionId: episode.prescriptionId,
      kind: decision.kind,
      why: decision.why,
      reasons: toJsonColumn(decision.reasons),
      expectation: decision.expectation,
      expectedMeasure: decision.expected?.measureCode ?? null,
      expectedSide: decision.expected?.side ?? null,
      expectedValue: decision.expected?.value ?? null,
      reviewOn: toDateColumn(decision.reviewOn),
      decidedById: ctx.actor.staffMemberId,
      decidedAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
}

/** Ends the course of care: the episode closes, the prescription is no longer in force, planned visits are cancelled by the clinic. */
export async function closeEpisode(
  tx: Tx,
  ctx: Context,
  { episodeId, closeReason }: { episodeId: EpisodeId; closeReason: string },
): Promise<void> {
  const { organizationId } = ctx.actor;
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  await tx.episode.updateMany({
    where: { organizationId, id: episodeId, status: 'open' },
    data: { status: 'closed', closedOn: toDateColumn(today), closeReason, version: { increment: 1 } },
  });
  await tx.prescription.updateMany({
    where: { organizationId, episodeId, inForce: true },
    data: { inForce: false, endedOn: toDateColumn(today), endReason: 'Episode closed' },
  });
  await tx.session.updateMany({
    where: { organizationId, episodeId, status: { in: ['planned', 'arrived'] } },
    data: {
      status: 'cancelled',
      cancelledBy: 'clinic',
      missReason: 'Episode closed',
      version: { increment: 1 },
    },
  });
  await tx.prescriptionDraft.deleteMany({ where: { organizationId, episodeId } });
}
