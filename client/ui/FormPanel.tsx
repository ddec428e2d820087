import { Button, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { ProblemAlert } from './ProblemAlert.tsx';
import { SideWorkspace } from './SideWorkspace.tsx';

export interface FormPanelProps {
  title: string;
  /** Whose patient it is about. */
  banner: ReactNode;
  /** The act, as a verb. */
  submitLabel: string;
  busy: boolean;
  error: unknown;
  keepsDraft: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form about one act, over the page: the patient on top, the refusal above the fields, one button. */
export function FormPanel(props: FormPanelProps) {
  const { title, banner, submitLabel, busy, error, keepsDraft, onSubmit, onClose, children } = props;
  const formId = useId();
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      keepsDraft={keepsDraft}
      banner={banner}
      footer={
        <Button type="submit" form={formId} loading={busy}>
          {submitLabel}
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={error} />
          {children}
        </Stack>
      </form>
    </SideWorkspace>
  );
}
