import { STAFF_ROLES } from '#shared/platform/actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';

/** The rota is on everybody's screen who may need to reach the one on call. */
export const tellEverybody = (tx: Tx, ctx: Context): Promise<void> =>
  announce(tx, ctx, { topics: ['teams'], roles: STAFF_ROLES });
