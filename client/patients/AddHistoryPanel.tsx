import type { PatientChart } from '#shared/patients/chart.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useAddHistory } from '#client/clinical/add-history.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { EMPTY_HISTORY, HistoryFields, historyRequest } from '#client/clinical/history-form.ts';
import { HistoryFactFields } from '#client/clinical/HistoryFactFields.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { AddPanel } from './AddPanel.tsx';

/** Records what the patient has had or lives with. */
export function AddHistoryPanel({ chart, onClose }: { chart: PatientChart; onClose: () => void }) {
  const { patientId } = chart.patient;
  const form = useDraftForm(`history:${patientId}`, HistoryFields, EMPTY_HISTORY);
  const add = useAddHistory(patientId);
  const submit = () =>
    add.mutate(historyRequest(form.value), {
      onSuccess: () => {
        form.clear();
        showNote('Recorded.');
        onClose();
      },
    });
  return (
    <AddPanel
      chart={chart}
      title="Add to the history"
      submitLabel="Record"
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending}
      error={add.error}
      keepsDraft={form.hasDraft}
    >
      <HistoryFactFields value={form.value} onChange={form.change} errorOf={fieldErrorsOf(add.error)} />
    </AddPanel>
  );
}
