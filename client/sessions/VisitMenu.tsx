import { ActionIcon, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { canReopen, canSchedule } from '#shared/sessions/policy.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { useSession } from '#client/platform/session.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { MoveSessionPanel } from './MoveSessionPanel.tsx';
import { useChangeVisit, type VisitChange, type VisitPlace } from './queries.ts';

interface VisitMenuProps {
  visit: VisitPlace;
  session: Pick<SessionHead, 'status' | 'scheduledAt' | 'endsAt' | 'sessionDate' | 'therapistId'>;
  /** Whose visit it is: "Okafor, Grace". */
  patient: string;
  onChanged?: (version: number) => void;
}

type Asked = 'miss' | 'cancel-patient' | 'cancel-clinic' | 'reopen' | 'move';

const TITLES: Record<Exclude<Asked, 'move'>, { title: string; confirm: string; text: string }> = {
  miss: {
    title: 'The patient did not come?',
    confirm: 'Mark as missed',
    text: 'It counts as a visit that was due.',
  },
  'cancel-patient': {
    title: 'Cancelled by the patient?',
    confirm: 'Cancel the session',
    text: 'It counts as a visit that was due.',
  },
  'cancel-clinic': {
    title: 'Cancelled by the clinic?',
    confirm: 'Cancel the session',
    text: 'It does not count as a visit that was due.',
  },
  reopen: {
    title: 'Open this session again?',
    confirm: 'Open again',
    text: 'It is planned again at its time; what was written on the sheet is still there.',
  },
};

/** What else can become of a visit: moved, missed, cancelled, opened again. */
export function VisitMenu({ visit, session, patient, onChanged }: VisitMenuProps) {
  const actor = useSession();
  const [asked, setAsked] = useState<Asked>();
  if (!canSchedule(actor, session).allowed) return null;
  const isOpen = session.status === 'planned' || session.status === 'arrived';
  const item = (kind: Asked, label: string) => <Menu.Item onClick={() => setAsked(kind)}>{label}</Menu.Item>;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="md" aria-label={`Missed, cancelled, moved: ${patient}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {session.status === 'planned' ? item('move', 'Move to another time') : null}
          {isOpen ? item('miss', 'Patient did not come') : null}
          {isOpen ? item('cancel-patient', 'Cancelled by the patient') : null}
          {isOpen ? item('cancel-clinic', 'Cancelled by the clinic') : null}
          {canReopen(actor, session).allowed ? item('reopen', 'Open again') : null}
        </Menu.Dropdown>
      </Menu>
      {asked === undefined || asked === 'move' ? null : (
        <VisitDialog
          visit={visit}
          patient={patient}
          asked={asked}
          onClose={() => setAsked(undefined)}
          onChanged={onChanged}
        />
      )}
      {asked === 'move' ? (
        <MoveSessionPanel
          visit={visit}
          session={session}
          patient={patient}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </>
  );
}

interface VisitDialogProps {
  visit: VisitPlace;
  patient: string;
  asked: Exclude<Asked, 'move'>;
  onClose: () => void;
  onChanged: ((version: number) => void) | undefined;
}

function VisitDialog({ visit, patient, asked, onClose, onChanged }: VisitDialogProps) {
  const [reason, setReason] = useState('');
  const change = useChangeVisit(visit);
  const needsReason = asked !== 'reopen';
  const { title, confirm, text } = TITLES[asked];
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={title}
      confirmLabel={confirm}
      busy={change.isPending}
      error={change.error}
      disabledReason={needsReason && reason.trim() === '' ? 'Give a reason.' : undefined}
      onConfirm={() =>
        change.mutate(changeOf(asked, reason), {
          onSuccess: ({ version }) => {
            onChanged?.(version);
            onClose();
          },
        })
      }
    >
      <Stack gap="sm">
        <Text fw={600}>{patient}</Text>
        {text}
        {needsReason ? (
          <TextInput
            label="Reason"
            name="reason"
            required
            maxLength={300}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}

function changeOf(asked: Exclude<Asked, 'move'>, reason: string): VisitChange {
  switch (asked) {
    case 'miss':
      return { kind: 'miss', reason };
    case 'cancel-patient':
      return { kind: 'cancel', by: 'patient', reason };
    case 'cancel-clinic':
      return { kind: 'cancel', by: 'clinic', reason };
    case 'reopen':
      return { kind: 'reopen' };
    default:
      return asked satisfies never;
  }
}
