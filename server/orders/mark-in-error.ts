import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import type { ordersApi } from '#shared/orders/contract.ts';
import { restUntil } from '#shared/orders/therapy-rest.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { assertMayMark } from '#server/corrections/index.ts';
import { dropInrOfOrder } from '#server/medications/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { findSessionsAtRest, loadProcedure, markProcedure } from './procedure-repository.ts';
import { loadOrder, markOrder } from './repository.ts';

/** A procedure that was not performed on this patient: its marker, its phase and its rest days go, the entry stays readable. */
export async function markProcedureError(
  ctx: Context,
  { params, body: { reason, expectedVersion } }: Input<typeof ordersApi.markProcedureError>,
) {
  const { episodeId, procedureId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const procedure = await loadProcedure(tx, ctx, params);
      const { patientId, performedById, isMarked } = procedure;
      assertMayMark(canMarkInError(ctx.actor, { recordedById: performedById, isMarked }));
      if (!(await markProcedure(tx, ctx, procedureId, reason, expectedVersion))) throw stale(procedure);
      await dropRequestsToMove(tx, ctx, { ...procedure, episodeId, procedureId });
      const subject = { type: 'procedure', id: procedureId };
      return settle(tx, ctx, { patientId, episodeId, subject }, expectedVersion);
    },
    { episodeId },
  );
}

/** A test that should not have been ordered, whether a report came or not. */
export async function markOrderError(
  ctx: Context,
  { params, body: { reason, expectedVersion } }: Input<typeof ordersApi.markOrderError>,
) {
  const { episodeId, diagnosticOrderId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const order = await loadOrder(tx, ctx, params);
      const { patientId, orderedById: recordedById, isMarked } = order;
      assertMayMark(canMarkInError(ctx.actor, { recordedById, isMarked }));
      if (!(await markOrder(tx, ctx, diagnosticOrderId, reason, expectedVersion))) throw stale(order);
      await dropInrOfOrder(tx, ctx, diagnosticOrderId, reason);
      await closeTasks(tx, ctx, { dedupeKey: `acknowledge-result:${diagnosticOrderId}`, patientId });
      const subject = { type: 'diagnostic-order', id: diagnosticOrderId };
      return settle(tx, ctx, { patientId, episodeId, subject }, expectedVersion);
    },
    { episodeId },
  );
}

const stale = (current: object): Problem =>
  new Problem('stale-version', 'Somebody else has changed this since you opened it. Look again.', {
    current,
  });

interface Marked {
  patientId: string;
  episodeId: string;
  subject: { type: string; id: string };
}

async function settle(tx: Tx, ctx: Context, { subject, ...about }: Marked, expectedVersion: number) {
  await audit.record(tx, ctx, { did: `${subject.type}.marked-in-error`, ...about, subject });
  await refreshEpisode(tx, ctx, about.episodeId);
  await announce(tx, ctx, { topics: ['episode', 'today', 'board', 'tasks'], ...about });
  return { version: expectedVersion + 1 };
}

interface Resting {
  patientId: string;
  episodeId: string;
  procedureId: string;
  performedOn: string;
  restDays: number | null;
}

/** Visits that were to be moved out of a rest that is none. */
async function dropRequestsToMove(tx: Tx, ctx: Context, rest: Resting): Promise<void> {
  const until = restUntil(rest);
  if (until === undefined) return;
  const { patientId, procedureId, performedOn: from } = rest;
  for (const { id } of await findSessionsAtRest(tx, ctx, { ...rest, from, until })) {
    await closeTasks(tx, ctx, { dedupeKey: `rest:${procedureId}:${id}`, patientId });
  }
}
