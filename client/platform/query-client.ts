import { QueryClient } from '@tanstack/react-query';
import { ClientProblem } from './client-problem.ts';

const worthRepeating = (error: unknown): boolean =>
  error instanceof ClientProblem && (error.code === 'offline' || error.code === 'unavailable');

/** Reads are repeated only when the network or the database was away; changes never repeat by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && worthRepeating(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
