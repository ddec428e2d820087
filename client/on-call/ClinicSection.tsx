import { Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { weekWords } from '#shared/on-call/clinic-hours.ts';
import { dutyAt, type ClinicOnCall, type OnCallDuty } from '#shared/on-call/model.ts';
import { canSetOnCall } from '#shared/on-call/policy.ts';
import type { ClinicId } from '#shared/platform/ids.ts';
import { dateAndTime, useClinicTime, zoneWords } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { useEndDuty } from './queries.ts';
import classes from './OnCall.module.css';

interface ClinicSectionProps {
  clinic: ClinicOnCall;
  onOpen: (panel: 'duty' | 'hours', clinicId: ClinicId) => void;
}

/** One clinic: who is on call now, who is next, and its hours. */
export function ClinicSection({ clinic, onOpen }: ClinicSectionProps) {
  const permission = canSetOnCall(useSession());
  const refusal = permission.allowed ? undefined : permission.sentence;
  return (
    <FormSection
      title={clinic.name}
      actions={
        <Group gap="sm">
          <DisabledReason reason={refusal}>
            <Button onClick={() => onOpen('duty', clinic.clinicId)}>Put on call</Button>
          </DisabledReason>
          {permission.allowed ? (
            <Button variant="default" onClick={() => onOpen('hours', clinic.clinicId)}>
              Change hours
            </Button>
          ) : null}
        </Group>
      }
    >
      <OnCallNow clinic={clinic} />
      <Text size="sm">
        Clinic hours: {weekWords(clinic.week)} ({zoneWords(clinic.timeZone)} time).{' '}
        <Text span c="dimmed">
          {clinic.hoursVersion === 0
            ? 'The default: nobody has set them.'
            : `Set by ${clinic.hoursSetBy ?? 'somebody'}.`}
        </Text>
      </Text>
      {clinic.duties.length === 0 ? null : <Duties clinic={clinic} />}
    </FormSection>
  );
}

function OnCallNow({ clinic }: { clinic: ClinicOnCall }) {
  const { today } = useClinicTime();
  const duty = dutyAt(clinic.duties, new Date());
  if (duty === undefined) {
    return (
      <div className={classes.now}>
        <StatusBadge tone="warning">Nobody is on call</StatusBadge>
        <Text>
          Until somebody is, an alert that nobody acknowledges goes to every physiatrist of the clinic.
        </Text>
      </div>
    );
  }
  return (
    <div className={classes.now}>
      <StatusBadge tone="ok">On call now</StatusBadge>
      <Text fw={700}>{duty.name}</Text>
      <Text>until {dateAndTime(duty.endsAt, clinic.timeZone, today)}</Text>
      <Phone number={duty.phone} />
    </div>
  );
}

/** A number to call from the telephone or tablet itself. */
function Phone({ number }: { number: string | null }) {
  return number === null ? (
    <Text c="dimmed">no telephone number given</Text>
  ) : (
    <Anchor inherit href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </Anchor>
  );
}

function Duties({ clinic }: { clinic: ClinicOnCall }) {
  return (
    <Table aria-label={`Rota of ${clinic.name}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>From</Table.Th>
          <Table.Th>Until</Table.Th>
          <Table.Th>Physiatrist</Table.Th>
          <Table.Th>Telephone</Table.Th>
          <Table.Th>Set by</Table.Th>
          <Table.Th>
            <VisuallyHidden>Change</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clinic.duties.map((duty) => (
          <DutyRow key={duty.onCallDutyId} duty={duty} clinic={clinic} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function DutyRow({ duty, clinic }: { duty: OnCallDuty; clinic: ClinicOnCall }) {
  const { today } = useClinicTime();
  const permission = canSetOnCall(useSession());
  const [ending, setEnding] = useState(false);
  const end = useEndDuty({ clinicId: clinic.clinicId, onCallDutyId: duty.onCallDutyId });
  const words = (instant: string) => dateAndTime(instant, clinic.timeZone, today);
  const runs = Date.parse(duty.startsAt) <= Date.now();
  const label = runs ? 'End now' : 'Take back';
  return (
    <Table.Tr>
      <Table.Td>{words(duty.startsAt)}</Table.Td>
      <Table.Td>{words(duty.endsAt)}</Table.Td>
      <Table.Th scope="row">{duty.name}</Table.Th>
      <Table.Td>
        <Phone number={duty.phone} />
      </Table.Td>
      <Table.Td>{duty.setBy}</Table.Td>
      <Table.Td ta="end">
        {permission.allowed ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`${label}: ${duty.name}, ${words(duty.startsAt)}`}
            onClick={() => setEnding(true)}
          >
            {label}
          </Button>
        ) : null}
        <ConfirmDialog
          opened={ending}
          onClose={() => setEnding(false)}
          onConfirm={() =>
            end.mutate(duty.version, {
              onSuccess: () => {
                setEnding(false);
                showNote(runs ? 'The duty has ended.' : 'The duty is taken back.');
              },
            })
          }
          title={runs ? `End the duty of ${duty.name} now?` : `Take the duty of ${duty.name} back?`}
          confirmLabel={label}
          busy={end.isPending}
          error={end.error}
        >
          <Text size="sm">
            Without anybody on call, an alert that nobody acknowledges goes to every physiatrist of the
            clinic.
          </Text>
        </ConfirmDialog>
      </Table.Td>
    </Table.Tr>
  );
}
