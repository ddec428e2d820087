import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { send, StatementBatch } from './statement-batch.ts';

/**
 * Enters as an actor and asks one statement, as one batch: PostgreSQL runs it as one transaction, so that neither BEGIN nor
 * COMMIT is paid for. Gives the connection back, or throws it away after a failure.
 */
export async function readScreen(
  client: PoolClient,
  { before, asked }: { before: QueryConfig; asked: QueryConfig },
): Promise<QueryResultRow[]> {
  const [entered, answered] = [send(before), send(asked)];
  const batch = new StatementBatch([entered.sent, answered.sent]);
  const answers = Promise.all([entered.answer, answered.answer]);
  client.query(batch);
  try {
    const [, { rows }] = await answers;
    await batch.done;
    client.release();
    return rows;
  } catch (error) {
    // What this connection has planned is no longer known.
    client.release(true);
    throw error;
  }
}
