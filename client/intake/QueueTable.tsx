import { Anchor, Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isOpen, STATUS_LABEL } from '#shared/intake/model.ts';
import type { QueueRow } from '#shared/intake/queue.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DataTable, type DataColumn } from '#client/ui/DataTable.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ageInWords, dueInWords } from './route-tone.ts';
import { Suggestion } from './Suggestion.tsx';

interface QueueTableProps {
  requests: readonly QueueRow[];
  onOpen: (request: QueueRow) => void;
}

const idOf = (request: QueueRow) => request.careRequestId;

/** One line per request: how long it waits, who, what, who should see them first and why, whose it is. */
export function QueueTable({ requests, onOpen }: QueueTableProps) {
  const columns = useMemo<readonly DataColumn<QueueRow>[]>(
    () => [
      { id: 'age', header: 'Waiting', width: 136, cell: (request) => <Waiting request={request} /> },
      {
        id: 'who',
        header: 'Who and what',
        isRowHeader: true,
        width: '30%',
        cell: (request) => <Who request={request} />,
      },
      {
        id: 'route',
        header: 'Suggested first provider, and why',
        cell: (request) => <Suggestion request={request} />,
      },
      { id: 'owner', header: 'Owner', width: 84, cell: (request) => <Owner request={request} /> },
    ],
    [],
  );
  return (
    <DataTable
      label="Requests for care"
      columns={columns}
      rows={requests}
      idOf={idOf}
      onOpen={onOpen}
      opens="Open the request"
      sortedOutside
    />
  );
}

function Waiting({ request }: { request: QueueRow }) {
  const { dateTime } = useClinicTime();
  if (!isOpen(request.status)) {
    return (
      <>
        <StatusBadge tone={request.status === 'accepted' ? 'ok' : 'neutral'} variant="plain">
          {STATUS_LABEL[request.status]}
        </StatusBadge>
        <Text size="sm" c="dimmed">
          {request.decidedAt === null ? '' : dateTime(request.decidedAt)}
        </Text>
      </>
    );
  }
  const now = new Date();
  const route = request.overriddenRoute ?? request.triageRoute;
  const due = dueInWords(route, request.createdAt, { now, timeZone: request.timeZone });
  return (
    <Box miw="7rem">
      <Text fw={600}>{ageInWords(request.createdAt, now)}</Text>
      <Text size="sm" c={due.isLate ? 'var(--tone-danger-text)' : 'dimmed'} fw={due.isLate ? 600 : 400}>
        {due.words}
      </Text>
    </Box>
  );
}

function Who({ request }: { request: QueueRow }) {
  const { age } = useClinicTime();
  return (
    <>
      <Anchor
        component={Link}
        to={`/intake/${request.careRequestId}`}
        fw={600}
        underline="hover"
        c="var(--mantine-color-text)"
      >
        {listName(request)}
      </Anchor>{' '}
      <Text span size="sm" c="dimmed" fw={400}>
        {age(request.birthDate)} {SEX_LETTER[request.sex]}
      </Text>
      <Text fw={400}>{request.concern}</Text>
      <Text size="sm" c="dimmed" fw={400}>
        {request.reference}, {request.submittedVia === 'public' ? 'public page' : 'taken down by staff'},{' '}
        {request.clinicName}
      </Text>
    </>
  );
}

function Owner({ request }: { request: QueueRow }) {
  const { staffMemberId } = useSession();
  return (
    <>
      {request.ownerId === null ? (
        <Text inherit c="dimmed">
          nobody
        </Text>
      ) : (
        <Text inherit>{request.ownerId === staffMemberId ? 'me' : request.ownerName}</Text>
      )}
      {request.status === 'needs-information' ? (
        <Text size="xs" c="dimmed">
          {STATUS_LABEL[request.status]}
        </Text>
      ) : null}
    </>
  );
}
