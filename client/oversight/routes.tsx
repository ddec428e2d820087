import type { ShellRoute } from '#client/platform/routes.tsx';

/** The pages of this slice, inside the frame. */
export function oversightRoutes(_shell: ShellRoute) {
  return [] as const;
}
