import type { QueryConfig, QueryResultRow } from 'pg';
import type { Actor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterQuery, type Scope } from './as-actor.ts';
import type { GatheredRow } from './gathered-rows.ts';
import { readScreen } from './screen-read.ts';

export interface ReadOptions {
  scope?: Scope;
  /** The audit row of a chart that is opened: there is no answer before it is committed, and none without it. */
  alongside?: GatheredRow;
}

/**
 * Reads one screen as the actor in one transaction and one round trip. Give the query a `name` to have it prepared once per
 * connection.
 */
export async function readAs<Row extends QueryResultRow>(
  ctx: Context<Actor>,
  query: QueryConfig,
  { scope, alongside }: ReadOptions = {},
): Promise<Row[]> {
  const read = readOnce<Row>(ctx, query, scope);
  if (!alongside) return read;
  const [rows] = await Promise.all([read, ctx.db.gathered.add(alongside)]);
  return rows;
}

async function readOnce<Row extends QueryResultRow>(
  ctx: Context<Actor>,
  query: QueryConfig,
  scope: Scope,
): Promise<Row[]> {
  const client = await ctx.db.pool.connect();
  const rows = await readScreen(client, { before: enterQuery(ctx.actor, scope), asked: query });
  return rows as Row[];
}
