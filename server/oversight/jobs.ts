import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '#server/platform/db/database.ts';
import { recheckDueEpisodes } from './recheck-episodes.ts';

/** Background work of this slice: every quarter of an hour, whatever day has begun in some clinic. */
export function oversightJobs(db: Database, logger: Logger): { tasks: TaskList; crontab: string } {
  return {
    tasks: {
      'recheck-due-episodes': async () => {
        const checked = await recheckDueEpisodes(db, () => new Date());
        logger.info({ job: 'recheck-due-episodes', checked }, 'episodes judged again');
      },
    },
    crontab: '*/15 * * * * recheck-due-episodes ?jobKey=recheck-due-episodes&fill=1h',
  };
}
