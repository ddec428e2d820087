import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { type ListedMedication, type MedicationEvent, routeLabel } from '#shared/medications/model.ts';
import { canOrderMedication } from '#shared/medications/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { MarkInErrorButton } from '#client/clinical/MarkInErrorButton.tsx';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { MedicationsSearch } from './medications-search.ts';

interface MedicationTableProps {
  medications: readonly ListedMedication[];
  /** What is no longer taken stands on the screen too; on paper it always does. */
  isPast: boolean;
  /** Nothing of it is for the screen. */
  hidden: boolean;
  show: (search: MedicationsSearch) => void;
}

/** Each drug with how it is taken, since when, and what became of it. */
export function MedicationTable({ medications, isPast, hidden, show }: MedicationTableProps) {
  const isPrescriber = canOrderMedication(useSession()).allowed;
  return (
    <Table aria-label="Medications" verticalSpacing="xs" hidden={hidden} data-print>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="22%">Medication</Table.Th>
          <Table.Th w="19%">How it is taken</Table.Th>
          <Table.Th w="15%">Since, until</Table.Th>
          <Table.Th>History</Table.Th>
          {isPrescriber ? (
            <Table.Th w={150}>
              <VisuallyHidden>What to do</VisuallyHidden>
            </Table.Th>
          ) : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {medications.map((medication) => (
          <Table.Tr
            key={medication.medicationOrderId}
            style={{ verticalAlign: 'top' }}
            hidden={!isPast && medication.status !== 'active'}
            data-print
          >
            <Table.Th scope="row" fw={400}>
              <Name medication={medication} />
            </Table.Th>
            <Table.Td>
              <StruckOut mark={medication.enteredInError}>
                <Regimen medication={medication} />
              </StruckOut>
            </Table.Td>
            <Table.Td>
              <StruckOut mark={medication.enteredInError}>
                <Period medication={medication} />
              </StruckOut>
            </Table.Td>
            <Table.Td>
              <History medication={medication} />
            </Table.Td>
            {isPrescriber ? (
              <Table.Td>
                <Acts medication={medication} show={show} />
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const SOURCE: Record<string, string> = { ordered: 'ordered here', reported: 'as told', imported: 'imported' };

function Name({ medication }: { medication: ListedMedication }) {
  const { name, reason, source, status, statusReason, recordedBy, answered } = medication;
  return (
    <>
      <StruckOut mark={medication.enteredInError}>
        <strong>{name}</strong>
        {reason === null ? null : <Text size="sm">{reason}</Text>}
      </StruckOut>
      <ErrorMark mark={medication.enteredInError} />
      <Text size="sm" c="dimmed">
        {[SOURCE[source] ?? source, recordedBy].filter(Boolean).join(', ')}
      </Text>
      {answered.map(({ sentence, reason: why }) => (
        <Text size="sm" key={sentence} c="var(--tone-warning-text)">
          {sentence} Given all the same: {why}
        </Text>
      ))}
      {status !== 'stopped' ? null : (
        <Text size="sm" fw={600}>
          stopped
          {statusReason === null ? '' : `: ${statusReason}`}
        </Text>
      )}
    </>
  );
}

function Regimen({ medication }: { medication: ListedMedication }) {
  const { dose, frequency, route, taper } = medication;
  const words = [dose, frequency, route === null ? null : routeLabel(route)].filter(Boolean).join(', ');
  return (
    <>
      {words === '' ? <Text c="dimmed">not recorded</Text> : words}
      {taper === null ? null : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          Taper: {taper}
        </Text>
      )}
    </>
  );
}

function Period({ medication }: { medication: ListedMedication }) {
  const { date, today, ago } = useClinicTime();
  const { startedOn, stopOn, stoppedOn, status } = medication;
  const isOver = status === 'active' && stopOn !== null && stopOn < today;
  return (
    <>
      {startedOn === null ? 'start not recorded' : `since ${date(startedOn)}`}
      <Text size="sm" c="dimmed">
        {stoppedOn !== null
          ? `stopped ${date(stoppedOn)}`
          : stopOn === null
            ? 'until further notice'
            : `until ${date(stopOn)}`}
      </Text>
      {isOver ? (
        <StatusBadge tone="watch" variant="plain">
          ended {ago(stopOn)}: still taken?
        </StatusBadge>
      ) : null}
    </>
  );
}

const EVENT_WORDS: Record<MedicationEvent['kind'], string> = {
  started: 'Started',
  changed: 'Changed',
  stopped: 'Stopped',
  resumed: 'Taken again',
  'entered-in-error': 'Entered in error',
};

const EVENTS_SHOWN = 2;

function History({ medication }: { medication: ListedMedication }) {
  const { date } = useClinicTime();
  const { events, recordedOn } = medication;
  const line = (event: MedicationEvent) => {
    const who = event.by === null ? '' : ` by ${event.by}`;
    const change =
      event.kind === 'changed' ? [event.before, event.after].filter((part) => part !== null).join(' → ') : '';
    const said = [change, event.why ?? ''].filter(Boolean).join('. ');
    return `${EVENT_WORDS[event.kind]} ${date(event.on)}${who}${said === '' ? '' : `: ${said}`}`;
  };
  if (events.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Recorded {date(recordedOn)}
      </Text>
    );
  }
  const [shown, folded] = [events.slice(0, EVENTS_SHOWN), events.slice(EVENTS_SHOWN)];
  return (
    <>
      {shown.map((event) => (
        <Text size="sm" key={line(event)}>
          {line(event)}
        </Text>
      ))}
      {folded.length === 0 ? null : (
        <Text component="details" size="sm">
          <summary>{folded.length} earlier</summary>
          {folded.map((event) => (
            <div key={line(event)}>{line(event)}</div>
          ))}
        </Text>
      )}
    </>
  );
}

function Acts({ medication, show }: { medication: ListedMedication; show: MedicationTableProps['show'] }) {
  const { name, status, medicationOrderId: on } = medication;
  if (status === 'entered-in-error') return null;
  return (
    <Stack gap={2} align="flex-end" data-no-print>
      {status === 'active' ? (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Change ${name}`}
            onClick={() => show({ form: 'change', on })}
          >
            Change
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Stop ${name}`}
            onClick={() => show({ form: 'stop', on })}
          >
            Stop
          </Button>
        </Group>
      ) : null}
      <MarkInErrorButton about={name} onAsk={() => show({ form: 'error', on })} />
    </Stack>
  );
}
