/** What the choice of a series looks at. Lists of scores are in order of entry. */
export interface SeriesScore {
  measureCode: string;
  side: string | null;
  condition?: string | null | undefined;
  measuredOn: string;
  enteredInError?: boolean | undefined;
}

/** One measure on one side: what a prescription, a goal or an expectation names. */
export interface NamedSeries {
  measureCode: string;
  side: string | null;
}

export interface JudgedSeries<S> {
  /** Under which condition (walking aid, rater, recall window) the newest score was taken; null when none was named. */
  condition: string | null;
  /** Every score of the series, those after `asOf` and those entered in error included, in the order given. */
  scores: S[];
  /** Conditions of valid scores up to `asOf` that are not compared with these. */
  others: (string | null)[];
}

/**
 * Like is compared with like only (rules.md 6.6.3): of all scores of one measure and side, those taken under the condition of
 * the newest valid one up to `asOf`. Newest is by the day measured, then by entry: a score of long ago that is typed in today
 * does not take over. Verdict, reports, requests, decisions and due dates all choose by this function.
 */
export function judgedSeries<S extends SeriesScore>(
  scores: readonly S[],
  { measureCode, side }: NamedSeries,
  asOf: string,
): JudgedSeries<S> {
  const all = scores.filter((score) => score.measureCode === measureCode && score.side === side);
  const valid = all.filter((score) => score.enteredInError !== true && score.measuredOn <= asOf);
  const newest = valid.reduce<S | undefined>(
    (found, score) => (found === undefined || score.measuredOn >= found.measuredOn ? score : found),
    undefined,
  );
  const condition = newest?.condition ?? null;
  return {
    condition,
    scores: all.filter((score) => (score.condition ?? null) === condition),
    others: [...new Set(valid.map((score) => score.condition ?? null))].filter(
      (other) => other !== condition,
    ),
  };
}

/** The valid scores of the judged series up to `asOf`, oldest first; of one day, in order of entry. */
export const judgedScores = <S extends SeriesScore>(
  scores: readonly S[],
  series: NamedSeries,
  asOf: string,
): S[] =>
  judgedSeries(scores, series, asOf)
    .scores.filter((score) => score.enteredInError !== true && score.measuredOn <= asOf)
    .toSorted((a, b) => (a.measuredOn === b.measuredOn ? 0 : a.measuredOn < b.measuredOn ? -1 : 1));
