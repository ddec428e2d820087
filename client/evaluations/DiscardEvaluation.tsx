import { useNavigate } from '@tanstack/react-router';
import type { EvaluationDetail } from '#shared/evaluations/contract.ts';
import type { Autosave } from '#client/platform/use-autosave.ts';
import { DiscardDraftButton } from '#client/ui/DiscardDraftButton.tsx';
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
    <DiscardDraftButton
      stays="Signed evaluations stay as they are."
      onDiscard={() => void confirm()}
      busy={discard.isPending}
      error={discard.error}
    />
  );
}
