import { useQuery } from '@tanstack/react-query';
import { useSession } from '#client/platform/session.ts';
import { HeaderCount } from '#client/ui/HeaderCount.tsx';
import { waitingRequestsQuery } from './queries.ts';

/** "2 requests" in the header of a physiatrist: changes that therapists ask for. */
export function RequestCount() {
  const isPhysiatrist = useSession().role === 'physiatrist';
  const { data } = useQuery({ ...waitingRequestsQuery, enabled: isPhysiatrist });
  if (!isPhysiatrist) return null;
  return <HeaderCount count={data?.requests.length} one="request" many="requests" href="/requests" />;
}
