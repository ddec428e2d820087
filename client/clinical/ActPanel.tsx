import { bannerOf, type EpisodeHeader } from '#shared/patients/episode-header.ts';
import { FormPanel, type FormPanelProps } from '#client/ui/FormPanel.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';

/** A form about an episode, with its patient on top. */
export function ActPanel({ header, ...panel }: Omit<FormPanelProps, 'banner'> & { header: EpisodeHeader }) {
  return <FormPanel {...panel} banner={<PatientBanner {...bannerOf(header)} />} />;
}
