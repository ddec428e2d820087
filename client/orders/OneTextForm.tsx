import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { showNote } from '#client/ui/show-note.ts';
import { ActPanel } from '#client/clinical/ActPanel.tsx';
import type { OrderFormProps } from './order-form-props.ts';
import { useKeptForm } from './use-kept-form.ts';

interface OneTextFormProps extends OrderFormProps {
  /** Names the kept text: form and object. */
  draftKey: string;
  title: string;
  submitLabel: string;
  /** The field's label, and its name in what is sent. */
  label: string;
  name: string;
  /** Said once it worked. */
  done: string;
  submission: {
    isPending: boolean;
    error: unknown;
    mutate: (text: string, options: { onSuccess: () => void }) => void;
  };
  /** What it is about, above the field. */
  children?: ReactNode;
}

const Typed = z.object({ text: z.string() });
const EMPTY = { text: '' };

/** A form that asks for one text: a reading, a reason, a complication. */
export function OneTextForm(props: OneTextFormProps) {
  const { header, onClose, draftKey, title, submitLabel, label, name, done, submission, children } = props;
  const form = useKeptForm(draftKey, Typed, EMPTY);
  return (
    <ActPanel
      header={header}
      title={title}
      submitLabel={submitLabel}
      busy={submission.isPending}
      error={submission.error}
      keepsDraft={form.isTouched}
      onClose={onClose}
      onSubmit={() =>
        submission.mutate(form.value.text, {
          onSuccess: () => {
            form.sent();
            showNote(done);
            onClose();
          },
        })
      }
    >
      {children}
      <Textarea
        label={label}
        name={name}
        required
        autosize
        minRows={4}
        value={form.value.text}
        onChange={(event) => form.set({ text: event.currentTarget.value })}
      />
    </ActPanel>
  );
}
