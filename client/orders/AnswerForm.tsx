import { Text, Textarea } from '@mantine/core';
import { z } from 'zod';
import type { SentReferral } from '#shared/orders/referral.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useAnswerReferral } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({
  status: z.enum(['answered', 'declined', 'cancelled']),
  answeredOn: z.string(),
  answer: z.string(),
});

/** Enters what became of a referral. */
export function AnswerForm({ header, onClose, referral }: OrderFormProps & { referral: SentReferral }) {
  const { date } = useClinicTime();
  const { today } = header;
  const form = useKeptForm(`answer:${referral.referralId}`, Typed, {
    status: 'answered',
    answeredOn: today,
    answer: '',
  });
  const { value, set } = form;
  const answer = useAnswerReferral(header.episodeId, referral.referralId);
  const submit = () =>
    answer.mutate(
      { ...value, expectedVersion: referral.version },
      {
        onSuccess: () => {
          form.sent();
          showNote('The answer is entered.');
          onClose();
        },
      },
    );
  return (
    <ActPanel
      header={header}
      title={`Answer: ${referral.specialty}`}
      submitLabel="Enter answer"
      busy={answer.isPending}
      error={answer.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Sent {date(referral.sentOn)} by {referral.referredBy}: {referral.question}
      </Text>
      <ChoiceField
        label="What became of it"
        name="status"
        choices={[
          { value: 'answered', label: 'answered' },
          { value: 'declined', label: 'declined' },
          { value: 'cancelled', label: 'no longer needed' },
        ]}
        value={value.status}
        onChange={(status) => set({ status })}
      />
      <PlainDateField
        label="On"
        name="answeredOn"
        min={referral.sentOn}
        max={today}
        value={value.answeredOn}
        onChange={(answeredOn) => set({ answeredOn })}
      />
      <Textarea
        label={value.status === 'answered' ? 'Answer' : 'Reason'}
        name="answer"
        required
        autosize
        minRows={5}
        value={value.answer}
        onChange={(event) => set({ answer: event.currentTarget.value })}
      />
    </ActPanel>
  );
}
