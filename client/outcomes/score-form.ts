import { z } from 'zod';
import { olderThanEpisode, wrongSide, type ScorePlace } from '#shared/outcomes/check-place.ts';
import { checkScore, type ScoreCheck } from '#shared/outcomes/check-score.ts';
import { seriesKey, type ScoreEntry, type StoredScore } from '#shared/outcomes/model.ts';
import { getMeasure, type OutcomeMeasure } from '#shared/outcomes/registry.ts';

/** A value while it is typed. */
export const ScoreForm = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  value: z.number().nullable(),
  measuredOn: z.string(),
  condition: z.string(),
  confirmed: z.boolean(),
});
export type ScoreForm = z.infer<typeof ScoreForm>;

/** Where a value is typed: enough to know the earlier one of its series. */
export const entryOf = ({
  measureCode,
  side,
  value,
  condition,
  confirmed,
}: ScoreForm): ScoreEntry | undefined =>
  value === null || measureCode === ''
    ? undefined
    : { measureCode, side, value, condition: condition.trim() === '' ? null : condition.trim(), confirmed };

/** The latest valid value of the same series up to a day; `except` is one that is being replaced. */
export function previousScore(
  scores: readonly StoredScore[],
  { measureCode, side, condition, measuredOn }: ScoreForm,
  except?: string,
): StoredScore | undefined {
  const key = seriesKey({ measureCode, side, condition: condition.trim() === '' ? null : condition.trim() });
  return scores.find(
    (score) =>
      score.error === null &&
      score.outcomeScoreId !== except &&
      score.measuredOn <= measuredOn &&
      seriesKey(score) === key,
  );
}

/** What the measure's own limits say about the value; undefined while there is none. */
export function judge(
  form: ScoreForm,
  previous: StoredScore | undefined,
  place: ScorePlace,
): ScoreCheck | undefined {
  const measure = getMeasure(form.measureCode);
  if (measure === undefined || form.value === null) return undefined;
  const check = checkScore(measure, { value: form.value, side: form.side, previous: previous?.value });
  if (check.kind === 'refuse') return check;
  const elsewhere = wrongSide(form, place);
  if (elsewhere !== undefined) return { kind: 'refuse', code: 'wrong-side', sentence: elsewhere };
  const older = olderThanEpisode(form.measuredOn, place);
  if (older === undefined) return check;
  return { kind: 'confirm', sentence: check.kind === 'confirm' ? `${older} ${check.sentence}` : older };
}

/** Decimals that a step asks for: none for 1, two for 0.05. */
export const decimalsOf = ({ step }: Pick<OutcomeMeasure, 'step'>): number =>
  Math.max(0, Math.ceil(-Math.log10(step)));
