import { canMarkInError, type EnteredInError } from '#shared/corrections/entered-in-error.ts';
import type { medicationsApi } from '#shared/medications/contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { assertMayMark } from '#server/corrections/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getInr, insertInr, markInr } from './inr-repository.ts';

/** Enters an INR that the patient or another practice tells. From then on it is what every sheet is judged by, if it is the latest. */
export async function enterInr(ctx: Context, { params, body }: Input<typeof medicationsApi.enterInr>) {
  const { episodeId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, timeZone } = await loadEpisode(tx, ctx, episodeId);
      if (body.testedOn > dateInZone(ctx.now(), timeZone)) {
        throw invalidField('testedOn', 'Blood is not drawn in the future. Enter today or an earlier day.');
      }
      const inrReadingId = await insertInr(tx, ctx, { patientId }, body);
      await settle(tx, ctx, 'inr.entered', { patientId, episodeId, inrReadingId });
      return { inrReadingId };
    },
    { episodeId },
  );
}

/** An INR that is not this patient's, or was mistyped: the latest one that is left counts. */
export async function markInrError(
  ctx: Context,
  { params, body }: Input<typeof medicationsApi.markInrError>,
): Promise<EnteredInError> {
  const { episodeId, inrReadingId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId } = await loadEpisode(tx, ctx, episodeId);
      const reading = await getInr(tx, ctx, { patientId, inrReadingId });
      if (reading === undefined) throw new Problem('not-found');
      assertMayMark(canMarkInError(ctx.actor, reading));
      if (!(await markInr(tx, ctx, inrReadingId, body.reason))) {
        throw new Problem('conflict', 'Somebody else has marked this as entered in error in the meantime.');
      }
      await settle(tx, ctx, 'inr.marked-in-error', { patientId, episodeId, inrReadingId });
      return { at: ctx.now().toISOString(), by: ctx.actor.name, reason: body.reason };
    },
    { episodeId },
  );
}

async function settle(
  tx: Tx,
  ctx: Context,
  did: string,
  { inrReadingId, ...about }: { patientId: string; episodeId: string; inrReadingId: string },
): Promise<void> {
  await audit.record(tx, ctx, { did, ...about, subject: { type: 'inr-reading', id: inrReadingId } });
  await announce(tx, ctx, { topics: ['patient', 'episode', 'today'], ...about });
}
