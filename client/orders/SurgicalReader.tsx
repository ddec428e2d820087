import { Group, Stack, Text } from '@mantine/core';
import { recordSections } from '#shared/orders/surgical-sections.ts';
import { SURGICAL_DECISION_LABEL, type SurgicalEvaluation } from '#shared/orders/surgical.ts';
import type { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { daysOverdue } from '#shared/orders/referral.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { SURGICAL_STATE } from './order-words.ts';
import { RecordBlocks } from './RecordBlocks.tsx';
import { SurgicalLetter } from './SurgicalLetter.tsx';
import { SurgicalNext } from './SurgicalNext.tsx';

interface SurgicalReaderProps {
  header: EpisodeHeader;
  evaluation: SurgicalEvaluation;
}

/** A signed question: where it stands, what comes next, and all that was signed. */
export function SurgicalReader({ header, evaluation }: SurgicalReaderProps) {
  const { tone, words } = SURGICAL_STATE[evaluation.state];
  return (
    <Stack gap="md">
      <FormSection
        title="Where it stands"
        actions={
          <Group gap="sm" data-no-print>
            <SurgicalLetter episodeId={header.episodeId} evaluation={evaluation} />
          </Group>
        }
      >
        <Group>
          <StatusBadge tone={tone}>{words}</StatusBadge>
        </Group>
        <Course evaluation={evaluation} />
        <SurgicalNext header={header} evaluation={evaluation} />
      </FormSection>
      <FormSection title={`To ${[evaluation.addressee, evaluation.specialty].filter(Boolean).join(', ')}`}>
        <Text fw={600} style={{ whiteSpace: 'pre-wrap' }}>
          {evaluation.question}
        </Text>
        <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {evaluation.summary}
        </Text>
      </FormSection>
      <FormSection title="The record, as signed">
        <RecordBlocks sections={recordSections(evaluation.record)} />
      </FormSection>
    </Stack>
  );
}

/** What has happened to it, one line each. */
function Course({ evaluation }: { evaluation: SurgicalEvaluation }) {
  const { date, dateTime, ago, today } = useClinicTime();
  const { referral } = evaluation;
  const late = referral === null ? 0 : daysOverdue(referral, today);
  return (
    <Stack gap={2} mt="xs">
      <Text size="sm">
        Signed {evaluation.signedAt === null ? '' : dateTime(evaluation.signedAt)} by {evaluation.signedBy}
      </Text>
      {referral === null ? null : (
        <Text size="sm">
          Sent {date(referral.sentOn)} ({ago(referral.sentOn)}) by {evaluation.sentHow}
          {referral.answeredOn !== null || referral.answerDueOn === null
            ? ''
            : late > 0
              ? `; the answer is ${late} days overdue`
              : `; an answer is expected by ${date(referral.answerDueOn)}`}
        </Text>
      )}
      {referral?.answer == null ? null : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {referral.status === 'declined' ? 'Declined' : 'Answered'}{' '}
          {referral.answeredOn === null ? '' : date(referral.answeredOn)}: {referral.answer}
        </Text>
      )}
      {evaluation.decision === null || evaluation.decidedOn === null ? null : (
        <Text size="sm">
          Decided {date(evaluation.decidedOn)} by {evaluation.decidedBy}:{' '}
          {SURGICAL_DECISION_LABEL[evaluation.decision]}. {evaluation.decisionNote}
        </Text>
      )}
    </Stack>
  );
}
