import { Text, TextInput } from '@mantine/core';
import { z } from 'zod';
import type { Output } from '#shared/platform/endpoint.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import type { ImportedScore } from '#shared/outcomes/model.ts';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { FormPanel } from '#client/ui/FormPanel.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useTakeImported } from './queries.ts';
import { ConfirmUnusual } from './ConfirmUnusual.tsx';
import { judge, previousScore } from './score-form.ts';

const Fields = z.object({ condition: z.string(), confirmed: z.boolean() });

interface TakeImportedProps {
  screen: Output<typeof outcomesApi.list>;
  score: ImportedScore;
  onClose: () => void;
}

/** A value of another record, looked at once more before it counts. */
export function TakeImported({ screen: { episode, scores, prescribed }, score, onClose }: TakeImportedProps) {
  const { date } = useClinicTime();
  const draft = useDraftForm(`take-score:${score.outcomeScoreId}`, Fields, {
    condition: '',
    confirmed: false,
  });
  const { condition, confirmed } = draft.value;
  const take = useTakeImported({ episodeId: episode.episodeId, outcomeScoreId: score.outcomeScoreId });
  const measure = getMeasure(score.measureCode);
  const form = { ...score, side: null, condition, confirmed };
  const place = { side: episode.side, openedOn: episode.openedOn, prescribed };
  const check = judge(form, previousScore(scores, form), place);
  const isPrescribed = prescribed.some(({ measureCode }) => measureCode === score.measureCode);
  const missing =
    check?.kind === 'refuse'
      ? check.sentence
      : check?.kind === 'confirm' && !confirmed
        ? 'Confirm the unusual value.'
        : undefined;
  const submit = () =>
    take.mutate(
      { condition: condition.trim() === '' ? null : condition.trim(), confirmed },
      {
        onSuccess: () => {
          draft.clear();
          showNote('Taken over.');
          onClose();
        },
      },
    );
  return (
    <FormPanel
      title="Take over a score"
      width={34}
      refusal={missing}
      submitLabel="Take over"
      busy={take.isPending}
      error={take.error}
      keepsDraft={draft.hasDraft}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>
        {measure?.name ?? score.measureCode}{' '}
        <b>{`${score.value} ${unitLabel(measure ?? { unit: '' })}`.trim()}</b>, measured on{' '}
        {date(score.measuredOn)}
      </Text>
      <TextInput
        label="Condition"
        description="Walking aid, rater, recall window: only values under the same condition are compared."
        maxLength={120}
        value={condition}
        onChange={(event) => draft.change({ condition: event.currentTarget.value })}
      />
      {check?.kind === 'confirm' ? (
        <ConfirmUnusual
          sentence={check.sentence}
          confirmed={confirmed}
          onChange={(value) => draft.change({ confirmed: value })}
        />
      ) : null}
      <Text size="sm" c="dimmed">
        {isPrescribed
          ? 'It counts in the judgement of this episode as measured on its own day, with your name.'
          : `${measure?.abbreviation ?? score.measureCode} is not among the prescribed measures: it is shown, and judged once it is prescribed.`}{' '}
        It can be struck out again.
      </Text>
    </FormPanel>
  );
}
