import { Text, TextInput } from '@mantine/core';
import { z } from 'zod';
import { JOINS_FOR_DAYS, type SentReferral } from '#shared/orders/referral.ts';
import { addDays } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FieldRow } from '#client/ui/FieldRow.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useAcceptOutside } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({ toName: z.string(), acceptedOn: z.string(), teamUntil: z.string() });

/** Notes that somebody outside has accepted: their name, the day, and until when they belong to the team. */
export function AcceptOutsideForm({
  header,
  onClose,
  referral,
}: OrderFormProps & { referral: SentReferral }) {
  const { date } = useClinicTime();
  const { today } = header;
  const form = useKeptForm(`accepted:${referral.referralId}`, Typed, {
    toName: referral.to ?? '',
    acceptedOn: today,
    teamUntil: referral.teamUntil ?? addDays(today, JOINS_FOR_DAYS),
  });
  const { value, set } = form;
  const accept = useAcceptOutside(header.episodeId, referral.referralId);
  const submit = () =>
    accept.mutate(
      {
        ...value,
        teamUntil: value.teamUntil === '' ? null : value.teamUntil,
        expectedVersion: referral.version,
      },
      {
        onSuccess: () => {
          form.sent();
          showNote('The acceptance is noted.');
          onClose();
        },
      },
    );
  return (
    <ActPanel
      header={header}
      title={`Accepted: ${referral.specialty}`}
      submitLabel="Note that it was accepted"
      busy={accept.isPending}
      error={accept.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Sent {date(referral.sentOn)} by {referral.referredBy}: {referral.question}
      </Text>
      <TextInput
        label="Who accepted"
        name="toName"
        required
        value={value.toName}
        onChange={(event) => set({ toName: event.currentTarget.value })}
      />
      <FieldRow>
        <PlainDateField
          label="On"
          name="acceptedOn"
          min={referral.sentOn}
          max={today}
          value={value.acceptedOn}
          onChange={(acceptedOn) => set({ acceptedOn })}
        />
        <PlainDateField
          label="Belongs to the team until"
          name="teamUntil"
          min={today}
          value={value.teamUntil}
          onChange={(teamUntil) => set({ teamUntil })}
        />
      </FieldRow>
      <Text size="sm" c="dimmed">
        Named on the team until that day. Somebody outside has no account: what they write is entered here.
      </Text>
    </ActPanel>
  );
}
