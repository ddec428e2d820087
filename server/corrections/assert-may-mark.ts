import type { Permission } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';

/** Refuses whoever may not take an entry back; one that is taken back already is a conflict, not a question of who asks. */
export function assertMayMark(permission: Permission): void {
  if (!permission.allowed && permission.reason === 'already-marked') {
    throw new Problem('conflict', permission.sentence);
  }
  assertAllowed(permission);
}
