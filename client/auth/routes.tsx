import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { PublicRoute } from '#client/platform/routes.tsx';

export { SignInAgain } from './SignInAgain.tsx';
export { signOut } from './sign-in.ts';

/** Where to go after signing in: a page of this site and nothing else. */
const next = z
  .string()
  .refine((href) => /^\/(?![/\\])/.test(href))
  .optional()
  .catch(undefined);

/** The sign-in page. */
export function authPublicRoutes(publicRoute: PublicRoute) {
  return [
    createRoute({
      getParentRoute: () => publicRoute,
      path: '/sign-in',
      validateSearch: z.object({ next }),
      component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
    }),
  ] as const;
}
