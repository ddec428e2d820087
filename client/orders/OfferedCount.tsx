import { useQuery } from '@tanstack/react-query';
import { useSession } from '#client/platform/session.ts';
import { HeaderCount } from '#client/ui/HeaderCount.tsx';
import { offeredQuery } from './queries.ts';

/** "1 referral to me" in the header of whoever was asked. */
export function OfferedCount() {
  const { role } = useSession();
  const mayBeAsked = role !== 'administrator' && role !== 'physiatrist';
  const { data } = useQuery({ ...offeredQuery(), enabled: mayBeAsked });
  if (!mayBeAsked) return null;
  return (
    <HeaderCount
      count={data?.referrals.length}
      one="referral to me"
      many="referrals to me"
      href="/referrals"
    />
  );
}
