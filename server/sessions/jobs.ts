import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '#server/platform/db/database.ts';
import { passOnAlerts } from './pass-on-alerts.ts';

/** Background work of this slice: each minute, alerts that nobody has acknowledged in time go on to the one on call. */
export function sessionsJobs(db: Database, logger: Logger): { tasks: TaskList; crontab: string } {
  return {
    tasks: {
      'pass-on-alerts': async () => {
        const passedOn = await passOnAlerts(db, () => new Date());
        if (passedOn > 0) logger.warn({ job: 'pass-on-alerts', passedOn }, 'unanswered alerts passed on');
      },
    },
    crontab: '* * * * * pass-on-alerts ?jobKey=pass-on-alerts',
  };
}
