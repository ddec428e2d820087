import type { Input, Output } from '#shared/platform/endpoint.ts';
import { SafetyHoldId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canRaiseRedFlag } from '#shared/sessions/policy.ts';
import { isLevelAllowed, nextBusinessDay } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag, opensHold, type RedFlag } from '#shared/sessions/red-flags.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode, type LoadedEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';
import { getPhysiatrist, insertHold } from './hold-repository.ts';

type Raised = Input<typeof sessionsApi.raiseRedFlag>['body'];

/** Raises a red flag. An emergency or urgent one closes the gate at once; every one becomes the physiatrist's task. */
export async function raiseRedFlag(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof sessionsApi.raiseRedFlag>,
): Promise<Output<typeof sessionsApi.raiseRedFlag>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const episode = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canRaiseRedFlag(ctx.actor));
      if (episode.status === 'closed') {
        throw new Problem('episode-closed', 'The episode is closed. Call the physiatrist.');
      }
      const flag = knownFlag(body);
      const { patientId } = episode;
      const { code, level, note } = body;
      const holdId = opensHold(level)
        ? await insertHold(tx, ctx, { patientId, episodeId, code, level, note })
        : undefined;
      await tell(tx, ctx, { episode, flag, raised: body, holdId });
      await audit.record(tx, ctx, {
        did: 'red-flag.raised',
        patientId,
        episodeId,
        ...(holdId === undefined ? {} : { subject: { type: 'safety-hold', id: holdId } }),
        detail: { code, level },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
      return { safetyHoldId: holdId === undefined ? null : SafetyHoldId.parse(holdId) };
    },
    { episodeId },
  );
}

function knownFlag({ code, level }: Raised): RedFlag {
  const flag = getRedFlag(code);
  if (!flag) throw invalidField('code', 'Choose a red flag from the list.');
  if (!isLevelAllowed(flag, level)) {
    throw invalidField(
      'level',
      `${code} is at least ${flag.level}. It may be taken more seriously, never less.`,
    );
  }
  return flag;
}

interface Told {
  episode: LoadedEpisode;
  flag: RedFlag;
  raised: Raised;
  holdId: string | undefined;
}

async function tell(tx: Tx, ctx: Context, { episode, flag, raised, holdId }: Told): Promise<void> {
  const { patientId, episodeId, timeZone } = episode;
  const today = dateInZone(ctx.now(), timeZone);
  const physiatristId = await getPhysiatrist(tx, ctx, episodeId);
  await openTask(tx, ctx, {
    kind: holdId === undefined ? 'red-flag' : 'safety-hold',
    title: holdId === undefined ? `Red flag ${flag.code}` : `Safety hold ${flag.code}, ${raised.level}`,
    detail: `${flag.finding}. ${raised.note} Action: ${flag.action}.`,
    ...(physiatristId === undefined ? { ownerRole: 'physiatrist' } : { ownerId: physiatristId }),
    patientId,
    episodeId,
    dueOn: holdId === undefined ? nextBusinessDay(today) : today,
    ...(holdId === undefined ? {} : { subjectId: holdId, dedupeKey: `hold:${holdId}` }),
  });
}
