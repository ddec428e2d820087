import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ExerciseCode, type LibraryExercise } from '#shared/home-programme/model.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { SideWorkspace } from '#client/ui/SideWorkspace.tsx';
import { DoseFields } from './DoseFields.tsx';
import { readTyped, typedFrom, TypedExercise } from './exercise-draft.ts';
import { ExerciseFacts } from './ExerciseFacts.tsx';
import { ExerciseWords } from './ExerciseWords.tsx';
import { useAddExercise, useEditExercise } from './queries.ts';

interface ExerciseFormProps {
  /** The one that is edited; a new one without it. */
  exercise?: LibraryExercise;
  onClose: () => void;
}

/** Adds an exercise, or edits one; of a shipped one a copy is made. */
export function ExerciseForm({ exercise, onClose }: ExerciseFormProps) {
  const form = useDraftForm(`exercise:${exercise?.code ?? 'new'}`, TypedExercise, typedFrom(exercise));
  const [wrong, setWrong] = useState<string[]>([]);
  const submission = useSubmit(exercise, () => {
    form.clear();
    onClose();
  });
  const submit = () => {
    const read = readTyped(form.value);
    const code = ExerciseCode.safeParse(form.value.code);
    const problems = [...(code.error?.issues ?? []), ...(read.error?.issues ?? [])].map(
      ({ message }) => message,
    );
    setWrong([...new Set(problems)]);
    if (read.success && code.success) submission.send(code.data, read.data);
  };
  return (
    <SideWorkspace
      opened
      onClose={onClose}
      title={exercise ? `Edit ${exercise.content.name.en}` : 'Add exercise'}
      keepsDraft={form.hasDraft}
      footer={
        <Button type="submit" form="exercise-form" loading={submission.isPending}>
          {exercise ? 'Save' : 'Add'}
        </Button>
      }
    >
      <form
        id="exercise-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <ProblemAlert error={submission.error} />
          <Wrong problems={wrong} />
          {exercise ? (
            <Text size="sm" c="dimmed">
              {exercise.origin === 'shipped' ? 'Saving makes a copy for your organization. ' : ''}
              Programmes that were handed out keep their words.
            </Text>
          ) : (
            <TextInput
              label="Code"
              name="code"
              required
              description="Small letters, digits and hyphens. A list to import finds the exercise by it."
              value={form.value.code}
              onChange={(event) => form.change({ code: event.currentTarget.value })}
            />
          )}
          <ExerciseWords value={form.value} onChange={form.change} />
          <DoseFields path="content.dose" dose={form.value.dose} onChange={(dose) => form.change({ dose })} />
          <ExerciseFacts value={form.value} onChange={form.change} />
        </Stack>
      </form>
    </SideWorkspace>
  );
}

function Wrong({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null;
  return (
    <Text role="alert" c="var(--tone-danger-text)" size="sm">
      {problems.join(' ')}
    </Text>
  );
}

function useSubmit(exercise: LibraryExercise | undefined, onDone: () => void) {
  const add = useAddExercise();
  const edit = useEditExercise(exercise?.code ?? 'new');
  const done = {
    onSuccess: () => {
      showNote('Saved.');
      onDone();
    },
  };
  return {
    isPending: add.isPending || edit.isPending,
    error: exercise ? edit.error : add.error,
    send: (code: ExerciseCode, content: LibraryExercise['content']) =>
      exercise
        ? edit.mutate({ content, expectedVersion: exercise.version }, done)
        : add.mutate({ code, content }, done),
  };
}
