import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Review } from '#shared/oversight/contract.ts';
import { canDecide } from '#shared/prescriptions/policy.ts';
import { DecideRequest } from '#client/clinical/DecideRequest.tsx';
import { prescriptionQuery } from '#client/clinical/prescription-acts.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { ReviewBlock } from './ReviewBlock.tsx';

const OPEN = { status: 'open' };

/** What therapists ask for, in numbers, and the three answers: decided here, without leaving the review. */
export function OpenRequests({ review: { requests, episodeId } }: { review: Review }) {
  const { date } = useClinicTime();
  const decides = canDecide(useSession(), OPEN).allowed;
  const query = useQuery({ ...prescriptionQuery(episodeId), enabled: decides && requests.length > 0 });
  const page = query.data;
  return requests.map(({ changeRequestId, asks, reason, askedByName, askedOn }) => {
    const asked = page?.requests.find((one) => one.changeRequestId === changeRequestId);
    return (
      <ReviewBlock key={changeRequestId} title="Open request">
        {asks === null ? null : (
          <Text size="sm" fw={600}>
            {asks}
          </Text>
        )}
        <Text size="sm">{reason}</Text>
        <Text size="xs" c="dimmed" mb={4}>
          {askedByName}, {date(askedOn)}.{' '}
          <Anchor
            size="xs"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/episodes/$episodeId/prescription"
                params={{ episodeId }}
                search={{ view: 'requests', request: changeRequestId }}
              />
            )}
          >
            Its numbers
          </Anchor>
        </Text>
        <ProblemAlert error={query.error} autoFocus={false} />
        {page === undefined || asked === undefined ? null : (
          <DecideRequest page={page} request={asked} size="compact-sm" />
        )}
      </ReviewBlock>
    );
  });
}
