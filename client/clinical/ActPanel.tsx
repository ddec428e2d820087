import { Button, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { bannerOf, type EpisodeHeader } from '#shared/patients/episode-header.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';

interface ActPanelProps {
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

/** A short form about one act, over the page, with the patient on top. */
export function ActPanel(props: ActPanelProps) {
  const { header, title, submitLabel, busy, error, keepsDraft, onSubmit, onClose, children } = props;
  const formId = useId();
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      keepsDraft={keepsDraft}
      banner={<PatientBanner {...bannerOf(header)} />}
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
