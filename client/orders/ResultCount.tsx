import { useQuery } from '@tanstack/react-query';
import { useSession } from '#client/platform/session.ts';
import { HeaderCount } from '#client/ui/HeaderCount.tsx';
import { inboxCountQuery } from './queries.ts';

/** "2 results" in the header of a physiatrist: reports that nobody has read. */
export function ResultCount() {
  const isPhysiatrist = useSession().role === 'physiatrist';
  const { data } = useQuery({ ...inboxCountQuery, enabled: isPhysiatrist });
  if (!isPhysiatrist) return null;
  return <HeaderCount count={data?.toRead} one="result" many="results" href="/results" />;
}
