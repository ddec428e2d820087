import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { InboxEntry } from '#shared/orders/inbox.ts';
import { acknowledgeBy, expectedBy, URGENCY_LABEL } from '#shared/orders/model.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { type DataColumn, DataTable } from '#client/ui/DataTable.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { FlagBadge } from './ReportRead.tsx';
import { DECIDED, orderName } from './order-words.ts';

interface ResultTableProps {
  entries: readonly InboxEntry[];
  show: 'to-read' | 'awaited';
  onOpen: (entry: InboxEntry) => void;
}

const idOf = (entry: InboxEntry) => entry.diagnosticOrderId;

/** Results or awaited tests, oldest first. Enter opens the report. */
export function ResultTable({ entries, show, onOpen }: ResultTableProps) {
  const columns = useMemo<readonly DataColumn<InboxEntry>[]>(
    () => [
      {
        id: 'age',
        header: show === 'to-read' ? 'Waiting since' : 'Ordered',
        cell: (entry) => <Age entry={entry} />,
        width: 150,
      },
      {
        id: 'test',
        header: 'Test',
        cell: (entry) => <Test entry={entry} />,
        isRowHeader: true,
        width: '30%',
      },
      { id: 'patient', header: 'Patient', cell: (entry) => <Patient entry={entry} />, width: '22%' },
      show === 'to-read'
        ? { id: 'report', header: 'Report', cell: (entry) => <Report entry={entry} /> }
        : { id: 'due', header: 'Appointment and result', cell: (entry) => <Awaited entry={entry} /> },
    ],
    [show],
  );
  return (
    <DataTable
      label="Results"
      columns={columns}
      rows={entries}
      idOf={idOf}
      sortedOutside
      {...(show === 'to-read' ? { onOpen, opens: 'Read and acknowledge' } : {})}
    />
  );
}

function Age({ entry }: { entry: InboxEntry }) {
  const { date, ago, today } = useClinicTime();
  const since = entry.enteredOn ?? entry.orderedOn;
  const due =
    entry.enteredOn === null
      ? expectedBy(entry)
      : acknowledgeBy(entry.urgency, entry.enteredOn, entry.resultFlag);
  const tone = due < today ? 'danger' : due === today ? 'watch' : 'neutral';
  return (
    <>
      <StatusBadge tone={tone} variant="plain">
        {ago(since)}
      </StatusBadge>
      <Text size="sm" c="dimmed">
        {date(since)}
      </Text>
    </>
  );
}

function Test({ entry }: { entry: InboxEntry }) {
  const { date } = useClinicTime();
  const { decision } = entry;
  return (
    <>
      <Text size="sm" fw={700}>
        {orderName(entry)}
      </Text>
      <Text size="sm" fw={400} lineClamp={2}>
        {entry.indication}
      </Text>
      <Text size="sm" c="dimmed" fw={400}>
        Ordered by {entry.orderedBy}
        {entry.urgency === 'routine' ? '' : `, ${URGENCY_LABEL[entry.urgency]}`}
        {decision === null ? '' : `, ${DECIDED} of ${date(decision.decidedOn)}`}
      </Text>
    </>
  );
}

function Patient({ entry }: { entry: InboxEntry }) {
  const { age } = useClinicTime();
  return (
    <>
      <Anchor
        c="var(--mantine-color-text)"
        renderRoot={(props) => (
          <Link {...props} to="/episodes/$episodeId/orders" params={{ episodeId: entry.episodeId }} />
        )}
      >
        {listName(entry)}
      </Anchor>
      <Text size="sm" c="dimmed">
        {age(entry.birthDate)} {SEX_LETTER[entry.sex]}, MRN {entry.mrn}
      </Text>
      <Text size="sm" c="dimmed">
        {entry.concern}
      </Text>
    </>
  );
}

function Report({ entry }: { entry: InboxEntry }) {
  const { resultFlag, earlierReports, reportText } = entry;
  return (
    <>
      <FlagBadge flag={resultFlag} />
      <Text size="sm" lineClamp={3}>
        {reportText}
      </Text>
      {earlierReports === 0 ? null : (
        <Text size="sm" c="dimmed">
          replaces an earlier report
        </Text>
      )}
    </>
  );
}

function Awaited({ entry }: { entry: InboxEntry }) {
  const { date, today, ago } = useClinicTime();
  const expected = expectedBy(entry);
  return (
    <>
      {entry.scheduledOn === null
        ? 'No appointment yet'
        : `Appointment ${[date(entry.scheduledOn), entry.scheduledAt].filter(Boolean).join(', ')}`}
      <Text size="sm" c="dimmed">
        {expected < today
          ? `Result expected by ${date(expected)}, ${ago(expected)}: follow it up`
          : `Result expected by ${date(expected)}`}
      </Text>
    </>
  );
}
