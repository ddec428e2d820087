import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CertificationAct } from '#shared/compliance/certification-act.ts';
import { complianceApi } from '#shared/compliance/contract.ts';
import type { DocumentationPage, PlanVersion } from '#shared/compliance/documentation.ts';
import { PLAN_ELEMENT_LABEL, planElements } from '#shared/compliance/plan-content.ts';
import { canRecordSending } from '#shared/compliance/policy.ts';
import { PLAN_ELEMENTS } from '#shared/compliance/rule-packs.ts';
import { certificationWords, type ComplianceStanding } from '#shared/compliance/standing.ts';
import { addressOf } from '#client/platform/call.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { DocumentActions } from '#client/ui/DocumentActions.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { InitialCertification } from './InitialCertification.tsx';
import { SendingTable } from './SendingTable.tsx';
import classes from './Documentation.module.css';

interface PlanSectionProps {
  page: DocumentationPage;
  standing: ComplianceStanding;
  /** The statement about certification that the record waits for. */
  act: CertificationAct | undefined;
  onRecordSending: () => void;
  onCertify: () => void;
}

/** The plan of care: its content, its certification, its versions and the evidence that they were sent. */
export function PlanSection({ page, standing, act, onRecordSending, onCertify }: PlanSectionProps) {
  const permission = canRecordSending(useSession());
  if (page.versions.length === 0) {
    return (
      <FormSection title="Plan of care">
        <Text c="dimmed">Nothing is prescribed yet: the signed prescription is the plan of care.</Text>
      </FormSection>
    );
  }
  return (
    <FormSection
      title="Plan of care"
      description="Each signed version of the prescription is a plan of care; the physiatrist’s dated statement certifies it."
      actions={
        <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
          <Button size="compact-sm" variant="default" onClick={onRecordSending}>
            Record sending
          </Button>
        </DisabledReason>
      }
    >
      <Standing page={page} standing={standing} act={act} onCertify={onCertify} />
      <Versions page={page} standing={standing} />
      <SendingTable page={page} />
    </FormSection>
  );
}

function Standing({ page, standing, act, onCertify }: Omit<PlanSectionProps, 'onRecordSending'>) {
  const { date } = useClinicTime();
  const { plan } = page;
  const { certification, sending, pack } = standing;
  const said = plan === null ? undefined : planElements(plan);
  return (
    <dl className={classes.pairs}>
      {certification === null ? null : (
        <Pair label="Certification">
          <StatusBadge
            variant="plain"
            tone={
              certification.recertification === 'EXPIRED' || certification.initial === 'OVERDUE'
                ? 'danger'
                : certification.recertification === 'OK'
                  ? 'ok'
                  : 'warning'
            }
          >
            {certificationWords(certification)}
          </StatusBadge>
        </Pair>
      )}
      {certification === null ? null : (
        <Pair label="Initial certification">
          <InitialCertification page={page} standing={certification} act={act} onCertify={onCertify} />
        </Pair>
      )}
      {sending === null || sending.state === 'no-plan' ? null : (
        <Pair label="Sent">
          <StatusBadge variant="plain" tone={SENDING_TONE[sending.state]}>
            {SENDING_WORDS[sending.state]} (due {date(sending.dueOn)})
          </StatusBadge>
        </Pair>
      )}
      {pack.planOfCare === null || said === undefined
        ? null
        : PLAN_ELEMENTS.map((element) => (
            <Pair key={element} label={PLAN_ELEMENT_LABEL[element]}>
              {said[element] ?? (
                <StatusBadge variant="plain" tone="danger">
                  missing: it cannot be certified
                </StatusBadge>
              )}
            </Pair>
          ))}
    </dl>
  );
}

const SENDING_WORDS = {
  sent: 'Evidence on file, in time',
  'sent-late': 'Evidence on file, late',
  due: 'No evidence of sending yet',
  overdue: 'No evidence of sending',
} as const;

const SENDING_TONE = { sent: 'ok', 'sent-late': 'watch', due: 'watch', overdue: 'warning' } as const;

/** Whether a version certifies, and since when. */
function certifiedWords(
  { certifications }: Pick<DocumentationPage, 'certifications'>,
  version: PlanVersion,
  dateTime: (instant: string) => string,
): string {
  if (version.certifiesPlan) return 'certifies the plan';
  const later = certifications.find(({ prescriptionId }) => prescriptionId === version.prescriptionId);
  return later === undefined ? 'order only' : `order; certified ${dateTime(later.certifiedAt)}`;
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Versions({ page, standing }: Pick<PlanSectionProps, 'page' | 'standing'>) {
  const { versions, episode } = page;
  const { date, dateTime } = useClinicTime();
  const address = ({ prescriptionId }: PlanVersion) =>
    addressOf(complianceApi.planOfCare, { params: { episodeId: episode.episodeId, prescriptionId } });
  return (
    <Table aria-label="Versions of the plan of care">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Version</Table.Th>
          <Table.Th>Plan</Table.Th>
          <Table.Th>Signed</Table.Th>
          <Table.Th>Document</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {versions.map((version) => (
          <Table.Tr key={version.prescriptionId}>
            <Table.Th scope="row">
              v{version.versionNumber}
              {version.inForce ? ', in force' : ''}
            </Table.Th>
            <Table.Td>
              {date(version.startsOn)} to {date(version.endsOn)}
            </Table.Td>
            <Table.Td>
              {date(version.signedOn)}, {version.signedBy}
              {standing.certification === null ? (
                ''
              ) : (
                <Text size="xs" c="dimmed">
                  {certifiedWords(page, version, dateTime)}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <DocumentActions
                name={`Plan of care v${version.versionNumber}`}
                address={address(version)}
                size="compact-sm"
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
