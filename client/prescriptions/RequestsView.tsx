import { getRouteApi } from '@tanstack/react-router';
import type { PrescriptionPage } from '#shared/prescriptions/page.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { RequestCard } from './RequestCard.tsx';

const route = getRouteApi('/shell/episodes/$episodeId/prescription');

/** Changes that therapists asked for: open ones first, then what became of the others. */
export function RequestsView({ page }: { page: PrescriptionPage }) {
  const search = route.useSearch();
  if (page.requests.length === 0) {
    return (
      <EmptyState title="Nobody has asked for a change.">
        A therapist asks when the dose should go beyond the limits, or another intervention is needed. Nothing
        changes until a physiatrist signs.
      </EmptyState>
    );
  }
  return (
    <div style={{ paddingTop: '0.75rem' }}>
      {page.requests.map((request) => (
        <RequestCard
          key={request.changeRequestId}
          page={page}
          request={request}
          isAsked={request.changeRequestId === search.request}
        />
      ))}
    </div>
  );
}
