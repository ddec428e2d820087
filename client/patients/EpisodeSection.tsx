import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { complianceBadges } from '#shared/compliance/badges.ts';
import type { ChartEpisode, PatientChart } from '#shared/patients/chart.ts';
import { onsetWords } from '#shared/patients/onset.ts';
import { canChangeEpisode } from '#shared/patients/policy.ts';
import { canAcknowledge } from '#shared/prescriptions/policy.ts';
import { PAYER_LABEL, regionWords } from '#shared/patients/model.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { canReportDangerSign } from '#shared/sessions/policy.ts';
import { useSession } from '#client/platform/session.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { BadgeLinks } from '#client/ui/BadgeLinks.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { EPISODE_PAGES } from '#client/ui/episode-pages.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { useChartPanel } from './use-panel.ts';
import classes from './Chart.module.css';

/** Each course of care, open ones first, with the way to its review. */
export function EpisodeSection({ chart }: { chart: PatientChart }) {
  return (
    <FormSection title="Episodes of care">
      {chart.episodes.length === 0 ? (
        <Text c="dimmed">No episode yet. Accepting a request for care opens one.</Text>
      ) : (
        <div>
          {chart.episodes.map((episode) => (
            <Episode
              key={episode.episodeId}
              episode={episode}
              patientId={chart.patient.patientId}
              isClinical={chart.clinical}
            />
          ))}
        </div>
      )}
    </FormSection>
  );
}

/** "knee, right" */
const placeOf = ({ bodyRegion, side }: ChartEpisode): string => {
  return [regionWords(bodyRegion), side === 'both' ? 'both sides' : side].filter(Boolean).join(', ');
};

interface EpisodeProps {
  episode: PatientChart['episodes'][number];
  patientId: PatientId;
  isClinical: boolean;
}

function Episode({ episode, patientId, isClinical }: EpisodeProps) {
  const { date } = useClinicTime();
  const session = useSession();
  const correcting = canChangeEpisode(session);
  const { compliance, episodeId } = episode;
  const waiting =
    compliance === null ? [] : complianceBadges(compliance, { episodeId, patientId }, episode.today);
  // An administrator sees amounts, not what the clinicians write.
  const badges = waiting.filter(({ code }) => isClinical || code === 'KX' || code === 'MEDICAL_REVIEW');
  const { open } = useChartPanel();
  const onset = onsetWords(episode.onset, date);
  const isOpen = episode.status === 'open';
  return (
    <section className={classes.episode} aria-label={episode.concern}>
      <div>
        <Text fw={600} component="span">
          {episode.concern}
        </Text>{' '}
        {isOpen ? null : (
          <StatusBadge tone="neutral" variant="plain">
            Closed {episode.closedOn === null ? '' : date(episode.closedOn)}
          </StatusBadge>
        )}
        <Text size="sm" c="dimmed">
          {placeOf(episode)} · opened {date(episode.openedOn)}
          {onset === undefined ? '' : `, ${onset}`} · {episode.clinicName} ·{' '}
          {PAYER_LABEL[episode.payerProfile]}
          {episode.closeReason === null ? '' : ` · ${episode.closeReason}`}
        </Text>
        <BadgeLinks badges={badges} />
        {isOpen ? <InForce episode={episode} /> : null}
      </div>
      <Group component="nav" aria-label="Pages of this episode" gap="md" data-no-print>
        {isClinical ? <ClinicalLinks episode={episode} /> : null}
        {compliance === null ? null : (
          <Anchor component={Link} to={`/patients/${patientId}/therapy-amounts`}>
            Therapy amounts
          </Anchor>
        )}
        {isOpen && canReportDangerSign(session).allowed ? (
          <Button
            onClick={() => open('danger-sign', episode.episodeId)}
            size="compact-sm"
            variant="light"
            color="red"
            aria-label={`Report a danger sign: ${episode.concern}`}
          >
            Report a danger sign
          </Button>
        ) : null}
        {isOpen ? (
          <DisabledReason reason={correcting.allowed ? undefined : correcting.sentence}>
            <Button
              onClick={() => open('episode', episode.episodeId)}
              size="compact-sm"
              variant="default"
              aria-label={`Correct ${episode.concern}`}
            >
              Correct
            </Button>
          </DisabledReason>
        ) : null}
      </Group>
    </section>
  );
}

/** Which version is in force, and that it is new to a therapist who has not marked it as read. */
function InForce({ episode: { episodeId, prescription } }: Pick<EpisodeProps, 'episode'>) {
  const { date } = useClinicTime();
  const reads = canAcknowledge(useSession()).allowed;
  if (prescription == null) return null;
  const { versionNumber, startsOn, endsOn, signedBy, acknowledged } = prescription;
  return (
    <Text size="sm">
      Prescription v{versionNumber} in force, {date(startsOn)} to {date(endsOn)}, signed by {signedBy}
      {acknowledged || !reads ? null : (
        <>
          {' '}
          <StatusBadge tone="watch">v{versionNumber} unread</StatusBadge>{' '}
          <Anchor component={Link} to={`/episodes/${episodeId}/prescription`}>
            Read what changed
          </Anchor>
        </>
      )}
    </Text>
  );
}

function ClinicalLinks({ episode: { episodeId, concern } }: { episode: ChartEpisode }) {
  return EPISODE_PAGES.map(({ id, label }) => (
    <Anchor key={id} component={Link} to={`/episodes/${episodeId}/${id}`} aria-label={`${label}: ${concern}`}>
      {label}
    </Anchor>
  ));
}
