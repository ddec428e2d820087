import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { EvaluationLine } from '#shared/evaluations/contract.ts';
import {
  EVALUATION_KIND_LABEL,
  type EvaluationKind,
  therapyEvaluationOf,
} from '#shared/evaluations/model.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { canStart } from '#shared/evaluations/policy.ts';
import type { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { useSession } from '#client/platform/session.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { useStartEvaluation } from './queries.ts';

interface StartEvaluationProps {
  header: EpisodeHeader;
  evaluations: readonly EvaluationLine[];
}

/** The one evaluation that comes next for this person, or their own draft to go on with. */
export function StartEvaluation({ header, evaluations }: StartEvaluationProps) {
  const session = useSession();
  const navigate = useNavigate();
  const start = useStartEvaluation(header.episodeId);
  const open = (evaluationId: string) =>
    void navigate({
      to: '/episodes/$episodeId/evaluations/$evaluationId',
      params: { episodeId: header.episodeId, evaluationId },
    });

  const draft = evaluations.find(
    (line) => line.status === 'draft' && line.authorId === session.staffMemberId,
  );
  if (draft !== undefined) {
    return (
      <Button onClick={() => open(draft.evaluationId)}>
        Go on with my {EVALUATION_KIND_LABEL[draft.kind].toLowerCase()}
      </Button>
    );
  }
  const consulted = evaluations.some((line) => line.kind === 'consult' && line.status === 'signed');
  const kind = nextKind(session.role, consulted);
  const permission = canStart(session, kind, { open: header.status === 'open', consulted });
  return (
    <Stack gap="xs" align="flex-end">
      <DisabledReason reason={permission.allowed ? undefined : permission.sentence}>
        <Button
          loading={start.isPending}
          onClick={() => start.mutate(kind, { onSuccess: ({ evaluationId }) => open(evaluationId) })}
        >
          Start {EVALUATION_KIND_LABEL[kind].toLowerCase()}
        </Button>
      </DisabledReason>
      <ProblemAlert error={start.error} />
    </Stack>
  );
}

function nextKind(role: StaffRole, consulted: boolean): EvaluationKind {
  if (role !== 'physiatrist') return therapyEvaluationOf(role) ?? 'pt-evaluation';
  return consulted ? 'follow-up' : 'consult';
}
