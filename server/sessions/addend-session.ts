import type { Addendum } from '#shared/corrections/addendum.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canAddendNote } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { writtenAddendum } from '#server/corrections/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { insertSessionAddendum } from './note-repository.ts';

type Place = Input<typeof sessionsApi.addend>['params'];

/** Adds to a signed treatment note; the note itself stays as it was signed (rules.md 1.4 [P]). */
export async function addendSession(
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.addend>,
): Promise<Addendum> {
  const { episodeId, sessionId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, signedById } = await loadNote(tx, ctx, params);
      assertAllowed(canAddendNote(ctx.actor, { signedById }));
      if (signedById === null) {
        throw new Problem('conflict', 'This session is not signed yet. Change its note instead.');
      }
      const id = await insertSessionAddendum(tx, ctx, { patientId, sessionId, ...body });
      await audit.record(tx, ctx, {
        did: 'session.addended',
        patientId,
        episodeId,
        subject: { type: 'session', id: sessionId },
      });
      await announce(tx, ctx, { topics: ['today', 'episode'], patientId, episodeId });
      return writtenAddendum(ctx, id, body);
    },
    { episodeId },
  );
}

async function loadNote(tx: Tx, ctx: Context, { episodeId, sessionId }: Place) {
  const note = await tx.session.findFirst({
    where: { organizationId: ctx.actor.organizationId, episodeId, id: sessionId },
    select: { patientId: true, signedById: true },
  });
  if (note === null) throw new Problem('not-found');
  return note;
}
