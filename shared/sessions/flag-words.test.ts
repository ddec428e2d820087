import { expect, test } from 'vitest';
import { flagTitle, flagWords } from './flag-words.ts';

test('a flag is named by what it stands for; a code that is not on the list stays as it is', () => {
  expect(flagTitle('RF-DVT')).toBe('Possible thrombosis');
  expect(flagWords('RF-DVT')).toBe('possible thrombosis');
  expect(flagTitle('RF-NEW')).toBe('RF-NEW');
});
