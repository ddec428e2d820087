import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import type { InboxEntry } from '#shared/orders/inbox.ts';
import { listName, SEX_LETTER } from '#shared/patients/model.ts';
import { DECISION_WORDS, DecisionKind } from '#shared/oversight/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { PatientBanner } from '#client/ui/PatientBanner.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { orderName } from './order-words.ts';
import { useAcknowledge } from './queries.ts';
import { ReportRead } from './ReportRead.tsx';
import { useKeptForm } from './use-kept-form.ts';

interface InboxReadingProps {
  entry: InboxEntry;
  /** What opens after this one. */
  next: InboxEntry | undefined;
  onClose: () => void;
  onRead: () => void;
}

const Typed = z.object({ ownReading: z.string() });

/** Reads one result over the inbox: the question, the report, and the physiatrist's own reading. */
export function InboxReading({ entry, next, onClose, onRead }: InboxReadingProps) {
  const form = useKeptForm(`reading:${entry.diagnosticOrderId}`, Typed, { ownReading: '' });
  const acknowledge = useAcknowledge(entry.episodeId, entry.diagnosticOrderId);
  const submit = () =>
    acknowledge.mutate(
      { ownReading: form.value.ownReading, expectedVersion: entry.version },
      {
        onSuccess: () => {
          form.sent();
          showNote('The result is read and acknowledged.');
          onRead();
        },
      },
    );
  useShortcuts('Result', [{ keys: 'mod+Enter', does: 'Acknowledge the result', run: submit }], {
    inDialog: true,
  });
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={orderName(entry)}
      keepsDraft={form.isTouched}
      banner={
        <PatientBanner
          name={listName(entry)}
          birthDate={entry.birthDate}
          sex={SEX_LETTER[entry.sex]}
          recordNumber={entry.mrn}
          diagnosis={entry.concern}
        />
      }
      footer={
        <Group>
          <Button onClick={submit} loading={acknowledge.isPending}>
            {next === undefined ? 'Acknowledge' : 'Acknowledge, then the next'}
          </Button>
          <KeyHint keys="mod+Enter" />
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link {...props} to="/episodes/$episodeId/review" params={{ episodeId: entry.episodeId }} />
            )}
          >
            To the review
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <ProblemAlert error={acknowledge.error} />
        <Asked entry={entry} />
        <Textarea
          label="My own reading, and what follows"
          name="ownReading"
          required
          autosize
          minRows={4}
          data-autofocus
          value={form.value.ownReading}
          onChange={(event) => form.set({ ownReading: event.currentTarget.value })}
        />
      </Stack>
    </SideWorkspace>
  );
}

function Asked({ entry }: { entry: InboxEntry }) {
  const { date } = useClinicTime();
  const { decision } = entry;
  const kind = DecisionKind.safeParse(decision?.kind).data;
  return (
    <>
      <Text size="sm" c="dimmed">
        Ordered {date(entry.orderedOn)} by {entry.orderedBy}: {entry.indication}
      </Text>
      {decision === null ? null : (
        <Text size="sm" c="dimmed">
          Decided on the review of {date(decision.decidedOn)}
          {kind === undefined ? '' : ` (${DECISION_WORDS[kind].label.toLowerCase()})`}: {decision.why}
        </Text>
      )}
      <ReportRead report={entry} earlier={entry.earlierReports} />
    </>
  );
}
