import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { proposedDifferences } from '#shared/prescriptions/change-proposal.ts';
import type { ChangeRequest, PrescriptionPage } from '#shared/prescriptions/page.ts';
import { ROLE_LABEL } from '#shared/platform/actor.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';
import { DifferenceList } from '#client/clinical/DifferenceList.tsx';
import { RequestActions } from './RequestActions.tsx';
import { RequestNumbers } from './RequestNumbers.tsx';
import classes from './Contract.module.css';

const STATUS: Record<ChangeRequest['status'], { tone: Tone; words: string }> = {
  open: { tone: 'warning', words: 'waiting for an answer' },
  approved: { tone: 'ok', words: 'approved' },
  'approved-with-changes': { tone: 'ok', words: 'approved with changes' },
  declined: { tone: 'neutral', words: 'declined' },
  withdrawn: { tone: 'neutral', words: 'taken back' },
};

interface RequestCardProps {
  page: PrescriptionPage;
  request: ChangeRequest;
  /** The address names this one. */
  isAsked: boolean;
}

/** One request: what would change, why, the numbers behind it, and what was decided or can be. */
export function RequestCard({ page, request, isAsked }: RequestCardProps) {
  const { dateTime, ago, dateOf } = useClinicTime();
  const { requestedBy, createdAt, status, reason } = request;
  const isOpen = status === 'open';
  const current = page.versions.find((version) => version.inForce);
  const askedOf = page.versions.find((version) => version.prescriptionId === request.prescriptionId);
  const base = isOpen ? (current ?? askedOf) : askedOf;
  return (
    <section
      className={classes.request}
      data-open={isOpen}
      aria-label={`Request of ${requestedBy.name}`}
      data-asked={isAsked}
    >
      <div className={classes.requestHeading}>
        <StatusBadge tone={STATUS[status].tone}>{STATUS[status].words}</StatusBadge>
        <strong>
          {requestedBy.name}, {ROLE_LABEL[requestedBy.role]}
        </strong>
        <Text span size="sm" c="dimmed">
          {dateTime(createdAt)}, {ago(dateOf(createdAt))}
          {base === undefined ? '' : `, about version ${askedOf?.versionNumber ?? base.versionNumber}`}
        </Text>
      </div>
      {base === undefined ? null : (
        <DifferenceList
          differences={proposedDifferences(base.content, request.proposal)}
          none={`Version ${base.versionNumber} already permits what was asked.`}
          label="What would change"
        />
      )}
      <Text>
        <strong>Why:</strong> {reason}
      </Text>
      <RequestNumbers supporting={request.supporting} />
      {isOpen ? <RequestActions page={page} request={request} /> : <Outcome page={page} request={request} />}
    </section>
  );
}

function Outcome({ page, request }: { page: PrescriptionPage; request: ChangeRequest }) {
  const { dateTime } = useClinicTime();
  const { decidedBy, decidedAt, decisionNote, resultPrescriptionId } = request;
  const result = page.versions.find((version) => version.prescriptionId === resultPrescriptionId);
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {decidedBy === null || decidedAt === null
          ? ''
          : `${STATUS[request.status].words} by ${decidedBy.name}, ${dateTime(decidedAt)}`}
        {decisionNote === null || decisionNote === '' ? '' : `: ${decisionNote}`}
      </Text>
      {result === undefined ? null : (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              from="/episodes/$episodeId/prescription"
              to="."
              search={{ view: 'history', version: result.versionNumber }}
            />
          )}
        >
          Version {result.versionNumber}
        </Anchor>
      )}
    </Group>
  );
}
