import { expect, test } from 'vitest';
import { allEndpoints } from '#server/app/all-endpoints.ts';
import { sampleOf } from '#tests/support/sample.ts';

/** What somebody may send instead of what a field asks for. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x'.repeat(9_000),
  'not a date',
  '2026-02-31',
  -1,
  1.5,
  1e12,
  Number.NaN,
  true,
  [],
  {},
  [null],
  Array.from({ length: 500 }, () => 'x'),
];

/** Sentences that a schema library writes for programmers. */
const FOR_PROGRAMMERS =
  /\binvalid (input|option|string|number|date|key|uuid|email)\b|\btoo (big|small):|\breceived\b|\bunrecognized\b|\bundefined\b|\bNaN\b/i;

/** The value with one of its places, however deep, replaced by another. */
function* replaced(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const wrong of replaced(item, by)) yield value.with(index, wrong);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      for (const wrong of replaced(item, by)) yield { ...value, [name]: wrong };
  }
}

const parts = allEndpoints().flatMap((api) =>
  (['params', 'query', 'body'] as const).map((part) => [`${api.id} ${part}`, api[part]] as const),
);

test.each(parts)('%s: whatever is sent, the refusal is said in words that tell what to do', (_, schema) => {
  const sample = sampleOf(schema);
  const raw = new Set<string>();
  for (const by of WRONG) {
    for (const sent of replaced(sample, by)) {
      for (const { message, path } of schema.safeParse(sent).error?.issues ?? []) {
        if (message === '' || FOR_PROGRAMMERS.test(message)) raw.add(`${path.join('.')}: ${message}`);
      }
    }
  }
  expect([...raw]).toEqual([]);
});
