import { Group } from '@mantine/core';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { onsetWords } from '#shared/patients/onset.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

/** Who, what for, what must not happen, and which version is in force. */
export function ReviewBanner({ review, asHeading = false }: { review: Review; asHeading?: boolean }) {
  const { date } = useClinicTime();
  const { header, episode, prescriptions } = review;
  const current = prescriptions.find((version) => version.inForce);
  const words = bannerOf(header);
  const onset = onsetWords(header.onset, date);
  return (
    <PatientBanner
      {...words}
      {...(asHeading ? { chartOf: review.patientId } : {})}
      diagnosis={[words.diagnosis, onset].filter(Boolean).join(', ')}
      asHeading={asHeading}
      chips={
        <Group gap="xs" wrap="nowrap">
          {episode.status === 'closed' ? (
            <StatusBadge tone="neutral">
              closed {episode.closedOn === null ? '' : date(episode.closedOn)}
            </StatusBadge>
          ) : null}
          {current === undefined ? null : (
            <StatusBadge tone="info">v{current.versionNumber} in force</StatusBadge>
          )}
        </Group>
      }
    />
  );
}
