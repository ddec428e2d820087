import { bannerOf, type EpisodeHeader } from '#shared/patients/episode-header.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import classes from './Evaluation.module.css';

/** Who this evaluation is about: in sight however far down the reader is. */
export function EpisodeBanner({ header }: { header: EpisodeHeader }) {
  return (
    <div className={classes.banner}>
      <PatientBanner
        {...bannerOf(header)}
        chartOf={header.patientId}
        chips={
          header.status === 'closed' ? <StatusBadge tone="neutral">episode closed</StatusBadge> : undefined
        }
      />
    </div>
  );
}
