import { Logger as GraphileLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { oversightJobs } from '#server/oversight/jobs.ts';
import type { Database } from '#server/platform/db/database.ts';

/** Runs background work inside the server's process, as the role that owns only the job queue. */
export async function startWorker(jobsUrl: string, db: Database, logger: Logger): Promise<Runner> {
  const { tasks, crontab }: { tasks: TaskList; crontab: string } = oversightJobs(db, logger);
  return run({
    connectionString: jobsUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList: tasks,
    crontab,
    logger: quiet(logger),
  });
}

/** graphile-worker's own log lines, reduced to warnings and errors. */
function quiet(logger: Logger) {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') logger.error({ source: 'worker' }, message);
    else if (level === 'warning') logger.warn({ source: 'worker' }, message);
  });
}
