import type { Permission } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { toProblem } from '#server/platform/http/error-handler.ts';
import { announce } from '#server/platform/live/announce.ts';
import { loadSession, type LoadedSession, type SessionPlace } from './repository.ts';
import { updateSession, type SessionChange } from './visit-repository.ts';

/** One change of a visit: whether it may be, what becomes of it, and the audit's word for it. */
export interface VisitChange {
  place: SessionPlace;
  expectedVersion: number;
  did: string;
  mayThey: (loaded: LoadedSession) => Permission;
  decide: (tx: Tx, loaded: LoadedSession) => SessionChange | Promise<SessionChange>;
}

/** Changes a visit on top of the version the caller saw. Attendance counts in the verdict, so the episode is judged again. */
export async function changeSession(ctx: Context, change: VisitChange): Promise<SessionHead> {
  const { place, expectedVersion, did } = change;
  return inTransaction(
    ctx,
    async (tx) => {
      const loaded = await loadSession(tx, ctx, place);
      if (loaded.head.status === 'completed') throw alreadySigned();
      assertAllowed(change.mayThey(loaded));
      if (loaded.head.version !== expectedVersion) throw staleSession(loaded.head);
      const next = await change.decide(tx, loaded);
      if (!(await refusingOverlap(() => updateSession(tx, ctx, place, next, expectedVersion)))) {
        throw staleSession(loaded.head);
      }
      await finish(tx, ctx, place, loaded, did);
      return (await loadSession(tx, ctx, place)).head;
    },
    { episodeId: place.episodeId },
  );
}

async function finish(
  tx: Tx,
  ctx: Context,
  { episodeId, sessionId }: SessionPlace,
  { patientId }: LoadedSession,
  did: string,
): Promise<void> {
  await audit.record(tx, ctx, { did, patientId, episodeId, subject: { type: 'session', id: sessionId } });
  await refreshEpisode(tx, ctx, episodeId);
  await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
}

export const alreadySigned = (): Problem =>
  new Problem('already-signed', 'This session is signed and no longer changes.');

export const staleSession = (current: SessionHead): Problem =>
  new Problem(
    'stale-version',
    'Somebody else has changed this session since you opened it. Look at it again.',
    {
      current,
    },
  );

/** The database refuses two open visits of one patient at the same time; here it gets its sentence. */
export async function refusingOverlap<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (toProblem(error).code !== 'time-taken') throw error;
    const message = 'The patient already has a session at that time. Choose another time.';
    throw new Problem('time-taken', message, {
      issues: [{ path: 'time', code: 'taken', message }],
      cause: error,
    });
  }
}
