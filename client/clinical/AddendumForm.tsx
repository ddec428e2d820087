import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { NewAddendum } from '#shared/corrections/addendum.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FormPanel } from '#client/ui/FormPanel.tsx';
import { showNote } from '#client/ui/show-note.ts';

const Written = z.object({ reason: z.string(), text: z.string() });
const NOTHING = { reason: '', text: '' };

export interface AddendumFormProps {
  /** What is added to, in the title: "signed evaluation". */
  what: string;
  /** Whose words are kept on this device until they are added. */
  subjectId: string;
  banner: ReactNode;
  add: {
    mutate: (addendum: NewAddendum, then: { onSuccess: () => void }) => void;
    isPending: boolean;
    error: unknown;
  };
  onClose: () => void;
}

/** Adds to something signed; the words before it stay. */
export function AddendumForm({ what, subjectId, banner, add, onClose }: AddendumFormProps) {
  const form = useDraftForm(`addendum:${subjectId}`, Written, NOTHING);
  const errorOf = fieldErrorsOf(add.error);
  const submit = () =>
    add.mutate(form.value, {
      onSuccess: () => {
        form.clear();
        showNote('Added.');
        onClose();
      },
    });
  return (
    <FormPanel
      title={`Add to the ${what}`}
      submitLabel="Add and sign"
      banner={banner}
      busy={add.isPending}
      error={add.error}
      keepsDraft={form.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Reason"
        name="reason"
        required
        maxLength={300}
        placeholder="left out, corrected, result arrived"
        value={form.value.reason}
        error={errorOf('reason')}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
      <Textarea
        label="What is added"
        description="What was signed stays as it is; this stands below it with your name and the time."
        name="text"
        required
        autosize
        minRows={5}
        maxLength={4000}
        value={form.value.text}
        error={errorOf('text')}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
    </FormPanel>
  );
}
