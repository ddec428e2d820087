import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from './database.ts';

/** How long a repeated request still gets its first answer (trust.md 1.3). */
const KEPT_DAYS = 7;
const BATCH = 1_000;

/** Removes the stored answers of requests that nobody repeats any more; answers how many. Safe to repeat and to interrupt. */
export async function forgetAnswers({ pool }: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  let forgotten = 0;
  for (;;) {
    const { rows } = await pool.query<{ count: number }>('select tandem.forget_answers($1, $2) as count', [
      before,
      BATCH,
    ]);
    const count = rows[0]?.count ?? 0;
    forgotten += count;
    if (count < BATCH) return forgotten;
  }
}

/** Background work of the platform: each night, answers that are no longer promised. */
export function upkeepJobs(db: Database, logger: Logger): { tasks: TaskList; crontab: string } {
  return {
    tasks: {
      'forget-answers': async () => {
        const forgotten = await forgetAnswers(db, new Date());
        logger.info({ job: 'forget-answers', forgotten }, 'stored answers forgotten');
      },
    },
    crontab: '20 3 * * * forget-answers ?jobKey=forget-answers&fill=1d',
  };
}
