import { expect, test } from 'vitest';
import { zoneWords } from './clinic-time.ts';

test('a time zone is said by its city', () => {
  expect(zoneWords('America/New_York')).toBe('New York');
  expect(zoneWords('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneWords('UTC')).toBe('UTC');
});
