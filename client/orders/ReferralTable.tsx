import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { SentReferral } from '#shared/orders/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
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
          <Table.Th w={270}>To</Table.Th>
          <Table.Th>Question and answer</Table.Th>
          <Table.Th w={190}>State</Table.Th>
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
                {date(referral.sentOn)}, {referral.referredBy}
                {referral.byDecision ? ', by a decision' : ''}
              </Text>
            </Table.Th>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {referral.question}
              </Text>
              {referral.answer === null ? null : (
                <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
                  <Text span size="sm" c="dimmed">
                    Answer:{' '}
                  </Text>
                  {referral.answer}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <State referral={referral} />
            </Table.Td>
            <Table.Td>
              {referral.status === 'sent' ? (
                <Group justify="flex-end" data-no-print>
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

function State({ referral: { status, answeredOn, sentOn } }: { referral: SentReferral }) {
  const { date, ago } = useClinicTime();
  const on = answeredOn === null ? '' : ` ${date(answeredOn)}`;
  switch (status) {
    case 'sent':
      return (
        <StatusBadge tone="info" variant="plain">
          waiting, sent {ago(sentOn)}
        </StatusBadge>
      );
    case 'answered':
      return (
        <StatusBadge tone="ok" variant="plain">
          answered{on}
        </StatusBadge>
      );
    case 'declined':
      return (
        <StatusBadge tone="warning" variant="plain">
          declined{on}
        </StatusBadge>
      );
    case 'cancelled':
      return (
        <StatusBadge tone="neutral" variant="plain">
          no longer needed{on}
        </StatusBadge>
      );
    default:
      return status satisfies never;
  }
}
