import type { complianceApi } from '#shared/compliance/contract.ts';
import { canRecordSending } from '#shared/compliance/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { PlanSendingId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { shortDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { insertSending, loadVersion } from './repository.ts';

/** Writes down that a version of the plan of care was sent: evidence with a date, to whom and by what way. */
export async function recordSending(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof complianceApi.recordSending>,
): Promise<Output<typeof complianceApi.recordSending>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, signedOn, versionNumber } = await loadVersion(tx, episodeId, body.prescriptionId);
      assertAllowed(canRecordSending(ctx.actor));
      if (body.sentOn > (await episodeToday(tx, ctx, episodeId)))
        throw refusedDate('It is recorded when it has been sent: choose today or earlier.');
      if (body.sentOn < signedOn)
        throw refusedDate(
          `Version ${versionNumber} was signed on ${shortDate(signedOn)}; it was not sent before.`,
        );
      const evidence = body.evidence === '' ? null : body.evidence;
      const id = await insertSending(tx, ctx, { ...body, evidence, patientId, episodeId });
      const subject = { type: 'plan-sending', id };
      await audit.record(tx, ctx, { did: 'plan-of-care.sent', patientId, episodeId, subject });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'patient', 'today', 'board'], patientId, episodeId });
      return { planSendingId: PlanSendingId.parse(id) };
    },
    { episodeId },
  );
}

const refusedDate = (message: string): Problem =>
  new Problem('invalid-input', message, { issues: [{ path: 'sentOn', code: 'date', message }] });
