import type { PresentRedFlag } from '#shared/evaluations/model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { isLevelAllowed, nextBusinessDay } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag, opensHold } from '#shared/sessions/red-flags.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import { insertHold } from './repository.ts';

/** Red flags that the list does not know, or at a level that the list does not give them. */
export function wrongRedFlags(present: readonly PresentRedFlag[]): ProblemIssue[] {
  return present.flatMap(({ code, level, note }, index) => {
    const flag = getRedFlag(code);
    const at = `redFlags.present.${index}`;
    if (!flag) return [{ path: at, code: 'unknown', message: `There is no red flag ${code}.` }];
    if (!isLevelAllowed(flag, level)) {
      const message = `${code} is at least ${flag.level}. It may be taken more seriously, never less.`;
      return [{ path: at, code: 'level', message }];
    }
    return note === ''
      ? [{ path: `${at}.note`, code: 'missing', message: `${code}: write what was found and what was done.` }]
      : [];
  });
}

interface Place {
  patientId: string;
  episodeId: string;
}

/** An emergency or urgent finding stops therapy until a physiatrist closes the hold; a prompt one is told by the next working day. */
export async function raiseRedFlags(
  tx: Tx,
  ctx: Context,
  place: Place,
  present: readonly PresentRedFlag[],
): Promise<number> {
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  let holds = 0;
  for (const { code, level, note } of present) {
    const finding = getRedFlag(code)?.finding ?? code;
    const task = { ...place, ownerRole: 'physiatrist', detail: note } as const;
    if (!opensHold(level)) {
      await openTask(tx, ctx, {
        ...task,
        kind: 'red-flag',
        title: `${code}: ${finding}`,
        dueOn: nextBusinessDay(today),
        dedupeKey: `red-flag:${place.episodeId}:${code}`,
      });
      continue;
    }
    const holdId = await insertHold(tx, ctx, place, { code, level, note });
    if (holdId === undefined) continue;
    holds += 1;
    await openTask(tx, ctx, {
      ...task,
      kind: 'safety-hold',
      title: `Safety hold, ${level}: ${finding}`,
      subjectId: holdId,
      dueOn: today,
      dedupeKey: `safety-hold:${holdId}`,
    });
  }
  return holds;
}
