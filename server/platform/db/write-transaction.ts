import type pg from 'pg';
import type { QueryConfig } from 'pg';
import { type Answered, NotRun, send, type Sent, StatementBatch } from './statement-batch.ts';

const BEGIN: QueryConfig = { name: 'begin', text: 'begin' };
const COMMIT: QueryConfig = { name: 'commit', text: 'commit' };
const ROLLBACK: QueryConfig = { name: 'rollback', text: 'rollback' };

/**
 * One transaction on a connection of its own. Statements that somebody waits for leave at the end of the turn of the event loop,
 * together with everything that was put off before them; what is put off last leaves with COMMIT. So a use case costs as many
 * packets as it waits, not as many as it has statements.
 */
export class WriteTransaction {
  private readonly pool: pg.Pool;
  private waiting: Sent[];
  private client: Promise<pg.PoolClient> | undefined;
  private isLeaving = false;
  private hasEnded = false;
  private isConnectionSpoilt = false;
  private firstFailure: Error | undefined;

  constructor(pool: pg.Pool, enter: QueryConfig) {
    this.pool = pool;
    this.waiting = [];
    void this.putOff(BEGIN);
    void this.putOff(enter);
  }

  /** The connection, for the part of a use case that does not go through `run`; whatever was put off is sent before. */
  async connection(): Promise<pg.PoolClient> {
    await this.leave();
    this.client ??= this.pool.connect();
    return this.client;
  }

  /** Sends a statement and waits for its answer. */
  run(query: QueryConfig): Promise<Answered> {
    const answer = this.putOff(query);
    if (!this.isLeaving) {
      this.isLeaving = true;
      process.nextTick(() => {
        this.isLeaving = false;
        void this.leave();
      });
    }
    return answer;
  }

  /** Sends a statement with whatever is sent next. Its failure fails the transaction, looked at or not. */
  putOff(query: QueryConfig): Promise<Answered> {
    if (this.hasEnded) {
      return Promise.reject(new Error('The transaction has ended; nothing more can be written in it.'));
    }
    const { sent, answer } = send(query);
    answer.catch((error: unknown) => this.note(error));
    this.waiting.push(sent);
    return answer;
  }

  /** Ends the transaction; nothing has happened when this rejects. */
  async commit(): Promise<void> {
    const committed = this.putOff(COMMIT);
    this.hasEnded = true;
    await this.leave();
    await committed;
    await this.giveBack();
  }

  /** Undoes everything; answers the failure that explains `error`. */
  async rollback(error: unknown): Promise<unknown> {
    this.hasEnded = true;
    const neverSent = this.waiting.splice(0);
    for (const { reject } of neverSent) reject(new NotRun('The transaction was given up.', { cause: error }));
    if (this.client) {
      const { sent, answer } = send(ROLLBACK);
      this.waiting.push(sent);
      await Promise.allSettled([this.leave(), answer]);
      await this.giveBack().catch(() => undefined);
    }
    return this.firstFailure ?? error;
  }

  /** Sends what is waiting, in its order, as one batch. */
  private async leave(): Promise<void> {
    this.client ??= this.pool.connect();
    const batch = new StatementBatch(this.waiting.splice(0));
    if (batch.isEmpty) return;
    try {
      const client = await this.client;
      client.query(batch);
    } catch (error) {
      batch.handleError(error instanceof Error ? error : new Error(String(error)));
      this.isConnectionSpoilt = true;
      return;
    }
    const { arePlansKnown } = await batch.done;
    if (!arePlansKnown) this.isConnectionSpoilt = true;
  }

  private note(error: unknown): void {
    if (error instanceof Error && !(error instanceof NotRun)) this.firstFailure ??= error;
  }

  private async giveBack(): Promise<void> {
    const client = await this.client;
    client?.release(this.isConnectionSpoilt);
  }
}
