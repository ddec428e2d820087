import type { PresentRedFlag } from '#shared/evaluations/model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { isLevelAllowed } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openRedFlag } from '#server/sessions/index.ts';

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

/** Every finding goes the way of any red flag; answers how many holds were opened. */
export async function raiseRedFlags(
  tx: Tx,
  ctx: Context,
  place: Place,
  present: readonly PresentRedFlag[],
): Promise<number> {
  let holds = 0;
  for (const found of present) {
    const opened = await openRedFlag(tx, ctx, place, found);
    if (opened?.isNew === true) holds += 1;
  }
  return holds;
}
