import type { QueryConfig, QueryResultRow } from 'pg';
import type { Actor } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';
import { enterStatement, type Scope } from './as-actor.ts';

export interface ReadOptions {
  scope?: Scope;
  /** Written in the same transaction: the audit row of a chart that was opened. */
  alongside?: QueryConfig;
}

/**
 * Reads one screen: begin, enter as the actor, the query, commit, all sent at once and answered in one round trip.
 * Give the query a `name` to have it prepared once per connection.
 */
export async function readAs<Row extends QueryResultRow>(
  ctx: Context<Actor>,
  query: QueryConfig,
  { scope, alongside }: ReadOptions = {},
): Promise<Row[]> {
  const client = await ctx.db.pool.connect();
  let broken: Error | undefined;
  try {
    // One packet for the four statements: what a screen costs is mostly the number of writes and wake-ups.
    client.connection.stream.cork();
    const sent = [
      client.query(`begin; ${enterStatement(ctx.actor, scope)}`),
      client.query<Row>(query),
      ...(alongside ? [client.query(alongside)] : []),
      client.query('commit'),
    ];
    client.connection.stream.uncork();
    const settled = await Promise.allSettled(sent);
    const failed = settled.find((answer) => answer.status === 'rejected');
    if (failed) throw failed.reason;
    const answer = settled[1];
    return answer?.status === 'fulfilled' ? (answer.value.rows as Row[]) : [];
  } catch (error) {
    // A connection that PostgreSQL dropped must not go back to the pool.
    if (error instanceof Error && !('code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))))
      broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}
