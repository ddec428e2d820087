import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import type { SurgicalEvaluation } from '#shared/orders/surgical.ts';
import { addressOf } from '#client/platform/call.ts';
import { DocumentActions } from '#client/ui/DocumentActions.tsx';
import { letterParams } from './surgical-queries.ts';

interface SurgicalLetterProps {
  episodeId: string;
  evaluation: Pick<SurgicalEvaluation, 'surgicalEvaluationId'>;
}

/** The letter to the surgeon, as PDF or on the printer. */
export function SurgicalLetter({ episodeId, evaluation }: SurgicalLetterProps) {
  return (
    <DocumentActions
      address={addressOf(surgicalApi.letter, {
        params: letterParams(episodeId, evaluation.surgicalEvaluationId),
      })}
      name="Surgical referral"
      size="compact-sm"
    />
  );
}
