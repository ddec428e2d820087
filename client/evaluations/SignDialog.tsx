import { List } from '@mantine/core';
import {
  billEvaluation,
  evaluationLineWords,
  type EvaluationDay,
} from '#shared/evaluations/evaluation-billing.ts';
import {
  EVALUATION_KIND_LABEL,
  type EvaluationContent,
  type EvaluationKind,
  isTherapyEvaluation,
} from '#shared/evaluations/model.ts';
import { stopsLimb } from '#shared/sessions/limb-stop.ts';
import { opensHold } from '#shared/sessions/red-flags.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

interface SignDialogProps {
  opened: boolean;
  kind: EvaluationKind;
  content: EvaluationContent;
  /** The date's claim; null for what a physiatrist writes. */
  day: EvaluationDay | null;
  busy: boolean;
  onClose: () => void;
  onSign: () => void;
}

/** Asks before the words become final, and says what follows from them. */
export function SignDialog({ opened, kind, content, day, busy, onClose, onSign }: SignDialogProps) {
  const name = EVALUATION_KIND_LABEL[kind].toLowerCase();
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={onSign}
      title={`Sign this ${name}?`}
      confirmLabel="Sign"
      busy={busy}
    >
      <List size="sm" spacing={2}>
        <List.Item>Its words stay as they are; later you add to them.</List.Item>
        {consequences(kind, content, day).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </ConfirmDialog>
  );
}

function consequences(
  kind: EvaluationKind,
  { diagnoses, scores, redFlags, coding }: EvaluationContent,
  day: EvaluationDay | null,
): string[] {
  const line = day === null ? null : billEvaluation(coding, day);
  const holds = redFlags.present.filter(({ level }) => opensHold(level)).length;
  return [
    ...(isTherapyEvaluation(kind)
      ? [line === null ? 'It is not billed by itself.' : `It is billed: ${evaluationLineWords(line)}.`]
      : [`The episode’s diagnoses become: ${diagnoses.map(({ code }) => code).join(', ')}.`]),
    ...(kind === 'consult' ? ['A prescription for therapy can be written.'] : []),
    ...(scores.length === 0
      ? []
      : [`${scores.length} ${scores.length === 1 ? 'score is' : 'scores are'} stored.`]),
    ...(redFlags.present.some(stopsLimb)
      ? ['Treatment of the leg stops until a physiatrist clears it; the physiatrist has a task for today.']
      : []),
    ...(holds === 0 ? [] : ['A safety hold opens: no session starts until a physiatrist closes it.']),
  ];
}
