import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { restOn } from '#shared/orders/therapy-rest.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { plannableQuery, useMoveSession, type VisitPlace } from './queries.ts';
import { RestNotice } from './RestNotice.tsx';
import { SlotFields, type SlotForm } from './SlotFields.tsx';

interface MoveSessionPanelProps {
  visit: VisitPlace;
  session: Pick<SessionHead, 'scheduledAt' | 'endsAt' | 'sessionDate' | 'therapistId'>;
  /** Whose visit it is. */
  patient: string;
  onClose: () => void;
}

/** Moves a planned session. */
export function MoveSessionPanel({ visit, session, patient, onClose }: MoveSessionPanelProps) {
  const { time, dateTime } = useClinicTime();
  const move = useMoveSession(visit);
  const episode = useQuery(plannableQuery).data?.episodes.find((one) => one.episodeId === visit.episodeId);
  const [form, setForm] = useState<SlotForm>({
    date: session.sessionDate,
    time: time(session.scheduledAt),
    durationMinutes: Math.round((Date.parse(session.endsAt) - Date.parse(session.scheduledAt)) / 60_000),
    therapistId: session.therapistId,
    asGroup: false,
  });
  const procedures = episode?.procedures ?? [];
  const submit = () => {
    const date = PlainDate.safeParse(form.date).data;
    const therapistId = StaffMemberId.safeParse(form.therapistId).data;
    if (date === undefined || therapistId === undefined || form.durationMinutes === null) return;
    move.mutate(
      { date, time: form.time, durationMinutes: form.durationMinutes, therapistId, asGroup: form.asGroup },
      {
        onSuccess: ({ scheduledAt }) => {
          showNote(`Moved to ${dateTime(scheduledAt)}.`);
          onClose();
        },
      },
    );
  };
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={`Move the session: ${patient}`}
      width={32}
      footer={
        <DisabledReason
          reason={restOn(procedures, form.date) === undefined ? undefined : 'Choose a day after the rest.'}
        >
          <Button loading={move.isPending} onClick={submit}>
            Move
          </Button>
        </DisabledReason>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={move.error} />
        <RestNotice
          procedures={procedures}
          date={form.date}
          onChoose={(date) => setForm((old) => ({ ...old, date }))}
        />
        <SlotFields
          form={form}
          therapists={episode?.therapists ?? []}
          errorOf={fieldErrorsOf(move.error)}
          onChange={(part) => setForm((old) => ({ ...old, ...part }))}
        />
      </Stack>
    </SideWorkspace>
  );
}
