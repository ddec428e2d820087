import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { DocumentationPage, PlanSendingRecord } from '#shared/compliance/documentation.ts';
import { SENDING_METHOD_LABEL } from '#shared/compliance/model.ts';
import { canMarkInError } from '#shared/corrections/entered-in-error.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useSession } from '#client/platform/session.ts';
import { EnteredInErrorDialog } from '#client/clinical/EnteredInErrorDialog.tsx';
import { MarkInErrorButton } from '#client/clinical/MarkInErrorButton.tsx';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { useMarkSendingError } from './queries.ts';

/** The evidence that versions were sent; what is none stays readable and proves nothing. */
export function SendingTable({ page: { sendings, episode } }: { page: DocumentationPage }) {
  const [asked, setAsked] = useState<PlanSendingRecord>();
  if (sendings.length === 0) return <Text c="dimmed">No sending is recorded.</Text>;
  return (
    <>
      <Table aria-label="Evidence of sending">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Sent</Table.Th>
            <Table.Th>Version</Table.Th>
            <Table.Th>To</Table.Th>
            <Table.Th>How</Table.Th>
            <Table.Th>Recorded</Table.Th>
            <Table.Th>
              <VisuallyHidden>What to do</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sendings.map((sending) => (
            <SendingRow key={sending.planSendingId} sending={sending} onAsk={() => setAsked(sending)} />
          ))}
        </Table.Tbody>
      </Table>
      {asked === undefined ? null : (
        <MarkSendingError episodeId={episode.episodeId} sending={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function SendingRow({ sending, onAsk }: { sending: PlanSendingRecord; onAsk: () => void }) {
  const { date, dateTime } = useClinicTime();
  const { enteredInError: mark, recordedById } = sending;
  const may = canMarkInError(useSession(), { recordedById, isMarked: mark != null });
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <StruckOut mark={mark}>{date(sending.sentOn)}</StruckOut>
      </Table.Th>
      <Table.Td>
        <StruckOut mark={mark}>v{sending.versionNumber}</StruckOut>
      </Table.Td>
      <Table.Td>
        <StruckOut mark={mark}>{sending.sentTo}</StruckOut>
      </Table.Td>
      <Table.Td>
        <StruckOut mark={mark}>
          {SENDING_METHOD_LABEL[sending.method]}
          {sending.evidence === null ? '' : `: ${sending.evidence}`}
        </StruckOut>
      </Table.Td>
      <Table.Td>
        {dateTime(sending.recordedAt)}, {sending.recordedBy}
        <ErrorMark mark={mark} />
      </Table.Td>
      <Table.Td ta="right">{may.allowed ? <MarkInErrorButton onAsk={onAsk} /> : null}</Table.Td>
    </Table.Tr>
  );
}

interface MarkSendingErrorProps {
  episodeId: EpisodeId;
  sending: PlanSendingRecord;
  onClose: () => void;
}

function MarkSendingError({ episodeId, sending, onClose }: MarkSendingErrorProps) {
  const { date } = useClinicTime();
  return (
    <EnteredInErrorDialog
      name={`Sending of v${sending.versionNumber}, ${date(sending.sentOn)}`}
      follows="What the payer asks for is counted without it at once."
      mark={useMarkSendingError(episodeId, sending.planSendingId)}
      onClose={onClose}
    />
  );
}
