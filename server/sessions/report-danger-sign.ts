import { redFlagQuestion } from '#shared/intake/red-flags.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canReportDangerSign } from '#shared/sessions/policy.ts';
import { isAtLeast, leastLevel } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag, opensHold } from '#shared/sessions/red-flags.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openRedFlag } from './open-red-flag.ts';

/**
 * Passes on a danger sign that a patient told somebody who reads no clinical record: it becomes the red flag it stands for, at the
 * clinic's level, with everything that follows. The answer says what to do, never what the record holds.
 */
export async function reportDangerSign(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof sessionsApi.reportDangerSign>,
): Promise<Output<typeof sessionsApi.reportDangerSign>> {
  return inTransaction(
    ctx,
    async (tx) => {
      assertAllowed(canReportDangerSign(ctx.actor));
      const { patientId, clinicValues, status } = await loadEpisode(tx, ctx, episodeId);
      if (status === 'closed') {
        throw new Problem('episode-closed', 'The episode is closed. Call the physiatrist.');
      }
      const { code, level: told, words } = redFlagQuestion(body.sign);
      const flag = getRedFlag(code, clinicValues);
      const least = flag === undefined ? told : leastLevel(flag, undefined);
      const level = isAtLeast(told, least) ? told : least;
      const note = `Reported by the office: ${words}. In their words: ${body.said}`;
      const found = { code, level, note, isOutside: true };
      const opened = await asSystemFor(tx, ctx, patientId, () =>
        openRedFlag(tx, ctx, { patientId, episodeId, clinicValues }, found),
      );
      await audit.record(tx, ctx, {
        did: 'red-flag.raised',
        patientId,
        episodeId,
        ...(opened === undefined ? {} : { subject: { type: 'safety-hold', id: opened.holdId } }),
        detail: { code, level, reported: true },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['today', 'episode', 'board', 'tasks'], patientId, episodeId });
      return { level, stopsTherapy: opensHold(level) };
    },
    { episodeId },
  );
}
