import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Review } from '#shared/oversight/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

const SEX: Record<string, string> = { female: 'F', male: 'M', other: 'other', unknown: 'sex unknown' };

/** Who, what for, what must not happen, and which version is in force. */
export function ReviewBanner({ review, asHeading = false }: { review: Review; asHeading?: boolean }) {
  const { date } = useClinicTime();
  const { patient, episode, precautions, prescriptions } = review;
  const current = prescriptions.find((version) => version.inForce);
  const forbidden = precautions.filter((precaution) => precaution.level === 'contraindicated').length;
  const sources = [
    ...new Set(
      precautions.map(
        (precaution) => precaution.comorbidity?.replaceAll('-', ' ') ?? precaution.intervention,
      ),
    ),
  ];
  return (
    <PatientBanner
      name={patient.name}
      birthDate={patient.birthDate}
      sex={SEX[patient.sex] ?? patient.sex}
      recordNumber={patient.mrn}
      asHeading={asHeading}
      diagnosis={`${episode.diagnosis}${episode.onsetOn === null ? '' : `, onset ${date(episode.onsetOn)}`}`}
      precautions={
        precautions.length === 0
          ? current === undefined
            ? 'nothing prescribed yet'
            : 'none known'
          : `${sources.join(', ')}${forbidden > 0 ? ` (${forbidden} contraindicated)` : ''}`
      }
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
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/patients/$patientId" params={{ patientId: review.patientId }} />
            )}
          >
            Chart
          </Anchor>
        </Group>
      }
    />
  );
}
