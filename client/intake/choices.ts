/** The entries of a table of labels, as choices in their order. */
export const choicesOf = <Key extends string>(labels: Record<Key, string>): { value: Key; label: string }[] =>
  Object.entries<string>(labels).flatMap(([key, label]) =>
    isKey(labels, key) ? [{ value: key, label }] : [],
  );

/** The same for a list of boxes to tick. */
export const checksOf = <Key extends string>(labels: Record<Key, string>): { key: Key; words: string }[] =>
  choicesOf(labels).map(({ value, label }) => ({ key: value, words: label }));

const isKey = <Key extends string>(labels: Record<Key, string>, key: string): key is Key =>
  Object.hasOwn(labels, key);
