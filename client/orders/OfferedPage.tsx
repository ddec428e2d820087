import { Box, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { OfferedReferral } from '#shared/orders/referral.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { offeredQuery, useAcceptReferral, useDeclineReferral } from './queries.ts';

/** Referrals addressed to me: accepting one puts me on the care team until its last day. */
export function OfferedPage() {
  const query = useQuery(offeredQuery());
  return (
    <>
      <PageHeader
        title="Referrals to me"
        description="Until you accept, you see the name and the question only. Accepting puts you on the care team and opens the record until the day that is named."
      />
      <Box px="lg" maw={860}>
        <QueryBoundary
          query={query}
          isEmpty={({ referrals }) => referrals.length === 0}
          empty={<EmptyState title="No referral waits for you." />}
        >
          {({ referrals }) => (
            <Stack gap="md">
              {referrals.map((referral) => (
                <Offer key={referral.referralId} referral={referral} />
              ))}
            </Stack>
          )}
        </QueryBoundary>
      </Box>
    </>
  );
}

function Offer({ referral }: { referral: OfferedReferral }) {
  const { date, ago, age } = useClinicTime();
  const accept = useAcceptReferral();
  const navigate = useNavigate();
  const titleId = useId();
  const [isDeclining, setDeclining] = useState(false);
  return (
    <Card withBorder component="article" aria-labelledby={titleId}>
      <Title order={2} size="h4" id={titleId}>
        {referral.patientName}, {age(referral.birthDate)}: {referral.specialty}
      </Title>
      <Text size="sm" c="dimmed">
        {referral.concern}; sent {ago(referral.sentOn)} by {referral.referredBy}
        {referral.answerDueOn === null ? '' : `; answer expected by ${date(referral.answerDueOn)}`}
      </Text>
      <Text my="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {referral.question}
      </Text>
      <ProblemAlert error={accept.error} />
      <Group>
        <Button
          loading={accept.isPending}
          // The card goes with the referral that is answered: what follows must not depend on it.
          onClick={() =>
            void accept.mutateAsync(referral).then(({ patientId }) => {
              showNote(`You are on the team of ${referral.patientName}.`);
              return navigate({ to: '/patients/$patientId', params: { patientId }, search: {} });
            }, nothing)
          }
        >
          {referral.teamUntil === null ? 'Accept' : `Accept, until ${date(referral.teamUntil)}`}
        </Button>
        <Button variant="default" onClick={() => setDeclining(true)}>
          Decline
        </Button>
      </Group>
      {isDeclining ? <Decline referral={referral} onClose={() => setDeclining(false)} /> : null}
    </Card>
  );
}

/** A refusal stands in the mutation's own error. */
const nothing = () => undefined;

function Decline({ referral, onClose }: { referral: OfferedReferral; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const decline = useDeclineReferral(referral.referralId, referral.version);
  return (
    <ConfirmDialog
      opened
      title={`Decline: ${referral.patientName}`}
      confirmLabel="Decline"
      cancelLabel="Keep it"
      busy={decline.isPending}
      error={decline.error}
      disabledReason={reason.trim() === '' ? 'Say why.' : undefined}
      onClose={onClose}
      onConfirm={() =>
        void decline.mutateAsync(reason).then(() => {
          showNote(`Declined. ${referral.referredBy} is told why.`);
          onClose();
        }, nothing)
      }
    >
      <Textarea
        label="Reason"
        name="reason"
        required
        autosize
        minRows={3}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
