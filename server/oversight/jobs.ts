import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '#server/platform/db/database.ts';

export function oversightJobs(_db: Database, _logger: Logger): { tasks: TaskList; crontab: string } {
  return { tasks: {}, crontab: '' };
}
