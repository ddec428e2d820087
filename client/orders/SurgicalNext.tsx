import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { canEnterReport, canRefer, canSendLetter } from '#shared/orders/policy.ts';
import {
  SENT_HOW,
  SURGICAL_DECISION_LABEL,
  SURGICAL_DECISIONS,
  type SurgicalDecision,
  type SurgicalEvaluation,
} from '#shared/orders/surgical.ts';
import type { EpisodeHeader } from '#shared/patients/episode-header.ts';
import type { Permission } from '#shared/platform/actor.ts';
import { useSession } from '#client/platform/session.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useAnswerReferral } from './queries.ts';
import { useDecideSurgical, useSendSurgical } from './surgical-queries.ts';

interface NextProps {
  header: EpisodeHeader;
  evaluation: SurgicalEvaluation;
}

/** The one thing that comes next: send it, enter the answer, or decide. */
export function SurgicalNext(props: NextProps) {
  switch (props.evaluation.state) {
    case 'signed':
      return <Send {...props} />;
    case 'sent':
      return <Answer {...props} />;
    case 'answered':
    case 'declined':
      return <Decide {...props} />;
    default:
      return null;
  }
}

const reasonOf = (permission: Permission) => (permission.allowed ? undefined : permission.sentence);

function Send({ header, evaluation }: NextProps) {
  const [how, setHow] = useState<(typeof SENT_HOW)[number]>('secure message');
  const send = useSendSurgical(header.episodeId, evaluation.surgicalEvaluationId);
  return (
    <Stack gap="sm" mt="md" maw={720} data-no-print>
      <ProblemAlert error={send.error} />
      <ChoiceField
        label="How it is sent"
        name="how"
        choices={SENT_HOW.map((value) => ({ value, label: value }))}
        value={how}
        onChange={setHow}
      />
      <Group>
        <DisabledReason reason={reasonOf(canSendLetter(useSession()))}>
          <Button
            loading={send.isPending}
            onClick={() =>
              send.mutate(
                { how, expectedVersion: evaluation.version },
                { onSuccess: () => showNote('Noted as sent. The answer is awaited.') },
              )
            }
          >
            Note that it was sent
          </Button>
        </DisabledReason>
      </Group>
    </Stack>
  );
}

function Answer({ header, evaluation }: NextProps) {
  const { today } = header;
  const { referral } = evaluation;
  const [status, setStatus] = useState<'answered' | 'declined'>('answered');
  const [answer, setAnswer] = useState('');
  const [answeredOn, setAnsweredOn] = useState<string>(today);
  const enter = useAnswerReferral(header.episodeId, referral?.referralId ?? '');
  const permission = canEnterReport(useSession());
  if (referral === null) return null;
  return (
    <Stack gap="sm" mt="md" maw={720} data-no-print>
      <ProblemAlert error={enter.error} />
      <ChoiceField
        label="The surgeon"
        name="status"
        choices={[
          { value: 'answered', label: 'answered' },
          { value: 'declined', label: 'declined' },
        ]}
        value={status}
        onChange={setStatus}
      />
      <PlainDateField
        label="On"
        name="answeredOn"
        min={referral.sentOn}
        max={today}
        value={answeredOn}
        onChange={setAnsweredOn}
      />
      <Textarea
        label={status === 'answered' ? 'Answer of the surgeon' : 'Reason'}
        name="answer"
        required
        autosize
        minRows={3}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Group>
        <DisabledReason reason={reasonOf(permission)}>
          <Button
            loading={enter.isPending}
            onClick={() => enter.mutate({ status, answeredOn, answer, expectedVersion: referral.version })}
          >
            Enter the answer
          </Button>
        </DisabledReason>
      </Group>
    </Stack>
  );
}

function Decide({ header, evaluation }: NextProps) {
  const { today } = header;
  const [decision, setDecision] = useState<SurgicalDecision>('conservative');
  const [note, setNote] = useState('');
  const [decidedOn, setDecidedOn] = useState<string>(today);
  const decide = useDecideSurgical(header.episodeId, evaluation.surgicalEvaluationId);
  return (
    <Stack gap="sm" mt="md" maw={720} data-no-print>
      <ProblemAlert error={decide.error} />
      <ChoiceField
        label="Decided with the patient"
        name="decision"
        vertical
        withNumbers
        choices={SURGICAL_DECISIONS.map((value) => ({ value, label: SURGICAL_DECISION_LABEL[value] }))}
        value={decision}
        onChange={setDecision}
      />
      <PlainDateField
        label="On"
        name="decidedOn"
        min={evaluation.referral?.sentOn}
        max={today}
        value={decidedOn}
        onChange={setDecidedOn}
      />
      <Textarea
        label="Why"
        name="note"
        required
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group>
        <DisabledReason reason={reasonOf(canRefer(useSession()))}>
          <Button
            loading={decide.isPending}
            onClick={() => decide.mutate({ decision, note, decidedOn, expectedVersion: evaluation.version })}
          >
            Record the decision
          </Button>
        </DisabledReason>
      </Group>
    </Stack>
  );
}
