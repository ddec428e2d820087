import { expect, test } from 'vitest';
import { sourceWords } from './model.ts';

test.each([
  ['Rules 6.2 (RC-1): nobody publishes this number.', 'Nobody publishes this number.'],
  ['Rules 4.3. Giangregorio et al. 2014.', 'Giangregorio et al. 2014.'],
  ['rules.md 3 and 6.5 name the procedures; the days are common practice.', 'The days are common practice.'],
  ['After the orthopaedic handbooks.', 'After the orthopaedic handbooks.'],
])('of %s the screen says %s', (source, said) => {
  expect(sourceWords(source)).toBe(said);
});
