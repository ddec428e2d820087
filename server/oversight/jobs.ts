import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '#server/platform/db/database.ts';
import { recheckClinic, recheckDueEpisodes } from './recheck-episodes.ts';

const ClinicPayload = z.object({ organizationId: z.uuid(), clinicId: z.uuid() });

/** Background work of this slice: every quarter of an hour, whatever day has begun in some clinic; and what others ask for. */
export function oversightJobs(db: Database, logger: Logger): { tasks: TaskList; crontab: string } {
  return {
    tasks: {
      'recheck-due-episodes': async () => {
        const checked = await recheckDueEpisodes(db, () => new Date());
        logger.info({ job: 'recheck-due-episodes', checked }, 'episodes judged again');
      },
      'recheck-clinic': async (payload) => {
        const checked = await recheckClinic(db, () => new Date(), ClinicPayload.parse(payload));
        logger.info({ job: 'recheck-clinic', checked }, 'episodes judged again');
      },
    },
    crontab: '*/15 * * * * recheck-due-episodes ?jobKey=recheck-due-episodes&fill=1h',
  };
}
