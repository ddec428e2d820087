import { Button, Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { PatientChart } from '#shared/patients/chart.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { ChartBanner } from './ChartBanner.tsx';

interface AddPanelProps {
  chart: PatientChart;
  title: string;
  submitLabel: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  error: unknown;
  keepsDraft: boolean;
  children: ReactNode;
}

/** A form about the patient in a panel: their banner on top, the refusal above the fields, one button. */
export function AddPanel(props: AddPanelProps) {
  const { chart, title, submitLabel, onSubmit, onClose, busy, error, keepsDraft, children } = props;
  const formId = useId();
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={title}
      banner={<ChartBanner chart={chart} />}
      keepsDraft={keepsDraft}
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
