import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canWriteNote } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { alreadySigned } from './change-session.ts';
import { loadSession, type SessionPlace } from './repository.ts';
import { clearDraft, loadDraft, updateDraft } from './visit-repository.ts';

/** Keeps what is on the sheet, however unfinished: nothing typed is lost. Gate and limits are asked when it is signed. */
export async function saveDraft(
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.saveDraft>,
): Promise<Output<typeof sessionsApi.saveDraft>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const version = await updateDraft(tx, ctx, params, body.content, body.expectedVersion);
      if (version === undefined) return refuseDraft(tx, ctx, params);
      const { episodeId, sessionId } = params;
      await audit.record(tx, ctx, {
        did: 'session.draft-saved',
        episodeId,
        subject: { type: 'session', id: sessionId },
      });
      return { version, savedAt: ctx.now().toISOString() };
    },
    { episodeId: params.episodeId },
  );
}

/** Empties the sheet. The visit stays as it is, and the sheet opens again with what the last session gives. */
export async function discardDraft(
  ctx: Context,
  { params, body: { expectedVersion } }: Input<typeof sessionsApi.discardDraft>,
): Promise<Output<typeof sessionsApi.discardDraft>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const version = await clearDraft(tx, ctx, params, expectedVersion);
      if (version === undefined) return refuseDraft(tx, ctx, params);
      const { episodeId, sessionId } = params;
      await audit.record(tx, ctx, {
        did: 'session.draft-discarded',
        episodeId,
        subject: { type: 'session', id: sessionId },
      });
      return { version };
    },
    { episodeId: params.episodeId },
  );
}

async function refuseDraft(tx: Tx, ctx: Context, place: SessionPlace): Promise<never> {
  const { head } = await loadSession(tx, ctx, place);
  if (head.status === 'completed') throw alreadySigned();
  assertAllowed(canWriteNote(ctx.actor, head));
  throw new Problem(
    'stale-version',
    'This sheet was changed elsewhere since you opened it. Look at both and choose.',
    {
      current: { session: head, content: await loadDraft(tx, ctx, place) },
    },
  );
}
