import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { ClientProblem } from './client-problem.ts';

const worthRepeating = (error: unknown): boolean =>
  error instanceof ClientProblem && (error.code === 'offline' || error.code === 'unavailable');

/** What was readable and no longer is: the membership has ended, or the thing is gone. */
const isTakenAway = (error: unknown): boolean =>
  error instanceof ClientProblem && (error.code === 'not-found' || error.code === 'forbidden');

/** Reads are repeated only when the network or the database was away; changes never repeat by themselves. */
export function createQueryClient(): QueryClient {
  const queryCache = new QueryCache({ onError: (error, query) => letGo(queryCache, error, query) });
  const mutationCache = new MutationCache({
    // A change that finds nothing to change: what else is on screen asks whether it is still theirs to see.
    onError: (error) => {
      if (error instanceof ClientProblem && error.code === 'not-found') void client.invalidateQueries();
    },
  });
  const client = new QueryClient({
    queryCache,
    mutationCache,
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && worthRepeating(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

/**
 * A record that is refused goes from the screen, and whatever else was kept of earlier pages from memory: a page opened next
 * asks anew instead of showing what it had.
 */
function letGo(cache: QueryCache, error: unknown, query: Query<unknown, unknown>): void {
  if (!isTakenAway(error) || query.state.data === undefined) return;
  query.setState({ data: undefined, dataUpdatedAt: 0 });
  for (const kept of cache.findAll({ type: 'inactive' })) cache.remove(kept);
}
