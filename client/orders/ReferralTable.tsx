import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { daysOverdue, type SentReferral } from '#shared/orders/referral.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import type { Tone } from '#client/ui/tone.ts';
import { DECIDED } from './order-words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface ReferralTableProps {
  referrals: readonly SentReferral[];
  show: (search: OrdersSearch) => void;
}

/** Who was asked what, and what they answered; open ones first. */
export function ReferralTable({ referrals, show }: ReferralTableProps) {
  const { date } = useClinicTime();
  return (
    <Table aria-label="Referrals" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="22%">To</Table.Th>
          <Table.Th>Question and answer</Table.Th>
          <Table.Th w="19%">State</Table.Th>
          <Table.Th w={170}>
            <VisuallyHidden>What to do</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {referrals.map((referral) => (
          <Table.Tr key={referral.referralId} style={{ verticalAlign: 'top' }}>
            <Table.Th scope="row" fw={400}>
              <strong>{referral.specialty}</strong>
              {referral.surgicalOpinion ? <Text size="sm">surgical opinion</Text> : null}
              <Text size="sm" c="dimmed">
                Referred {date(referral.sentOn)} by {referral.referredBy}
                {referral.byDecision ? `, ${DECIDED}` : ''}
              </Text>
            </Table.Th>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {referral.question}
              </Text>
              {referral.answer === null ? null : (
                <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
                  <Text span size="sm" c="dimmed">
                    {referral.status === 'answered' ? 'Answer' : 'Reason'}:{' '}
                  </Text>
                  {referral.answer}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <State referral={referral} />
            </Table.Td>
            <Table.Td>
              {referral.status === 'sent' || referral.status === 'accepted' ? (
                <Group justify="flex-end" gap={4} data-no-print>
                  {referral.status === 'sent' && referral.toStaffId === null ? (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      onClick={() => show({ form: 'accepted', on: referral.referralId })}
                    >
                      Note acceptance
                    </Button>
                  ) : null}
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => show({ form: 'answer', on: referral.referralId })}
                  >
                    Enter answer
                  </Button>
                </Group>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const TEAM_WORDS = (role: string) => role.replaceAll('-', ' ');

function State({ referral }: { referral: SentReferral }) {
  const { date, ago, today } = useClinicTime();
  const { status, answeredOn, sentOn, acceptedOn, answerDueOn, teamRole, teamUntil, to } = referral;
  const on = answeredOn === null ? '' : ` ${date(answeredOn)}`;
  const late = daysOverdue(referral, today);
  const due =
    answerDueOn === null || (status !== 'sent' && status !== 'accepted') ? null : (
      <Text size="sm" c={late > 0 ? 'var(--tone-warning-text)' : 'dimmed'}>
        answer {late > 0 ? `${late} ${late === 1 ? 'day' : 'days'} overdue` : `due ${date(answerDueOn)}`}
      </Text>
    );
  const team =
    teamRole === null || teamUntil === null || status === 'declined' || status === 'cancelled' ? null : (
      <Text size="sm" c="dimmed">
        {status === 'sent' ? 'once accepted, on' : teamUntil < today ? 'was on' : 'is on'} the team as{' '}
        {TEAM_WORDS(teamRole)} until {date(teamUntil)}
      </Text>
    );
  return (
    <>
      <StatusBadge tone={TONE[status]} variant="plain">
        {status === 'sent'
          ? `waiting for an answer, sent ${ago(sentOn)}`
          : status === 'accepted'
            ? `accepted${acceptedOn === null ? '' : ` ${date(acceptedOn)}`}`
            : status === 'cancelled'
              ? `no longer needed${on}`
              : `${status}${on}`}
      </StatusBadge>
      {to === null ? null : <Text size="sm">{to}</Text>}
      {due}
      {team}
    </>
  );
}

const TONE: Record<SentReferral['status'], Tone> = {
  sent: 'info',
  accepted: 'info',
  answered: 'ok',
  declined: 'warning',
  cancelled: 'neutral',
};
