import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { authApi, type SessionActor } from '#shared/auth/contract.ts';
import { call } from './call.ts';
import { queryKeys } from './query-keys.ts';

/** Who is signed in. A 401 is thrown to the caller: the router answers it with the sign-in page. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: ({ signal }) => call(authApi.session, {}, { signal, onSignedOut: 'throw' }),
  staleTime: 5 * 60_000,
  retry: false,
});

/** What this installation is: version, whether its data is synthetic, the demo accounts. */
export const aboutQuery = queryOptions({
  queryKey: queryKeys.about,
  queryFn: ({ signal }) => call(authApi.about, {}, { signal }),
  staleTime: Infinity,
});

/** The people and clinics of this organization, for pickers. */
export const staffQuery = queryOptions({
  queryKey: queryKeys.staff,
  queryFn: ({ signal }) => call(authApi.staff, {}, { signal }),
  staleTime: 5 * 60_000,
});

/** The signed-in member of staff. Only inside the shell, where the router has loaded it. */
export function useSession(): SessionActor {
  return useSuspenseQuery(sessionQuery).data;
}

/** The signed-in member of staff, or undefined on a public page. Never fetches. */
export function useSessionIfAny(): SessionActor | undefined {
  return useQuery({ ...sessionQuery, enabled: false }).data;
}
