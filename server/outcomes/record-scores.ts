import { checkEntries } from '#shared/outcomes/check-entries.ts';
import { seriesKey, type ScoreEntry } from '#shared/outcomes/model.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { OutcomeScoreId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { insertScores, loadScoreSetting, type ScoreOrigin, type ScoreSetting } from './repository.ts';

export interface ScoresToRecord extends ScoreOrigin {
  scores: readonly ScoreEntry[];
  /** Where the list stands in what was sent, so that an issue leads to its field. */
  path?: string | undefined;
  /** What the checks need, when the caller has read it with something else; read here when left out. */
  setting?: ScoreSetting | undefined;
  /** The stored value that the single new one replaces. */
  correctsId?: string | undefined;
  /** The value of another record that the single new one brings in. */
  takenFromId?: string | undefined;
}

/**
 * Stores measured values of an episode, in the order entered. Refuses the whole list when one value cannot be right, and asks
 * when one is unusual and not confirmed. The caller records the audit row and refreshes the episode, once.
 */
export async function recordScores(
  tx: Tx,
  ctx: Context<Actor>,
  { scores, path = 'scores', correctsId, takenFromId, setting: known, ...origin }: ScoresToRecord,
): Promise<OutcomeScoreId[]> {
  if (scores.length === 0) return [];
  const setting = known ?? (await loadScoreSetting(tx, ctx, origin.episodeId, { date: origin.measuredOn }));
  if (!setting) throw new Problem('not-found');
  assertMeasuredOn(ctx, setting, origin.measuredOn);
  const { confirmed } = assertPlausible(scores, setting, { path, measuredOn: origin.measuredOn });
  return insertScores(
    tx,
    ctx,
    origin,
    scores.map((score, index) => ({
      ...score,
      warningConfirmed: confirmed[index] ?? null,
      correctsId,
      takenFromId,
    })),
  );
}

function assertMeasuredOn(ctx: Context<Actor>, setting: ScoreSetting, measuredOn: string): void {
  const today = dateInZone(ctx.now(), setting.timeZone);
  const message =
    measuredOn > today
      ? 'A score cannot be measured in the future. Enter today or an earlier date.'
      : measuredOn < setting.birthDate
        ? 'The score would be older than the patient. Check the date.'
        : undefined;
  if (message === undefined) return;
  throw new Problem('score-refused', message, {
    issues: [{ path: 'measuredOn', code: 'date', message }],
  });
}

function assertPlausible(
  scores: readonly ScoreEntry[],
  { latest, ...place }: ScoreSetting,
  { path, measuredOn }: { path: string; measuredOn: string },
) {
  const known = new Map(latest.map((last) => [seriesKey(last), last.value]));
  const checked = checkEntries(scores, known, path, { ...place, measuredOn });
  if (checked.refusals.length > 0) {
    throw new Problem('score-refused', checked.refusals[0]?.message, { issues: checked.refusals });
  }
  if (checked.doubts.length > 0) {
    throw new Problem('score-needs-confirmation', checked.doubts[0]?.message, { issues: checked.doubts });
  }
  return checked;
}
