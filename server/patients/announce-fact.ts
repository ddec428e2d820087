import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';

/** A listed fact changed: charts refresh, and so do reviews and sheets, because precautions follow from conditions. */
export const announceFact = (tx: Tx, ctx: Context, patientId: string): Promise<void> =>
  announce(tx, ctx, { topics: ['patient', 'episode', 'today'], patientId });
