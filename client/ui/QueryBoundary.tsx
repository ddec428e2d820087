import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureState } from './FailureState.tsx';
import { LoadingRows } from './LoadingRows.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface QueryBoundaryProps<Data> {
  /** The answer of `useQuery(...)`. */
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'isFetching'> & {
    refetch: () => unknown;
  };
  /** What is shown while the first answer is on its way; grey rows unless told. */
  loading?: ReactNode;
  /** Whether the answer has nothing to show, and what to say then (an `EmptyState`). */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A query's four states. A failed refresh keeps what is on screen and says that it is old. */
export function QueryBoundary<Data>({ query, loading, isEmpty, empty, children }: QueryBoundaryProps<Data>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    if (query.isPending && query.error === null) return loading ?? <LoadingRows />;
    return <FailureState error={query.error} onRetry={retry} retrying={query.isFetching} />;
  }
  if (isEmpty?.(query.data) === true) return empty;
  return (
    <>
      {query.error === null ? null : (
        <ProblemAlert error={query.error} title="This may be out of date" onRetry={retry} autoFocus={false} />
      )}
      {children(query.data)}
    </>
  );
}
