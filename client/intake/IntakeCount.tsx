import { useQuery } from '@tanstack/react-query';
import { useSession } from '#client/platform/session.ts';
import { HeaderCount } from '#client/ui/HeaderCount.tsx';
import { unownedQuery } from './queries.ts';

/** "2 new requests" in the header of an administrator: those that nobody has taken. */
export function IntakeCount() {
  const isAdministrator = useSession().role === 'administrator';
  const { data } = useQuery({ ...unownedQuery, enabled: isAdministrator });
  if (!isAdministrator) return null;
  return (
    <HeaderCount
      count={data?.unowned}
      one="request to take"
      many="requests to take"
      href="/intake?owner=nobody"
    />
  );
}
