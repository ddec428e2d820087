import { Logger as GraphileLogger, run } from 'graphile-worker';
import type { Logger } from 'pino';
import { oversightJobs } from '#server/oversight/jobs.ts';
import { sessionsJobs } from '#server/sessions/jobs.ts';
import type { Database } from '#server/platform/db/database.ts';
import { upkeepJobs } from '#server/platform/db/forget-answers.ts';
import { openJobPool } from '#server/platform/db/job-pool.ts';

/** Runs background work inside the server's process, as the role that owns only the job queue. */
export async function startWorker(
  jobsUrl: string,
  db: Database,
  logger: Logger,
): Promise<{ stop: () => Promise<void> }> {
  const slices = [oversightJobs(db, logger), sessionsJobs(db, logger), upkeepJobs(db, logger)];
  const connections = openJobPool(jobsUrl);
  const runner = await run({
    pgPool: connections.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList: Object.fromEntries(slices.flatMap(({ tasks }) => Object.entries(tasks))),
    crontab: slices.map(({ crontab }) => crontab).join('\n'),
    logger: quiet(logger),
  });
  return {
    stop: async () => {
      await runner.stop();
      await connections.close();
    },
  };
}

/** graphile-worker's own log lines, reduced to warnings and errors. */
function quiet(logger: Logger) {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') logger.error({ source: 'worker' }, message);
    else if (level === 'warning') logger.warn({ source: 'worker' }, message);
  });
}
