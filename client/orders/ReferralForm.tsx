import { Autocomplete, Checkbox, Textarea } from '@mantine/core';
import { z } from 'zod';
import { SPECIALTIES } from '#shared/orders/model.ts';
import { showNote } from '#client/ui/show-note.ts';
import { type OrderFormProps, OrderPanel } from './OrderPanel.tsx';
import { useRefer } from './queries.ts';
import { useKeptForm } from './use-kept-form.ts';

const Typed = z.object({ specialty: z.string(), surgicalOpinion: z.boolean(), question: z.string() });

/** Refers to another specialty. */
export function ReferralForm({ header, onClose }: OrderFormProps) {
  const form = useKeptForm(`referral:${header.episodeId}`, Typed, {
    specialty: '',
    surgicalOpinion: false,
    question: '',
  });
  const { value, set } = form;
  const refer = useRefer(header.episodeId);
  const submit = () =>
    refer.mutate(value, {
      onSuccess: () => {
        form.sent();
        showNote('Sent.');
        onClose();
      },
    });
  return (
    <OrderPanel
      header={header}
      title="Refer"
      submitLabel="Send referral"
      busy={refer.isPending}
      error={refer.error}
      keepsDraft={form.isTouched}
      onSubmit={submit}
      onClose={onClose}
    >
      <Autocomplete
        label="Specialty"
        name="specialty"
        required
        data={[...SPECIALTIES]}
        value={value.specialty}
        onChange={(specialty) => set({ specialty })}
      />
      <Checkbox
        label="A surgical opinion is asked for"
        name="surgicalOpinion"
        checked={value.surgicalOpinion}
        onChange={(event) => set({ surgicalOpinion: event.currentTarget.checked })}
      />
      <Textarea
        label="Question"
        name="question"
        required
        autosize
        minRows={4}
        value={value.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
      />
    </OrderPanel>
  );
}
