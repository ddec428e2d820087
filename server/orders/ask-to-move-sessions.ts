import { restUntil } from '#shared/orders/therapy-rest.ts';
import { laterOf, shortDate } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import { findSessionsAtRest } from './procedure-repository.ts';

interface Rest {
  patientId: string;
  episodeId: string;
  procedureId: string;
  display: string;
  performedOn: string;
  restDays: number;
}

/** Visits already planned inside the rest become work for those who hold them: the gate would refuse them on the day. */
export async function askToMoveSessions(tx: Tx, ctx: Context, rest: Rest, today: string): Promise<void> {
  const until = restUntil(rest);
  if (until === undefined || until < today) return;
  const from = laterOf(rest.performedOn, today);
  for (const session of await findSessionsAtRest(tx, ctx, { ...rest, from, until })) {
    await openTask(tx, ctx, {
      kind: 'move-session',
      title: `Move the visit of ${shortDate(session.sessionDate, today)}: rest until ${shortDate(until, today)}`,
      detail: `${rest.display} on ${shortDate(rest.performedOn, today)}: no therapy until ${shortDate(until, today)}.`,
      ownerId: session.therapistId,
      patientId: rest.patientId,
      episodeId: rest.episodeId,
      subjectId: session.id,
      dueOn: session.sessionDate,
      dedupeKey: `rest:${rest.procedureId}:${session.id}`,
    });
  }
}
