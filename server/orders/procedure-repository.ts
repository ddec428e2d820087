import type { AnsweredFinding } from '#shared/medications/model.ts';
import { doseText, type NewProcedure, type TherapyLimit } from '#shared/orders/procedure.ts';
import { ProcedureId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { markOf } from '#server/corrections/index.ts';
import { fromDateColumn, toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { about, type OrderPlace } from './repository.ts';

export async function insertProcedure(
  tx: Tx,
  ctx: Context,
  place: OrderPlace,
  procedure: NewProcedure,
  answered: readonly AnsweredFinding[],
): Promise<ProcedureId> {
  const { kind, display, site, level, side, guidance, agent, doseAmount, doseUnit, lot, consent } = procedure;
  const { id } = await tx.procedure.create({
    data: {
      ...about(ctx, place),
      ...{ kind, display, site, level, side, guidance, agent, doseAmount, doseUnit, lot, consent },
      dose: doseText(doseAmount, doseUnit),
      muscles: toJsonColumn(procedure.muscles ?? []),
      dilution: procedure.dilution ?? null,
      performedElsewhere: procedure.performedElsewhere ?? null,
      complication: procedure.complication,
      answered: toJsonColumn(answered),
      performedOn: toDateColumn(procedure.performedOn),
      performedById: ctx.actor.staffMemberId,
      responseWindowDays: procedure.responseWindowDays,
      expectedEffect: procedure.expectedEffect,
      expectedMeasure: procedure.expected?.measureCode ?? null,
      expectedSide: procedure.expected?.side ?? null,
      expectedChange: procedure.expected?.change ?? null,
      restDays: procedure.restDays,
      restrictedDays: procedure.restrictedDays,
      restriction: procedure.restriction,
    },
    select: { id: true },
  });
  return ProcedureId.parse(id);
}

interface OnProcedure {
  episodeId: string;
  procedureId: string;
}

export async function loadProcedure(tx: Tx, ctx: Context, on: OnProcedure) {
  const row = await tx.procedure.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: on.procedureId, episodeId: on.episodeId },
    select: {
      patientId: true,
      version: true,
      complication: true,
      display: true,
      performedOn: true,
      restDays: true,
      restrictedDays: true,
      restriction: true,
      performedById: true,
      enteredInErrorAt: true,
    },
  });
  if (!row) throw new Problem('not-found');
  const { enteredInErrorAt, ...procedure } = row;
  return {
    ...procedure,
    performedOn: fromDateColumn(row.performedOn),
    isMarked: enteredInErrorAt !== null,
  };
}

/** Adds to a procedure, on top of the version the caller saw. */
export async function updateProcedure(
  tx: Tx,
  ctx: Context,
  procedureId: string,
  change: { complication: string } | (TherapyLimit & { limitReason: string }),
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.procedure.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: procedureId, version: expectedVersion },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** Strikes a procedure out, on top of the version the caller saw. */
export async function markProcedure(
  tx: Tx,
  ctx: Context,
  procedureId: string,
  reason: string,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.procedure.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: procedureId, version: expectedVersion },
    data: { ...markOf(ctx, reason), version: { increment: 1 } },
  });
  return count === 1;
}

/** Visits still planned inside the rest, with whose they are. */
export async function findSessionsAtRest(
  tx: Tx,
  ctx: Context,
  rest: { episodeId: string; from: string; until: string },
) {
  const rows = await tx.session.findMany({
    where: {
      organizationId: ctx.actor.organizationId,
      episodeId: rest.episodeId,
      status: 'planned',
      sessionDate: { gte: toDateColumn(rest.from), lte: toDateColumn(rest.until) },
    },
    select: { id: true, therapistId: true, sessionDate: true },
    orderBy: { sessionDate: 'asc' },
  });
  return rows.map((row) => ({ ...row, sessionDate: fromDateColumn(row.sessionDate) }));
}
