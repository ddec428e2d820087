import type { EvaluationBilling } from '#shared/evaluations/evaluation-billing.ts';
import { EvaluationContent, EvaluationKind, EvaluationStatus } from '#shared/evaluations/model.ts';
import type { NewAddendum } from '#shared/corrections/addendum.ts';
import { EvaluationId, type EpisodeId, type PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { fromDateColumn, toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

export interface LoadedEvaluation {
  evaluationId: EvaluationId;
  patientId: string;
  authorId: string;
  kind: EvaluationKind;
  status: 'draft' | 'signed';
  evaluatedOn: PlainDate;
  content: EvaluationContent;
  version: number;
  updatedAt: string;
}

const COLUMNS = {
  id: true,
  patientId: true,
  authorId: true,
  kind: true,
  status: true,
  evaluatedOn: true,
  content: true,
  version: true,
  updatedAt: true,
} as const;

interface Row {
  id: string;
  patientId: string;
  authorId: string;
  kind: string;
  status: string;
  evaluatedOn: Date;
  content: unknown;
  version: number;
  updatedAt: Date;
}

const toLoaded = (row: Row): LoadedEvaluation => ({
  evaluationId: EvaluationId.parse(row.id),
  patientId: row.patientId,
  authorId: row.authorId,
  kind: EvaluationKind.parse(row.kind),
  status: EvaluationStatus.parse(row.status),
  evaluatedOn: fromDateColumn(row.evaluatedOn),
  content: EvaluationContent.parse(row.content),
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
});

/** The evaluation as this actor may see it: signed, or their own draft. Anything else is not found. */
export async function loadEvaluation(
  tx: Tx,
  ctx: Context,
  { episodeId, evaluationId }: { episodeId: string; evaluationId: string },
): Promise<LoadedEvaluation> {
  const row = await tx.evaluation.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: evaluationId, episodeId },
    select: COLUMNS,
  });
  if (!row || (row.status === 'draft' && row.authorId !== ctx.actor.staffMemberId)) {
    throw new Problem('not-found');
  }
  return toLoaded(row);
}

/** The actor's own draft on this episode, if there is one. */
export async function getOwnDraft(
  tx: Tx,
  ctx: Context,
  episodeId: string,
): Promise<EvaluationId | undefined> {
  const row = await tx.evaluation.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId,
      authorId: ctx.actor.staffMemberId,
      status: 'draft',
    },
    select: { id: true },
  });
  return row ? EvaluationId.parse(row.id) : undefined;
}

/** The latest signed evaluation of these kinds on the episode. */
export async function getLatestSigned(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  kinds: readonly EvaluationKind[],
): Promise<LoadedEvaluation | undefined> {
  const row = await tx.evaluation.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId,
      status: 'signed',
      kind: { in: [...kinds] },
    },
    orderBy: [{ evaluatedOn: 'desc' }, { signedAt: 'desc' }],
    select: COLUMNS,
  });
  return row ? toLoaded(row) : undefined;
}

/** Whether the episode's consult has been signed. */
export async function hasSignedConsult(tx: Tx, ctx: Context, episodeId: string): Promise<boolean> {
  const row = await tx.evaluation.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId,
      status: 'signed',
      kind: 'consult',
    },
    select: { id: true },
  });
  return row !== null;
}

interface NewEvaluation {
  patientId: PatientId;
  episodeId: EpisodeId;
  kind: EvaluationKind;
  evaluatedOn: PlainDate;
  content: EvaluationContent;
}

export async function insertEvaluation(
  tx: Tx,
  ctx: Context,
  evaluation: NewEvaluation,
): Promise<EvaluationId> {
  const { id } = await tx.evaluation.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId: evaluation.patientId,
      episodeId: evaluation.episodeId,
      authorId: ctx.actor.staffMemberId,
      kind: evaluation.kind,
      evaluatedOn: toDateColumn(evaluation.evaluatedOn),
      content: toJsonColumn(evaluation.content),
      startedAt: ctx.now(),
      updatedAt: ctx.now(),
    },
    select: { id: true },
  });
  return EvaluationId.parse(id);
}

interface DraftChange {
  evaluatedOn: PlainDate;
  content: EvaluationContent;
}

const whereDraft = (ctx: Context, evaluationId: string, version: number) => ({
  organizationId: ctx.actor.organizationId,
  id: evaluationId,
  authorId: ctx.actor.staffMemberId,
  status: 'draft',
  version,
});

/** Stores the draft on top of the version its author saw. */
export async function updateDraft(
  tx: Tx,
  ctx: Context,
  evaluationId: string,
  change: DraftChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.evaluation.updateMany({
    where: whereDraft(ctx, evaluationId, expectedVersion),
    data: {
      evaluatedOn: toDateColumn(change.evaluatedOn),
      content: toJsonColumn(change.content),
      updatedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Puts the signature under exactly the version its author saw; from here on the database refuses every change. */
export async function markSigned(
  tx: Tx,
  ctx: Context,
  evaluationId: string,
  { content, billing }: { content: EvaluationContent; billing: EvaluationBilling | null },
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.evaluation.updateMany({
    where: whereDraft(ctx, evaluationId, expectedVersion),
    data: {
      content: toJsonColumn(content),
      ...(billing === null ? {} : { billing: toJsonColumn(billing) }),
      status: 'signed',
      signedAt: ctx.now(),
      signedById: ctx.actor.staffMemberId,
      updatedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Removes the author's own draft, if it is still the version they saw. */
export async function deleteDraft(
  tx: Tx,
  ctx: Context,
  evaluationId: string,
  expectedVersion: number,
): Promise<boolean> {
  const { organizationId, staffMemberId: authorId } = ctx.actor;
  const { count } = await tx.evaluation.deleteMany({
    where: { organizationId, id: evaluationId, authorId, status: 'draft', version: expectedVersion },
  });
  return count === 1;
}

export async function insertAddendum(
  tx: Tx,
  ctx: Context,
  { evaluationId, patientId }: Pick<LoadedEvaluation, 'evaluationId' | 'patientId'>,
  addendum: NewAddendum,
): Promise<{ id: string }> {
  return tx.evaluationAddendum.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId,
      evaluationId,
      authorId: ctx.actor.staffMemberId,
      ...addendum,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
}
