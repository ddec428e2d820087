import type { Actor } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { Tx } from './in-transaction.ts';
import { readAs } from './read-as.ts';

const ZONE_SQL = `
  select c.time_zone as zone from episode e
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where e.organization_id = (select tandem.organization()) and e.id = $1::uuid`;

const dayIn = (ctx: Context<Actor>, row: { zone: string } | undefined): PlainDate => {
  if (!row) throw new Problem('not-found');
  return dateInZone(ctx.now(), row.zone);
};

/**
 * The calendar day at the clinic where the episode is, for a use case. Whoever acts may belong to another clinic, where it is
 * tomorrow already: what is dated by an episode is dated by its own clinic (rules.md 1.2).
 */
export async function episodeToday(tx: Tx, ctx: Context<Actor>, episodeId: string): Promise<PlainDate> {
  const [row] = await tx.$queryRawUnsafe<{ zone: string }[]>(ZONE_SQL, episodeId);
  return dayIn(ctx, row);
}

/** The same for a page about one episode. */
export async function readEpisodeToday(ctx: Context, episodeId: string): Promise<PlainDate> {
  const query = { name: 'episode-zone', text: ZONE_SQL, values: [episodeId] };
  const [row] = await readAs<{ zone: string }>(ctx, query, { scope: { episodeId } });
  return dayIn(ctx, row);
}
