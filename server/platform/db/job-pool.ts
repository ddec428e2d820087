import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MILLISECONDS = 2_000;

/**
 * The queue's connections. The worker answers that it has stopped before its listening connection is closed; kept here,
 * that connection's end with the database is awaited, and is not an error of the whole process.
 */
export function openJobPool(jobsUrl: string): { pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: jobsUrl, max: 6, application_name: 'tandem-jobs' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return {
    pool,
    close: async () => {
      await Promise.race([pool.end(), sleep(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
    },
  };
}
