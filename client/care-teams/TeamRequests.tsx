import { Anchor, Button, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import type { TeamRequest } from '#shared/care-teams/contract.ts';
import { canAskForTeamChange } from '#shared/care-teams/policy.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useSession } from '#client/platform/session.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useAskForTeamChange } from './queries.ts';

interface TeamRequestsProps {
  patientId: PatientId;
  requests: readonly TeamRequest[];
}

/** Changes of the team that are asked for and wait for an administrator; clinicians ask here. */
export function TeamRequests({ patientId, requests }: TeamRequestsProps) {
  const actor = useSession();
  const { dateTime } = useClinicTime();
  const assigns = actor.role === 'administrator';
  if (assigns && requests.length === 0) return null;
  return (
    <FormSection
      title="Changes asked for"
      description={assigns ? undefined : 'An administrator opens and ends access; you ask for it here.'}
      actions={
        assigns ? (
          <Anchor component={Link} to="/tasks" size="sm">
            Settle in your tasks
          </Anchor>
        ) : undefined
      }
    >
      {requests.length === 0 ? null : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {requests.map(({ taskId, ask, askedBy, askedAt }) => (
            <li key={taskId}>
              <Text>{ask}</Text>
              <Text size="sm" c="dimmed">
                {askedBy}, {dateTime(askedAt)}; waits for an administrator
              </Text>
            </li>
          ))}
        </Stack>
      )}
      {assigns ? null : <AskForm patientId={patientId} />}
    </FormSection>
  );
}

function AskForm({ patientId }: { patientId: PatientId }) {
  const permission = canAskForTeamChange(useSession());
  const ask = useAskForTeamChange(patientId);
  const form = useDraftForm(`team-request:${patientId}`, z.object({ ask: z.string() }), { ask: '' });
  const errorOf = fieldErrorsOf(ask.error);
  const isBlank = form.value.ask.trim() === '';
  const reason = permission.allowed ? (isBlank ? 'Write what you ask for.' : undefined) : permission.sentence;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== undefined) return;
        ask.mutate(form.value, {
          onSuccess: () => {
            form.clear();
            showNote('The administrators have been asked.');
          },
        });
      }}
    >
      <Stack gap="xs" maw={640}>
        <ProblemAlert error={ask.error} />
        {permission.allowed ? (
          <Textarea
            label="Who should join or leave, from when, and why"
            name="ask"
            autosize
            minRows={2}
            maxLength={500}
            value={form.value.ask}
            error={errorOf('ask')}
            onChange={(event) => form.change({ ask: event.currentTarget.value })}
          />
        ) : null}
        <div>
          <DisabledReason reason={reason}>
            <Button type="submit" variant="default" loading={ask.isPending}>
              Ask for a change
            </Button>
          </DisabledReason>
        </div>
      </Stack>
    </form>
  );
}
