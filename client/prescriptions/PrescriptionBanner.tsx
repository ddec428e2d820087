import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { bannerOf } from '#shared/patients/episode-header.ts';
import type { PrescriptionPage } from '#shared/prescriptions/page.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { EpisodeMenu } from '#client/ui/EpisodeMenu.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

const BESIDE = ['prescription', 'review'] as const;

/** Who is treated, for what, and what is in force. */
export function PrescriptionBanner({ page }: { page: PrescriptionPage }) {
  const { date } = useClinicTime();
  const { header, versions, unread } = page;
  const current = versions.find((version) => version.inForce);
  const [last] = versions;
  return (
    <PatientBanner
      {...bannerOf(header)}
      chartOf={header.patientId}
      chips={
        <>
          {header.status === 'closed' ? <StatusBadge tone="neutral">episode closed</StatusBadge> : null}
          {current !== undefined ? (
            <StatusBadge tone="ok">
              v{current.versionNumber} in force since {date(current.startsOn)}
            </StatusBadge>
          ) : last !== undefined ? (
            <StatusBadge tone="danger">v{last.versionNumber} stopped</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">nothing prescribed yet</StatusBadge>
          )}
          {unread ? <StatusBadge tone="info">unread change</StatusBadge> : null}
          <Anchor
            size="sm"
            data-no-print
            renderRoot={(props) => (
              <Link {...props} to="/episodes/$episodeId/review" params={{ episodeId: header.episodeId }} />
            )}
          >
            Review
          </Anchor>
          <EpisodeMenu episodeId={header.episodeId} without={BESIDE} />
        </>
      }
    />
  );
}
