import { expect, test } from 'vitest';
import { TASK_KINDS, taskKind, taskPath, type TaskKind } from './model.ts';
import { canTickOff, isOwnTask } from './policy.ts';

const KINDS = Object.keys(TASK_KINDS) as TaskKind[];
const place = { patientId: 'p', episodeId: 'e', subjectId: 's' } as never;

test('every kind of task about a patient leads to where its work is done', () => {
  for (const kind of KINDS) expect(taskPath({ kind, ...(place as object) } as never), kind).toMatch(/^\/\w+/);
});

test('a task without a place leads nowhere, and an unknown kind is plain work', () => {
  const nowhere = { patientId: null, episodeId: null, subjectId: null };
  expect(taskPath({ kind: 'other', ...nowhere })).toBeUndefined();
  expect(taskPath({ kind: 'from-the-future', ...nowhere })).toBeUndefined();
  expect(taskKind('toString')).toBe('other');
});

test('a named owner comes before the role', () => {
  const who = { role: 'physiatrist', staffMemberId: 'me' } as const;
  expect(isOwnTask(who, { kind: 'other', ownerId: 'me', ownerRole: null })).toBe(true);
  expect(isOwnTask(who, { kind: 'other', ownerId: null, ownerRole: 'physiatrist' })).toBe(true);
  expect(isOwnTask(who, { kind: 'other', ownerId: 'you', ownerRole: 'physiatrist' })).toBe(false);
});

test('work that ends by being done is never clicked away, not even by its owner', () => {
  const who = { role: 'physiatrist', staffMemberId: 'me' } as const;
  for (const kind of KINDS) {
    const answer = canTickOff(who, { kind, ownerId: 'me', ownerRole: null });
    expect(answer.allowed, kind).toBe(TASK_KINDS[kind].closes.by === 'hand');
  }
});
