import type { ordersApi } from '#shared/orders/contract.ts';
import { canChangeRest, canEnterReport } from '#shared/orders/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { askToMoveSessions } from './ask-to-move-sessions.ts';
import { loadProcedure, updateProcedure } from './procedure-repository.ts';

type OnProcedure = Input<typeof ordersApi.noteComplication>['params'];
type Loaded = Awaited<ReturnType<typeof loadProcedure>>;

/** Writes down a complication; anybody on the team may, because whoever sees it first must. */
export const noteComplication = (
  ctx: Context,
  { params, body: { complication, expectedVersion } }: Input<typeof ordersApi.noteComplication>,
) =>
  onProcedure(ctx, params, 'procedure.complication-noted', async (tx, procedure) => {
    assertAllowed(canEnterReport(ctx.actor));
    await change(tx, ctx, params, procedure, { complication }, expectedVersion);
    return { version: expectedVersion + 1 };
  });

/** Sets rest and restriction again, with the reason; the gate follows at once. */
export const changeRest = (
  ctx: Context,
  { params, body: { expectedVersion, reason, ...limit } }: Input<typeof ordersApi.changeRest>,
) =>
  onProcedure(ctx, params, 'procedure.rest-changed', async (tx, procedure) => {
    assertAllowed(canChangeRest(ctx.actor));
    const { status, timeZone } = await loadEpisode(tx, ctx, params.episodeId);
    if (status === 'closed') throw new Problem('episode-closed', 'The episode of care is closed.');
    await change(tx, ctx, params, procedure, { ...limit, limitReason: reason }, expectedVersion);
    const rest = {
      ...params,
      patientId: procedure.patientId,
      display: procedure.display,
      performedOn: procedure.performedOn,
      restDays: limit.restDays,
    };
    await askToMoveSessions(tx, ctx, rest, dateInZone(ctx.now(), timeZone));
    return { version: expectedVersion + 1 };
  });

function onProcedure<T>(
  ctx: Context,
  params: OnProcedure,
  did: string,
  work: (tx: Tx, procedure: Loaded) => Promise<T>,
): Promise<T> {
  const { episodeId, procedureId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const procedure = await loadProcedure(tx, ctx, params);
      if (procedure.isMarked) {
        throw new Problem(
          'conflict',
          'This procedure is marked as entered in error; nothing is added to it.',
        );
      }
      const answer = await work(tx, procedure);
      const { patientId } = procedure;
      await audit.record(tx, ctx, {
        did,
        patientId,
        episodeId,
        subject: { type: 'procedure', id: procedureId },
      });
      await announce(tx, ctx, { topics: ['episode', 'today'], patientId, episodeId });
      return answer;
    },
    { episodeId },
  );
}

async function change(
  tx: Tx,
  ctx: Context,
  { procedureId }: OnProcedure,
  current: Loaded,
  to: Parameters<typeof updateProcedure>[3],
  expectedVersion: number,
): Promise<void> {
  if (await updateProcedure(tx, ctx, procedureId, to, expectedVersion)) return;
  throw new Problem('stale-version', 'Somebody else has changed this procedure. Look again.', { current });
}
