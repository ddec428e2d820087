import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PatientId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { useChangeStatus, type StatusChange } from './queries.ts';

/** What the dialog has found out; the list turns it into the request. */
export interface StatusAnswer {
  reason: string | null;
  on: PlainDate | null;
}

interface StatusDialogProps {
  patientId: PatientId;
  /** The day at the patient's clinic. */
  today: PlainDate;
  /** "Type 2 diabetes" */
  name: string;
  to: 'active' | 'resolved' | 'stopped' | 'entered-in-error';
  /** The day it ended is asked for. */
  asksDay: boolean;
  requestOf: (answer: StatusAnswer) => StatusChange;
  onClose: () => void;
}

const TITLES = { active: 'Active again?', resolved: 'Resolved?', stopped: 'Stopped?' };

const LABELS = {
  active: 'Make it active',
  resolved: 'Mark as resolved',
  stopped: 'Mark as stopped',
};

const WHAT_FOLLOWS = {
  active: 'It counts again for precautions.',
  resolved: 'It stays readable under past facts and no longer counts for precautions.',
  stopped: 'It stays readable under past facts.',
};

/** Asks for the day and the reason of a change of status. */
export function StatusDialog({ to, ...props }: StatusDialogProps) {
  return to === 'entered-in-error' ? <MarkFactError {...props} /> : <ChangeStatus {...props} to={to} />;
}

function MarkFactError({ patientId, name, requestOf, onClose }: Omit<StatusDialogProps, 'to' | 'today'>) {
  const { mutate, ...mark } = useChangeStatus(patientId);
  return (
    <EnteredInErrorDialog
      name={name}
      follows="If it is true after all, add it again."
      mark={{ ...mark, mutate: (reason, then) => mutate(requestOf({ reason, on: null }), then) }}
      onClose={onClose}
    />
  );
}

interface ChangeStatusProps extends StatusDialogProps {
  to: Exclude<StatusDialogProps['to'], 'entered-in-error'>;
}

function ChangeStatus({ patientId, today, name, to, asksDay, requestOf, onClose }: ChangeStatusProps) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string>(today);
  const change = useChangeStatus(patientId);
  const errorOf = fieldErrorsOf(change.error);
  const on = PlainDate.safeParse(day);
  const confirm = () =>
    change.mutate(
      requestOf({ reason: reason.trim() === '' ? null : reason, on: asksDay && on.success ? on.data : null }),
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={confirm}
      title={`${name}: ${TITLES[to]}`}
      confirmLabel={LABELS[to]}
      busy={change.isPending}
      error={change.error}
    >
      <Stack gap="sm">
        <Text>{WHAT_FOLLOWS[to]}</Text>
        {asksDay ? (
          <PlainDateField
            label="Since"
            name={to === 'stopped' ? 'stoppedOn' : 'abatedOn'}
            value={day}
            onChange={setDay}
            max={today}
            error={errorOf('abatedOn') ?? errorOf('stoppedOn') ?? errorOf('endedOn')}
            width={180}
          />
        ) : null}
        <Textarea
          label="Why (optional)"
          name="reason"
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          error={errorOf('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
