import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { tellOfPrecautions } from './tell-of-precautions.ts';

/** A listed fact changed: charts refresh, and so do reviews and sheets, because precautions follow from conditions. */
export async function announceFact(tx: Tx, ctx: Context, patientId: string): Promise<void> {
  await tellOfPrecautions(tx, ctx, patientId);
  await announce(tx, ctx, { topics: ['patient', 'episode', 'today'], patientId });
}
