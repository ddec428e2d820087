import { Anchor, Box, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WaitingRequest } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { waitingRequestsQuery } from './queries.ts';

/** Every change that therapists ask for and nobody has answered, longest waiting first. */
export function WaitingRequestsPage() {
  const query = useQuery(waitingRequestsQuery);
  return (
    <>
      <PageHeader
        title="Requests"
        description="Changes of the prescription that therapists ask for. Nothing changes until you sign."
      />
      <Box px="lg">
        <QueryBoundary
          query={query}
          isEmpty={({ requests }) => requests.length === 0}
          empty={<EmptyState title="No request waits for you." />}
        >
          {({ requests }) => (
            <Table aria-label="Open requests" verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Patient</Table.Th>
                  <Table.Th>Asks for</Table.Th>
                  <Table.Th>Asked by</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {requests.map((request) => (
                  <Waiting key={request.changeRequestId} request={request} />
                ))}
              </Table.Tbody>
            </Table>
          )}
        </QueryBoundary>
      </Box>
    </>
  );
}

function Waiting({ request }: { request: WaitingRequest }) {
  const { dateTime, ago, dateOf } = useClinicTime();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => (
            <Link {...props} to="/episodes/$episodeId/review" params={{ episodeId: request.episodeId }} />
          )}
        >
          {request.patientName}
        </Anchor>
        <Text size="sm" c="dimmed">
          MRN {request.mrn}, {request.diagnosis}
        </Text>
      </Table.Td>
      <Table.Td>
        {request.asks === null ? null : (
          <Text size="sm" fw={600}>
            {request.asks}
          </Text>
        )}
        <Text size="sm">{request.reason}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{request.askedBy}</Text>
        <Text size="sm" c="dimmed">
          {dateTime(request.askedAt)}, {ago(dateOf(request.askedAt))}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
