import { Button, Group, Text } from '@mantine/core';
import type { CertificationAct } from '#shared/compliance/certification-act.ts';
import type { DocumentationPage } from '#shared/compliance/documentation.ts';
import type { EpisodeCertification } from '#shared/compliance/episode-certification.ts';
import { canCertify } from '#shared/compliance/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';

interface InitialCertificationProps {
  page: DocumentationPage;
  standing: EpisodeCertification;
  act: CertificationAct | undefined;
  onCertify: () => void;
}

const TONE = {
  CERTIFIED_BY_SIGNATURE: 'ok',
  CERTIFIED_BY_ORDER: 'ok',
  CERTIFIED_DELAYED: 'watch',
  PENDING: 'watch',
  OVERDUE: 'danger',
} as const;

/** What the initial certification rests on, and the act that clears what is missing (rules.md 1.2). */
export function InitialCertification({ page, standing, act, onCertify }: InitialCertificationProps) {
  const { date, dateTime } = useClinicTime();
  const may = canCertify(useSession());
  const { initial, initialDueOn, signedOn, careUntil } = standing;
  const words = {
    CERTIFIED_BY_SIGNATURE: `By signature, ${signedOn === null ? '' : date(signedOn)}`,
    CERTIFIED_DELAYED: `Delayed: signed ${signedOn === null ? '' : date(signedOn)}, due ${date(initialDueOn)}`,
    CERTIFIED_BY_ORDER: 'By the signed order and the plan sent in time',
    PENDING: `Not certified yet, due ${date(initialDueOn)}`,
    OVERDUE: `Not certified, was due ${date(initialDueOn)}`,
  };
  const stated = page.certifications.filter(({ reason }) => reason !== null);
  return (
    <>
      <Group gap="sm" wrap="wrap">
        <StatusBadge variant="plain" tone={TONE[initial]}>
          {words[initial]}
        </StatusBadge>
        {act === undefined ? null : (
          <DisabledReason reason={may.allowed ? undefined : may.sentence}>
            <Button size="compact-sm" variant="default" onClick={onCertify}>
              {act.kind === 'certify' ? `Certify v${act.version.versionNumber}` : 'Give the reason'}
            </Button>
          </DisabledReason>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {EXPLAINED[initial]}
        {initial === 'OVERDUE' && careUntil !== null && page.today <= careUntil
          ? ` The payer was corrected while treatment ran: it goes on until ${date(careUntil)}.`
          : ''}
      </Text>
      {stated.map((one) => (
        <Text size="sm" key={one.planCertificationId}>
          v{one.versionNumber} late because: {one.reason}. {one.certifiedBy}, {dateTime(one.certifiedAt)}
          {one.involvement === null ? '' : `. Involvement meanwhile: ${one.involvement}`}
        </Text>
      ))}
    </>
  );
}

/** CERT-4 to CERT-7 in words. */
const EXPLAINED = {
  CERTIFIED_BY_SIGNATURE: '',
  CERTIFIED_DELAYED: 'Allowed with a reason; it stops no needed care.',
  CERTIFIED_BY_ORDER:
    'The referrer’s silence is treated as agreement; the referrer can still change the plan. Recertification needs a dated signature.',
  PENDING:
    'The signature is the order. Record that the plan was sent in time, or the physiatrist certifies it.',
  OVERDUE:
    'The signature is the order, and no sending in time is on record: the physiatrist certifies it late, with the reason.',
} as const;
