import type { PublicRoute, ShellRoute } from '#client/platform/routes.tsx';

/** The pages of this slice, inside the frame. */
export function intakeRoutes(_shell: ShellRoute) {
  return [] as const;
}

/** The pages that need no account. */
export function intakePublicRoutes(_public: PublicRoute) {
  return [] as const;
}
