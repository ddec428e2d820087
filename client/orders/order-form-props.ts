import type { EpisodeHeader } from '#shared/patients/episode-header.ts';

/** What every form of this slice is given. */
export interface OrderFormProps {
  header: EpisodeHeader;
  onClose: () => void;
}
