import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { isSeriousEnough, leastLevelAtVisit, SCORED_FLAG } from '#shared/sessions/scored-flag.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openRedFlag, type FlaggedEpisode } from '#server/sessions/index.ts';

type RedFlagsOfVisit = EvaluationContent['redFlags'];

/** Red flags that the list does not know, or at a level that the list does not give them. */
export function wrongRedFlags(redFlags: RedFlagsOfVisit, clinicValues: ClinicOverrides): ProblemIssue[] {
  return redFlags.present.flatMap(({ code, level, note }, index) => {
    const flag = getRedFlag(code, clinicValues);
    const at = `redFlags.present.${index}`;
    if (!flag) return [{ path: at, code: 'unknown', message: `There is no red flag ${code}.` }];
    if (!isSeriousEnough(flag, level, redFlags)) {
      const least = leastLevelAtVisit(flag, redFlags);
      const unscored = code === SCORED_FLAG && redFlags.wells === null ? ' without its Wells score' : '';
      const message = `${flagTitle(code)} is at least ${least}${unscored}. It may be taken more seriously, never less.`;
      return [{ path: at, code: 'level', message }];
    }
    return note === ''
      ? [
          {
            path: `${at}.note`,
            code: 'missing',
            message: `${flagTitle(code)}: write what was found and what was done.`,
          },
        ]
      : [];
  });
}

/** Every finding goes the way of any red flag; answers how many holds were opened. */
export async function raiseRedFlags(
  tx: Tx,
  ctx: Context,
  place: FlaggedEpisode,
  { present, wells }: RedFlagsOfVisit,
): Promise<number> {
  let holds = 0;
  for (const found of present) {
    const scored = found.code === SCORED_FLAG && wells !== null ? { ...found, wells } : found;
    const opened = await openRedFlag(tx, ctx, place, scored);
    if (opened?.isNew === true) holds += 1;
  }
  return holds;
}
