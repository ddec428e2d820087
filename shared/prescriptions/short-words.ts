/** The table's statements in the few words that fit a line read in passing; the card has them in full. Numbers are the statement's own. */
const SHORT: readonly [statement: RegExp, short: string][] = [
  [/^TENS, NMES, interferential.*$/, 'electrical stimulation'],
  [/^All exercise and modalities.*$/, 'all exercise and modalities (thrombosis)'],
  [/^Glucose below 100 .*$/, 'glucose < 100: carbohydrate first'],
  [/^Glucose above (\d+) .*$/, 'glucose > $1: ketones'],
  [/^Glucose below (\d+) .*$/, 'glucose < $1'],
  [/^Resting blood pressure above (\d+) systolic or (\d+) .*$/, 'BP > $1/$2'],
  [
    /^Resting heart rate above (\d+) or below (\d+) with symptoms, SpO2 below (\d+) %$/,
    'heart rate > $1, < $2 with symptoms; SpO2 < $3 %',
  ],
  [/^Intensity: RPE (\S+) of 20 .*$/, 'RPE $1'],
  [
    /^Weight gain of more than (\d+) lb in a day or (\d+) lb in a week$/,
    'weight +$1 lb a day, +$2 lb a week',
  ],
  [/^Keep SpO2 at (\d+) % or above$/, 'SpO2 from $1 %'],
  [/^Loaded or end-range spinal flexion.*$/, 'loaded spinal flexion and twisting, thrust, impact'],
];

/** A statement in short; one that is not of the table stays as it was written. */
export function shortWords(statement: string): string {
  const known = SHORT.find(([pattern]) => pattern.test(statement));
  return known === undefined ? statement : statement.replace(known[0], known[1]);
}
