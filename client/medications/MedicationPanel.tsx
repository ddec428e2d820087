import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import type { Medications } from './queries.ts';

interface MedicationPanelProps {
  list: Medications;
  title: string;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  keepsDraft: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form about one drug over the page, with the patient on top. */
export function MedicationPanel(props: MedicationPanelProps) {
  const { list, title, submitLabel, busy, error, keepsDraft, onSubmit, onClose, children } = props;
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      keepsDraft={keepsDraft}
      banner={<PatientBanner {...bannerOf(list.header)} />}
      footer={
        <Button type="submit" form="medication-form" loading={busy}>
          {submitLabel}
        </Button>
      }
    >
      <form
        id="medication-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="sm">
          <ProblemAlert error={error} />
          {children}
        </Stack>
      </form>
    </SideWorkspace>
  );
}
