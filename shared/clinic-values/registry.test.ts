import { expect, test } from 'vitest';
import { refusalOf } from './check-value.ts';
import { VALUE_SECTIONS } from './registry.ts';
import { valueWords } from './value-words.ts';

const VALUES = VALUE_SECTIONS.flatMap(({ values }) => values);

test('every key stands once and never contains what a path of the address cannot', () => {
  const keys = VALUES.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-zA-Z0-9]+\.[a-zA-Z0-9-]+$/);
});

test('every value says what it is, where it comes from, and that it is no settled fact', () => {
  for (const about of VALUES) {
    expect(about.title, about.key).not.toBe('');
    expect(about.explanation, about.key).not.toBe('');
    expect(about.source, about.key).not.toBe('');
    expect(['M', 'P']).toContain(about.tag);
  }
});

test('every default may be set, and is written in words', () => {
  for (const about of VALUES) {
    expect({ key: about.key, refusal: refusalOf(about, about.default) }).toEqual({ key: about.key });
    expect(valueWords(about, about.default)).not.toMatch(/undefined|NaN/);
  }
});

test('every number may be changed to something else within its range, every choice has another', () => {
  for (const about of VALUES) {
    const [least, most] = about.kind === 'choice' ? [0, about.choices.length - 1] : [about.min, about.max];
    expect(least, about.key).toBeLessThan(most);
  }
  for (const about of VALUES.filter((one) => one.kind !== 'choice')) {
    const ends = [about.min, about.max, about.max + 1];
    const refusals = ends.map((value) => refusalOf(about, value) !== undefined);
    expect({ key: about.key, refusals }).toEqual({ key: about.key, refusals: [false, false, true] });
  }
});
