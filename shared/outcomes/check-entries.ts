import type { ProblemIssue } from '#shared/platform/problem.ts';
import { olderThanEpisode, wrongSide, type ScorePlace } from './check-place.ts';
import { checkScore } from './check-score.ts';
import { seriesKey, type ScoreEntry } from './model.ts';
import { getMeasure } from './registry.ts';

export interface CheckedEntries {
  /** What cannot be right, with its place. */
  refusals: ProblemIssue[];
  /** What is unusual and nobody has confirmed yet. */
  doubts: ProblemIssue[];
  /** The sentence that was confirmed, for each entry in order; null when there was nothing to confirm. */
  confirmed: (string | null)[];
}

/**
 * Checks values in the order they were entered, each against the latest valid one of its series: that of the record, or one
 * entered just before it. `path` is where the list stands in what was sent, `place` the episode they are
 * entered into.
 */
export function checkEntries(
  entries: readonly ScoreEntry[],
  latest: ReadonlyMap<string, number>,
  path = 'scores',
  place?: ScorePlace & { measuredOn: string },
): CheckedEntries {
  const previous = new Map(latest);
  const checked: CheckedEntries = { refusals: [], doubts: [], confirmed: [] };
  entries.forEach((entry, index) => {
    const at = `${path}.${index}`;
    const measure = getMeasure(entry.measureCode);
    if (!measure) {
      const message = `There is no outcome measure "${entry.measureCode}".`;
      checked.refusals.push({ path: `${at}.measureCode`, code: 'unknown-measure', message });
      return;
    }
    const key = seriesKey(entry);
    const answer = checkScore(measure, {
      value: entry.value,
      side: entry.side,
      previous: previous.get(key),
    });
    if (answer.kind === 'refuse') {
      const field = answer.code.startsWith('side') ? 'side' : 'value';
      checked.refusals.push({ path: `${at}.${field}`, code: answer.code, message: answer.sentence });
      return;
    }
    const elsewhere = place && wrongSide(entry, place);
    if (elsewhere !== undefined) {
      checked.refusals.push({ path: `${at}.side`, code: 'wrong-side', message: elsewhere });
      return;
    }
    const older = place && olderThanEpisode(place.measuredOn, place);
    const asked = [older, answer.kind === 'confirm' ? answer.sentence : undefined].filter(Boolean);
    const unusual = asked.length === 0 ? null : asked.join(' ');
    if (unusual !== null && entry.confirmed !== true) {
      checked.doubts.push({ path: `${at}.confirmed`, code: 'confirm', message: unusual });
    }
    checked.confirmed.push(unusual);
    previous.set(key, entry.value);
  });
  return checked;
}
