import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { ScorePlace } from '#shared/outcomes/check-place.ts';
import type { StoredScore } from '#shared/outcomes/model.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { FormPanel } from '#client/ui/FormPanel.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useCorrectScore, useMarkError } from './queries.ts';
import { ScoreFields } from './ScoreFields.tsx';
import { entryOf, judge, previousScore, type ScoreForm } from './score-form.ts';

interface CorrectScoreProps {
  episodeId: EpisodeId;
  score: StoredScore;
  scores: readonly StoredScore[];
  place: ScorePlace;
  onClose: () => void;
}

/** A wrong value: replaced by the right one, or struck out when there is none. Both keep the old one readable. */
export function CorrectScore({ episodeId, score, scores, place: scoredIn, onClose }: CorrectScoreProps) {
  const place = { episodeId, outcomeScoreId: score.outcomeScoreId };
  const [kind, setKind] = useState<'replace' | 'strike'>('replace');
  const [reason, setReason] = useState('');
  const [form, setForm] = useState<ScoreForm>({
    measureCode: score.measureCode,
    side: score.side,
    value: null,
    measuredOn: score.measuredOn,
    condition: score.condition ?? '',
    confirmed: false,
  });
  const correct = useCorrectScore(place);
  const strike = useMarkError(place);
  const busy = correct.isPending || strike.isPending;
  const entry = entryOf(form);
  const measuredOn = PlainDate.safeParse(form.measuredOn).data;
  const check = judge(form, previousScore(scores, form, score.outcomeScoreId), scoredIn);
  const missing = missingWords({
    kind,
    reason,
    form,
    hasEntry: entry !== undefined && measuredOn !== undefined,
    check,
  });
  const done = (words: string) => ({
    onSuccess: () => {
      showNote(words);
      onClose();
    },
  });
  const submit = () => {
    if (kind === 'strike') {
      strike.mutate(reason, done('Marked as entered in error.'));
      return;
    }
    if (entry === undefined || measuredOn === undefined) return;
    correct.mutate({ reason, measuredOn, score: entry }, done('Corrected.'));
  };
  return (
    <FormPanel
      title="Correct a score"
      width={34}
      refusal={missing}
      submitLabel={kind === 'strike' ? 'Mark as entered in error' : 'Replace'}
      busy={busy}
      error={correct.error ?? strike.error}
      keepsDraft={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceField
        label="What is wrong?"
        vertical
        choices={[
          { value: 'replace', label: 'The value, the day or the side: I know the right one' },
          { value: 'strike', label: 'It should not be here at all' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        label="Reason"
        name="reason"
        required
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {kind === 'replace' ? (
        <ScoreFields
          form={form}
          scores={scores}
          place={scoredIn}
          replaces={score.outcomeScoreId}
          errorOf={() => undefined}
          onChange={(part) => setForm((old) => ({ ...old, ...part }))}
        />
      ) : null}
      <Text size="sm" c="dimmed">
        The value {score.value} stays readable with your name and reason. Verdicts made from now on no longer
        count it.
      </Text>
    </FormPanel>
  );
}

interface State {
  kind: 'replace' | 'strike';
  reason: string;
  form: ScoreForm;
  hasEntry: boolean;
  check: ReturnType<typeof judge>;
}

function missingWords({ kind, reason, form, hasEntry, check }: State): string | undefined {
  if (reason.trim() === '') return 'Give a reason.';
  if (kind === 'strike') return undefined;
  if (!hasEntry) return 'Give the right value and day.';
  if (check?.kind === 'refuse') return check.sentence;
  return check?.kind === 'confirm' && !form.confirmed ? 'Confirm the unusual value.' : undefined;
}
