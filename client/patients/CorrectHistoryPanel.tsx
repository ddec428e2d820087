import { Text, TextInput } from '@mantine/core';
import { z } from 'zod';
import type { ChartHistoryFact, PatientChart } from '#shared/patients/chart.ts';
import { historySentence } from '#shared/patients/history-fact.ts';
import { partialDateWords } from '#shared/patients/partial-date.ts';
import { HistoryFields, historyRequest } from '#client/clinical/history-form.ts';
import { HistoryFactFields } from '#client/clinical/HistoryFactFields.tsx';
import { ErrorMark, StruckOut } from '#client/clinical/StruckOut.tsx';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { showNote } from '#client/ui/show-note.ts';
import { AddPanel } from './AddPanel.tsx';
import { useCorrectHistory } from './queries.ts';

const Correction = z.object({ fields: HistoryFields, reason: z.string() });

interface CorrectHistoryPanelProps {
  chart: PatientChart;
  /** As it stands now: what somebody else did to it meanwhile shows here, above what is typed. */
  fact: ChartHistoryFact;
  onClose: () => void;
}

/** Puts an entry of the history right: what was written, to be changed, and why. */
export function CorrectHistoryPanel({ chart, fact, onClose }: CorrectHistoryPanelProps) {
  const form = useDraftForm(`history-correction:${fact.historyFactId}`, Correction, {
    fields: fieldsOf(fact),
    reason: '',
  });
  const { fields, reason } = form.value;
  const correct = useCorrectHistory(chart.patient.patientId, fact.historyFactId);
  const errorOf = fieldErrorsOf(correct.error);
  const submit = () => {
    const request = historyRequest(fields);
    if (request.list !== 'history') return;
    correct.mutate(
      { fact: request.body, reason, expectedVersion: fact.version },
      {
        onSuccess: () => {
          form.clear();
          showNote('Corrected. The entry before it stays readable, struck through.');
          onClose();
        },
      },
    );
  };
  return (
    <AddPanel
      chart={chart}
      title="Correct the history"
      submitLabel="Correct"
      onSubmit={submit}
      onClose={onClose}
      busy={correct.isPending}
      error={correct.error}
      keepsDraft={form.hasDraft}
    >
      <div>
        <Text size="sm" c="dimmed">
          As it stands
        </Text>
        <StruckOut mark={fact.enteredInError}>
          <Text>{historySentence(fact)}</Text>
        </StruckOut>
        {fact.status === 'resolved' ? (
          <Text size="sm" c="dimmed">
            No longer{fact.statusReason === null ? '' : `: ${fact.statusReason}`}
          </Text>
        ) : null}
        <ErrorMark mark={fact.enteredInError} />
      </div>
      <HistoryFactFields
        value={fields}
        withoutCoded
        onChange={(part) => form.change({ fields: { ...fields, ...part } })}
        errorOf={(path) => errorOf(`fact.${path}`)}
      />
      <TextInput
        label="Why it is corrected"
        name="reason"
        required
        maxLength={300}
        placeholder="wrong side, another year, misheard"
        value={reason}
        error={errorOf('reason')}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
    </AddPanel>
  );
}

const when = (date: string | null): string => (date === null ? '' : partialDateWords(date));

/** What was written, as the form holds it. */
const fieldsOf = (fact: ChartHistoryFact): HistoryFields => ({
  kind: fact.kind,
  title: fact.title,
  detail: fact.detail ?? '',
  side: fact.side,
  happenedOn: when(fact.happenedOn),
  endedOn: when(fact.endedOn),
  setting: fact.setting,
  claimReference: fact.claimReference ?? '',
  result: fact.result,
  code: '',
  bearsOn: [...fact.bearsOn],
});
