import type { PatientChart } from '#shared/patients/chart.ts';
import { FormPanel, type FormPanelProps } from '#client/ui/FormPanel.tsx';
import { ChartBanner } from './ChartBanner.tsx';

/** A form about a patient's chart, with their banner on top. */
export function AddPanel({ chart, ...panel }: Omit<FormPanelProps, 'banner'> & { chart: PatientChart }) {
  return <FormPanel {...panel} banner={<ChartBanner chart={chart} />} />;
}
