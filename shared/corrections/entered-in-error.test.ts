import { expect, test } from 'vitest';
import { canMarkInError } from './entered-in-error.ts';

const who = (role: 'physiatrist' | 'physical-therapist' | 'administrator', staffMemberId = 'me') => ({
  role,
  staffMemberId,
});
const entry = (recordedById: string | null, isMarked = false) => ({ recordedById, isMarked });

test('whoever made an entry takes it back, and so does a physiatrist', () => {
  expect(canMarkInError(who('physical-therapist'), entry('me')).allowed).toBe(true);
  expect(canMarkInError(who('physiatrist'), entry('somebody')).allowed).toBe(true);
  expect(canMarkInError(who('physical-therapist'), entry('somebody'))).toMatchObject({ reason: 'not-yours' });
});

test('an imported entry has no author: only the role that answers for it takes it back', () => {
  expect(canMarkInError(who('physical-therapist'), entry(null)).allowed).toBe(false);
  expect(canMarkInError(who('physiatrist'), entry(null)).allowed).toBe(true);
});

test('amounts are the administrator’s, whichever of them entered it', () => {
  expect(canMarkInError(who('administrator'), entry('colleague'), 'administrator').allowed).toBe(true);
  expect(canMarkInError(who('physiatrist'), entry('colleague'), 'administrator')).toMatchObject({
    sentence: 'Only its author or an administrator marks this as entered in error.',
  });
});

test('a mark is made once; a stranger is not told that it is there', () => {
  expect(canMarkInError(who('physiatrist'), entry('me', true))).toMatchObject({ reason: 'already-marked' });
  expect(canMarkInError(who('physical-therapist'), entry('x', true))).toMatchObject({ reason: 'not-yours' });
});
