import { z } from 'zod';
import { RecentProcedure } from '#shared/orders/therapy-rest.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { recentProcedures } from './facts-sql.ts';

const SQL = `
  select ${recentProcedures({
    of: 'x.organization_id = $1::uuid and x.episode_id = $2::uuid',
    since: '$3::date - 180',
    until: '$3::date',
    knownBefore: 'true',
  })} as procedures`;

/** The procedures that may ask for rest on a day that is to be planned. */
export async function findRestProcedures(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  day: string,
): Promise<RecentProcedure[]> {
  const [row] = await tx.$queryRawUnsafe<{ procedures: unknown }[]>(
    SQL,
    ctx.actor.organizationId,
    episodeId,
    day,
  );
  return z.array(RecentProcedure).parse(row?.procedures ?? []);
}
