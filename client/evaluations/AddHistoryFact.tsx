import { Button, Stack } from '@mantine/core';
import type { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useAddHistory } from '#client/clinical/add-history.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { EMPTY_HISTORY, HistoryFields, historyRequest } from '#client/clinical/history-form.ts';
import { HistoryFactFields } from '#client/clinical/HistoryFactFields.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { EpisodeBanner } from './EpisodeBanner.tsx';

interface AddHistoryFactProps {
  header: EpisodeHeader;
  opened: boolean;
  onClose: () => void;
  onAdded: () => void;
}

/** Records history facts without leaving the evaluation, one after another. */
export function AddHistoryFact({ header, opened, onClose, onAdded }: AddHistoryFactProps) {
  const form = useDraftForm(`visit-history:${header.patientId}`, HistoryFields, EMPTY_HISTORY);
  const add = useAddHistory(header.patientId);
  const submit = (andClose: boolean) =>
    add.mutate(historyRequest(form.value), {
      onSuccess: () => {
        form.change({ ...EMPTY_HISTORY, kind: form.value.kind });
        form.clear();
        showNote('Recorded on the chart.');
        onAdded();
        if (andClose) onClose();
      },
    });
  return (
    <SideWorkspace
      opened={opened}
      onClose={onClose}
      title="Add to the history"
      banner={<EpisodeBanner header={header} />}
      keepsDraft={form.hasDraft}
      footer={
        <>
          <Button loading={add.isPending} onClick={() => submit(true)}>
            Record
          </Button>
          <Button variant="default" disabled={add.isPending} onClick={() => submit(false)}>
            Record and add another
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={add.error} />
        <HistoryFactFields value={form.value} onChange={form.change} errorOf={fieldErrorsOf(add.error)} />
      </Stack>
    </SideWorkspace>
  );
}
