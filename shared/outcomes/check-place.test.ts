import { expect, test } from 'vitest';
import { olderThanEpisode, wrongSide } from './check-place.ts';

const LEFT_KNEE = {
  side: 'left',
  openedOn: '2026-09-12',
  prescribed: [{ measureCode: 'koos_jr', side: 'left' }],
};
const koos = (side: 'left' | 'right') => ({ measureCode: 'koos_jr', side });
const grip = (side: 'left' | 'right') => ({ measureCode: 'grip', side });

test('a score of the other side is refused in words', () => {
  expect(wrongSide(koos('left'), LEFT_KNEE)).toBeUndefined();
  expect(wrongSide(koos('right'), LEFT_KNEE)).toBe(
    'KOOS, JR belongs to the left side here. A value of the right side is not part of this episode: check the side.',
  );
  expect(wrongSide(grip('right'), { ...LEFT_KNEE, prescribed: [] })).toContain('left side');
});

test('what is prescribed for a side is measured on it; an episode of both sides or none takes either', () => {
  const both = [koos('left'), koos('right')];
  expect(wrongSide(koos('right'), { ...LEFT_KNEE, prescribed: both })).toBeUndefined();
  expect(wrongSide(grip('right'), { ...LEFT_KNEE, side: 'both', prescribed: [] })).toBeUndefined();
  expect(wrongSide(grip('right'), { ...LEFT_KNEE, side: null, prescribed: [] })).toBeUndefined();
  expect(wrongSide({ measureCode: 'odi', side: null }, LEFT_KNEE)).toBeUndefined();
});

test('a score of the 30 days before may be the baseline; an older one is asked about', () => {
  expect(olderThanEpisode('2026-08-13', LEFT_KNEE)).toBeUndefined();
  expect(olderThanEpisode('2026-08-12', LEFT_KNEE)).toContain('long before this episode');
});
