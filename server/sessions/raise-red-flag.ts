import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { SafetyHoldId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canRaiseRedFlag } from '#shared/sessions/policy.ts';
import { isAtLeast, isScored, leastLevel } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag, type RedFlag } from '#shared/sessions/red-flags.ts';
import { wellsScore, wellsWords } from '#shared/evaluations/wells.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openRedFlag } from './open-red-flag.ts';

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
      assertLevel(knownFlag(body, episode.clinicValues), body);
      const { patientId, clinicValues } = episode;
      const { code, level } = body;
      const opened = await openRedFlag(tx, ctx, { patientId, episodeId, clinicValues }, body);
      const holdId = opened?.holdId;
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

function knownFlag({ code }: Raised, clinicValues: ClinicOverrides): RedFlag {
  const flag = getRedFlag(code, clinicValues);
  if (!flag) throw invalidField('code', 'Choose a red flag from the list.');
  return flag;
}

function assertLevel(flag: RedFlag, { level, wells }: Raised): void {
  const least = leastLevel(flag, wells);
  if (isAtLeast(level, least)) return;
  const because = isScored(flag)
    ? wells === undefined
      ? ' without the Wells score'
      : ` with ${wellsWords(wellsScore(wells))}`
    : '';
  throw invalidField(
    'level',
    `This finding is at least ${least}${because}. It may be taken more seriously, never less.`,
  );
}
