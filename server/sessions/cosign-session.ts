import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canCosign } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { AWAITING_SQL, NOTE_TO_COSIGN_SQL } from './cosign-sql.ts';
import { insertCosignature } from './note-repository.ts';

interface NoteToCosign {
  patientId: string;
  signedById: string | null;
  needed: boolean;
  cosigned: boolean;
}

/** A therapist takes responsibility for an assistant's note. The note itself stays as the assistant signed it. */
export async function cosignSession(
  ctx: Context,
  { params: { episodeId, sessionId }, body }: Input<typeof sessionsApi.cosign>,
): Promise<Output<typeof sessionsApi.cosign>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { organizationId, name } = ctx.actor;
      const [found] = await tx.$queryRawUnsafe<NoteToCosign[]>(
        NOTE_TO_COSIGN_SQL,
        organizationId,
        episodeId,
        sessionId,
      );
      if (!found) throw new Problem('not-found');
      if (!found.needed || found.signedById === null) {
        throw new Problem(
          'conflict',
          'This note needs no co-signature: a therapist signed it, or nobody has yet.',
        );
      }
      if (found.cosigned) throw new Problem('conflict', 'This note is co-signed already.');
      assertAllowed(canCosign(ctx.actor, { signedById: found.signedById, cosigned: found.cosigned }));
      const { patientId } = found;
      const at = ctx.now();
      const note = body.note === '' ? null : body.note;
      await insertCosignature(tx, ctx, { patientId, sessionId, note });
      await closeTasks(tx, ctx, { dedupeKey: `cosign:${sessionId}`, patientId });
      await audit.record(tx, ctx, {
        did: 'session.cosigned',
        patientId,
        episodeId,
        subject: { type: 'session', id: sessionId },
      });
      await announce(tx, ctx, { topics: ['today', 'episode'], patientId, episodeId });
      return { by: name, at: at.toISOString(), note };
    },
    { episodeId },
  );
}

/** Notes that wait for a therapist of the care team. */
export async function listAwaitingCosignature(
  ctx: Context,
): Promise<Output<typeof sessionsApi.awaitingCosignature>> {
  const [row] = await readAs<Output<typeof sessionsApi.awaitingCosignature>>(
    ctx,
    { name: 'sessions-awaiting-cosignature', text: AWAITING_SQL, values: [] },
    { alongside: audit.seen(ctx, { did: 'sessions.awaiting-cosignature-seen' }) },
  );
  return { notes: row?.notes ?? [] };
}
