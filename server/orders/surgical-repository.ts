import { SurgicalRecord, type SurgicalText } from '#shared/orders/surgical.ts';
import { SurgicalEvaluationId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { RECORD_FROM, SURGICAL_RECORD } from './surgical-sql.ts';

interface OnEvaluation {
  episodeId: string;
  surgicalEvaluationId: string;
}

export async function findDraft(tx: Tx, ctx: Context, episodeId: string) {
  const draft = await tx.surgicalEvaluation.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId, status: 'draft' },
    select: { id: true },
  });
  return draft ? SurgicalEvaluationId.parse(draft.id) : undefined;
}

export async function insertSurgical(
  tx: Tx,
  ctx: Context,
  about: { patientId: string; episodeId: string },
  text: SurgicalText,
): Promise<SurgicalEvaluationId> {
  const { id } = await tx.surgicalEvaluation.create({
    data: {
      organizationId: ctx.actor.organizationId,
      ...about,
      ...text,
      authorId: ctx.actor.staffMemberId,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    },
    select: { id: true },
  });
  return SurgicalEvaluationId.parse(id);
}

export async function loadSurgical(tx: Tx, ctx: Context, on: OnEvaluation) {
  const row = await tx.surgicalEvaluation.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      id: on.surgicalEvaluationId,
      episodeId: on.episodeId,
    },
    include: { referral: { select: { status: true, sentOn: true } } },
  });
  if (!row) throw new Problem('not-found');
  return row;
}
export type LoadedSurgical = Awaited<ReturnType<typeof loadSurgical>>;

/** The record of an episode as it stands, in the caller's transaction. */
export async function buildRecord(tx: Tx, episodeId: string, on: string): Promise<SurgicalRecord> {
  const [row] = await tx.$queryRawUnsafe<{ record: unknown }[]>(
    `select ${SURGICAL_RECORD} as record from episode e ${RECORD_FROM}
      where e.organization_id = tandem.organization() and e.id = $1::uuid`,
    episodeId,
    on,
  );
  if (!row) throw new Problem('not-found');
  return SurgicalRecord.parse(row.record);
}

type SurgicalChange =
  | SurgicalText
  | { status: 'signed'; record: SurgicalRecord }
  | { status: 'sent'; referralId: string; sentHow: string }
  | { status: 'decided'; decision: string; decisionNote: string; decidedOn: string };

const columnsOf = (ctx: Context, change: SurgicalChange) => {
  if (!('status' in change)) return change;
  switch (change.status) {
    case 'signed':
      return {
        status: change.status,
        record: toJsonColumn(change.record),
        signedById: ctx.actor.staffMemberId,
        signedAt: ctx.now(),
      };
    case 'sent':
      return change;
    case 'decided':
      return {
        ...change,
        decidedOn: toDateColumn(change.decidedOn),
        decidedById: ctx.actor.staffMemberId,
      };
    default:
      return change satisfies never;
  }
};

/** Moves a question on, on top of the version the caller saw. */
export async function updateSurgical(
  tx: Tx,
  ctx: Context,
  surgicalEvaluationId: string,
  change: SurgicalChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.surgicalEvaluation.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: surgicalEvaluationId, version: expectedVersion },
    data: { ...columnsOf(ctx, change), updatedAt: ctx.now(), version: { increment: 1 } },
  });
  return count === 1;
}

/** Removes a draft, if it is still the version that was seen. */
export async function deleteSurgicalDraft(
  tx: Tx,
  ctx: Context,
  id: string,
  expectedVersion: number,
): Promise<boolean> {
  const { organizationId } = ctx.actor;
  const { count } = await tx.surgicalEvaluation.deleteMany({
    where: { organizationId, id, status: 'draft', version: expectedVersion },
  });
  return count === 1;
}

/** A surgical referral that a decision has sent and no letter goes with yet. */
export async function findReferralWithoutLetter(tx: Tx, ctx: Context, episodeId: string) {
  return tx.referral.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId,
      surgicalOpinion: true,
      status: 'sent',
      surgicalEvaluations: { none: {} },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
}
