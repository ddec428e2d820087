import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { bannerOf, type EpisodeHeader } from '#shared/patients/episode-header.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';

interface OrderPanelProps {
  header: EpisodeHeader;
  title: string;
  /** The act, as a verb. */
  submitLabel: string;
  busy: boolean;
  error: unknown;
  keepsDraft: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form over the page, with the patient on top. */
export function OrderPanel(props: OrderPanelProps) {
  const { header, title, submitLabel, busy, error, keepsDraft, onSubmit, onClose, children } = props;
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      keepsDraft={keepsDraft}
      banner={<PatientBanner {...bannerOf(header)} />}
      footer={
        <Button type="submit" form="order-form" loading={busy}>
          {submitLabel}
        </Button>
      }
    >
      <form
        id="order-form"
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

/** What every form of this slice is given. */
export interface OrderFormProps {
  header: EpisodeHeader;
  onClose: () => void;
}
