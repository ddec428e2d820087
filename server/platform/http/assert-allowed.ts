import type { Permission } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';

/** Ends the use case when a policy said no, with the policy's reason code and sentence. */
export function assertAllowed(permission: Permission): void {
  if (permission.allowed) return;
  throw new Problem('forbidden', permission.sentence, {
    issues: [{ path: '', code: permission.reason, message: permission.sentence }],
  });
}
