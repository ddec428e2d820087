import type { EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
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

/** Codes of what is held in the episode, a limb that is stopped for a suspected thrombosis among them. */
export async function findOpenHoldCodes(tx: Tx, { actor }: Context, episodeId: EpisodeId): Promise<string[]> {
  const rows = await tx.safetyHold.findMany({
    where: { organizationId: actor.organizationId, episodeId, closedAt: null },
    select: { redFlagCode: true },
    orderBy: { openedAt: 'asc' },
  });
  return rows.map(({ redFlagCode }) => redFlagCode);
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
