import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
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
        chips={
          <>
            {header.status === 'closed' ? <StatusBadge tone="neutral">episode closed</StatusBadge> : null}
            <Anchor component={Link} to={`/patients/${header.patientId}`} size="sm" data-no-print>
              Chart
            </Anchor>
          </>
        }
      />
    </div>
  );
}
