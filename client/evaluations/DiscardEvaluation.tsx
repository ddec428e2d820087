import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftDialog } from '#client/ui/DiscardDraftDialog.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useDiscardEvaluation } from './queries.ts';

interface DiscardEvaluationProps {
  evaluation: EvaluationDetail;
  save: Autosave['saveNow'];
  onDiscarded: () => void;
}

/** The way out of a draft that should not have been begun. */
export function DiscardEvaluation({ evaluation, save, onDiscarded }: DiscardEvaluationProps) {
  const { header, evaluationId } = evaluation;
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const discard = useDiscardEvaluation({ episodeId: header.episodeId, evaluationId });
  const confirm = async () => {
    // A save on its way would make the version that is thrown away another one.
    const { version } = await save();
    discard.mutate(version, {
      onSuccess: () => {
        onDiscarded();
        showNote('The draft is discarded.');
        void navigate({ to: '/episodes/$episodeId/evaluations', params: { episodeId: header.episodeId } });
      },
    });
  };
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        Discard draft…
      </Button>
      {isAsking ? (
        <DiscardDraftDialog
          stays="Signed evaluations stay as they are."
          onDiscard={() => void confirm()}
          onClose={() => setAsking(false)}
          busy={discard.isPending}
          error={discard.error}
        />
      ) : null}
    </>
  );
}
