import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import type { HoldRecord } from '#shared/sessions/holds.ts';
import { canCloseHold } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { endOtherCover } from './escalation-repository.ts';
import { loadHold, updateHold } from './hold-repository.ts';
import { passedOnKey, telephoneKey } from './pass-on-alerts.ts';

interface Answer {
  params: Input<typeof sessionsApi.closeHold>['params'];
  expectedVersion: number;
  closing: { reason: string } | undefined;
}

/** A physiatrist has read the alert; therapy still stands still. */
export const acknowledgeHold = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.acknowledgeHold>,
): Promise<HoldRecord> =>
  answerHold(ctx, { params, expectedVersion: body.expectedVersion, closing: undefined });

/** A physiatrist lets therapy go on, with a reason that stays. */
export const closeHold = (
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.closeHold>,
): Promise<HoldRecord> =>
  answerHold(ctx, { params, expectedVersion: body.expectedVersion, closing: { reason: body.reason } });

async function answerHold(ctx: Context, { params, expectedVersion, closing }: Answer): Promise<HoldRecord> {
  const { episodeId, safetyHoldId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, hold } = await loadHold(tx, ctx, params);
      assertAllowed(canCloseHold(ctx.actor));
      if (hold.closed !== null)
        throw new Problem('conflict', 'This hold is closed already.', { current: hold });
      if (closing === undefined && hold.acknowledged !== null) {
        throw new Problem('conflict', `${hold.acknowledged.by} has acknowledged it already.`, {
          current: hold,
        });
      }
      if (closing !== undefined && hold.acknowledged === null) {
        throw new Problem(
          'conflict',
          'Nobody has acknowledged this alert yet. Acknowledge it, look, then close it.',
          {
            current: hold,
          },
        );
      }
      if (!(await updateHold(tx, ctx, safetyHoldId, closing, expectedVersion))) {
        throw new Problem('stale-version', 'Somebody else has answered this hold in the meantime.', {
          current: hold,
        });
      }
      if (hold.acknowledged === null && hold.passedOn.length > 0) {
        await releaseOthers(tx, ctx, { safetyHoldId, patientId });
      }
      await audit.record(tx, ctx, {
        did: closing === undefined ? 'safety-hold.acknowledged' : 'safety-hold.closed',
        patientId,
        episodeId,
        subject: { type: 'safety-hold', id: safetyHoldId },
      });
      if (closing !== undefined) {
        await closeTasks(tx, ctx, { kind: 'safety-hold', subjectId: safetyHoldId, patientId });
        // Nobody has to be called or sent there any more: an administrator's work, which a physiatrist does not see.
        await asSystemFor(tx, ctx, patientId, (system) =>
          closeTasks(tx, system, { kind: 'telephone', subjectId: safetyHoldId, patientId }),
        );
        await refreshEpisode(tx, ctx, episodeId);
      }
      await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
      return (await loadHold(tx, ctx, params)).hold;
    },
    { episodeId },
  );
}

/** Somebody answers: the others whom the alert was passed on to need neither the task nor the record any more. */
async function releaseOthers(
  tx: Tx,
  ctx: Context,
  { safetyHoldId, patientId }: { safetyHoldId: string; patientId: string },
): Promise<void> {
  const answeredBy = ctx.actor.staffMemberId;
  await asSystemFor(tx, ctx, patientId, async (system) => {
    const others = await endOtherCover(tx, system, { safetyHoldId, answeredBy, at: ctx.now() });
    await closeTasks(tx, system, { dedupeKey: telephoneKey(safetyHoldId), patientId });
    for (const staffMemberId of others) {
      await closeTasks(tx, system, { dedupeKey: passedOnKey(safetyHoldId, staffMemberId), patientId });
    }
    await announce(tx, system, {
      topics: ['teams', 'patient', 'tasks'],
      patientId,
      roles: ['administrator'],
    });
  });
}
