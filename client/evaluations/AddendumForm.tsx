import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { EpisodeBanner } from './EpisodeBanner.tsx';
import { useAddend } from './queries.ts';

interface AddendumFormProps {
  evaluation: EvaluationDetail;
  opened: boolean;
  onClose: () => void;
}

const Written = z.object({ reason: z.string(), text: z.string() });
const NOTHING = { reason: '', text: '' };

/** Adds to a signed evaluation; the words before it stay. */
export function AddendumForm({ evaluation, opened, onClose }: AddendumFormProps) {
  const { evaluationId, header } = evaluation;
  const kept = useStoredDraft(`addendum:${evaluationId}`, Written);
  const [written, setWritten] = useState(kept.stored?.value ?? NOTHING);
  const addend = useAddend({ episodeId: header.episodeId, evaluationId });
  const write = (next: typeof written) => {
    setWritten(next);
    kept.keep(next);
  };
  const submit = () =>
    addend.mutate(written, {
      onSuccess: () => {
        kept.clear();
        setWritten(NOTHING);
        showNote('Added.');
        onClose();
      },
    });
  return (
    <SideWorkspace
      opened={opened}
      onClose={onClose}
      title="Add to the signed evaluation"
      banner={<EpisodeBanner header={header} />}
      keepsDraft={written.reason !== '' || written.text !== ''}
      footer={
        <Button loading={addend.isPending} onClick={submit}>
          Add and sign
        </Button>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={addend.error} />
        <TextInput
          label="Reason"
          name="reason"
          required
          placeholder="left out, corrected, result arrived"
          value={written.reason}
          onChange={(event) => write({ ...written, reason: event.currentTarget.value })}
        />
        <Textarea
          label="What is added"
          name="text"
          required
          autosize
          minRows={5}
          value={written.text}
          onChange={(event) => write({ ...written, text: event.currentTarget.value })}
        />
      </Stack>
    </SideWorkspace>
  );
}
