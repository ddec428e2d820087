import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#shared/platform/endpoint.ts';
import { PlainDate } from '#shared/platform/time.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import { canEnterScores } from '#shared/outcomes/policy.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useSession } from '#client/platform/session.ts';
import { useStoredDraft } from '#client/platform/stored-draft.ts';
import { DisabledReason } from '#client/ui/DisabledReason.tsx';
import { FormSection } from '#client/ui/FormSection.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { useEnterScores } from './queries.ts';
import { ScoreFields } from './ScoreFields.tsx';
import { entryOf, judge, previousScore, ScoreForm } from './score-form.ts';

type Scores = Output<typeof outcomesApi.list>;

/** Enters one value; the form stays open for the next one of the same day. */
export function EnterScore({ screen, measure }: { screen: Scores; measure: string | undefined }) {
  const { episode, scores, prescribed } = screen;
  const actor = useSession();
  const { today } = useClinicTime();
  const draft = useStoredDraft(`score:${episode.episodeId}`, ScoreForm);
  const empty: ScoreForm = {
    measureCode: measure ?? '',
    side: null,
    value: null,
    measuredOn: today,
    condition: '',
    confirmed: false,
  };
  const [form, setForm] = useState<ScoreForm>(draft.stored?.value ?? empty);
  const enter = useEnterScores(episode.episodeId);
  const change = (part: Partial<ScoreForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next);
  };
  const entry = entryOf(form);
  const place = { side: episode.side, openedOn: episode.openedOn, prescribed };
  const measuredOn = PlainDate.safeParse(form.measuredOn).data;
  const check = judge(form, previousScore(scores, form), place);
  const permission = canEnterScores(actor);
  const refusal = !permission.allowed
    ? permission.sentence
    : entry === undefined || measuredOn === undefined
      ? 'Give measure, value and day.'
      : check?.kind === 'refuse'
        ? check.sentence
        : check?.kind === 'confirm' && !form.confirmed
          ? 'Confirm the unusual value.'
          : undefined;
  return (
    <FormSection title="Enter a score">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal !== undefined || entry === undefined || measuredOn === undefined) return;
          enter.mutate(
            { measuredOn, scores: [entry] },
            {
              onSuccess: () => {
                draft.clear();
                setForm({ ...empty, measureCode: '', measuredOn: form.measuredOn });
                showNote('Score entered.');
              },
            },
          );
        }}
      >
        <div style={{ display: 'grid', gap: '0.75rem', maxWidth: '48rem' }}>
          <ProblemAlert error={enter.error} />
          <ScoreFields
            form={form}
            scores={scores}
            place={place}
            errorOf={fieldErrorsOf(enter.error)}
            onChange={change}
          />
          <Group>
            <DisabledReason reason={refusal}>
              <Button type="submit" loading={enter.isPending}>
                Enter
              </Button>
            </DisabledReason>
          </Group>
        </div>
      </form>
    </FormSection>
  );
}
