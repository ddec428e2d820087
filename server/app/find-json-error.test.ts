import { expect, test } from 'vitest';
import { findJsonError } from './find-json-error.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each(['{}', '[]', ' [1, -2.5e3, "é\\u00e9", {"a": [true, false, null]}] ', '"x"', '0'])(
  '%s is JSON',
  (text) => {
    expect(findJsonError(text)).toBeUndefined();
  },
);

test.each([
  ['{"a":1,}', 7, 'a name in double quotes'],
  ['{"a":', 5, 'a value'],
  ['hello', 0, 'a value'],
  ['', 0, 'a value'],
  ['{"a": tru}', 6, 'a value'],
  ['[1 2]', 3, 'a comma or the closing bracket'],
  ['[1, 2', 5, 'a comma or the closing bracket'],
  ['{"a" 1}', 5, 'a colon'],
  ['{} {}', 3, 'the end of the file'],
  ['["a\nb"]', 1, 'a value or ]'],
  ['[1}', 2, 'a comma or the closing bracket'],
])('%j stops being JSON at %i', (text, position, expected) => {
  expect(isJson(text)).toBe(false);
  expect(findJsonError(text)).toEqual({ position, expected });
});
