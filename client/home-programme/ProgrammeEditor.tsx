import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { checkExercise, isBlocked } from '#shared/home-programme/check-exercise.ts';
import type { ProgrammePage } from '#shared/home-programme/contract.ts';
import { handoutLanguage } from '#shared/home-programme/library-words.ts';
import { sideOf } from '#shared/home-programme/how-it-is-done.ts';
import { AskedExercise, HomeDose, MOST_EXERCISES, ProgrammeExercise } from '#shared/home-programme/model.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { DiscardDraftDialog } from '#client/ui/DiscardDraftDialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { EditorRow } from './EditorRow.tsx';
import { ExercisePicker } from './ExercisePicker.tsx';
import { StaleProgramme } from './StaleProgramme.tsx';
import { typedFrom, TypedProgramme, type TypedRow } from './programme-draft.ts';
import { useSaveProgramme } from './queries.ts';
import classes from './HomeProgramme.module.css';

interface ProgrammeEditorProps {
  page: ProgrammePage;
  onDone: () => void;
}

/** Writes the next version: exercises from the library, each with its dose. */
export function ProgrammeEditor({ page, onDone }: ProgrammeEditorProps) {
  const { header, current, prescription } = page;
  const stored = typedFrom(current);
  const form = useDraftForm(`home-programme:${header.episodeId}`, TypedProgramme, stored);
  // Nothing typed: what is stored now, also when it has just changed.
  const typed = form.hasDraft ? form.value : stored;
  const { rows, note, noteEs, version } = typed;
  // Somebody who reads English is not asked for a translation that nobody prints.
  const asksSpanish =
    handoutLanguage(page.language) !== 'en' || [noteEs, ...rows.map((row) => row.noteEs)].some(Boolean);
  const save = useSaveProgramme(header.episodeId);
  const [isAsked, setAsked] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const change = (part: Partial<TypedProgramme>) => form.change({ ...typed, ...part });
  const setRows = (next: TypedRow[]) => change({ rows: next });
  const isOvertaken = stored.version !== version && !save.isPending && !save.isSuccess;
  const blocked = rows.filter(
    ({ content, dose }) =>
      prescription !== null &&
      isBlocked(checkExercise(content, HomeDose.catch(content.dose).parse(dose), prescription.limits)),
  );
  const submit = () => {
    setAsked(true);
    const read = z.array(ProgrammeExercise).safeParse(rows);
    if (!read.success || blocked.length > 0) return;
    const exercises = read.data.map((row) => AskedExercise.parse(row));
    save.mutate(
      { exercises, note, noteEs, expectedVersion: version },
      {
        onSuccess: ({ versionNumber }) => {
          form.clear();
          showNote(`Version ${versionNumber} of the home programme is in force.`);
          onDone();
        },
      },
    );
  };
  return (
    <div className={classes.columns}>
      <form
        aria-label="Home programme"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ProblemAlert error={isOvertaken ? null : save.error} />
        {rows.length === 0 ? (
          <EmptyState title="Nothing chosen yet.">Add exercises from the library.</EmptyState>
        ) : (
          <ol className={classes.list}>
            {rows.map((row, index) => (
              <EditorRow
                key={`${row.code} ${index}`}
                row={row}
                place={index}
                count={rows.length}
                limits={prescription?.limits}
                isAsked={isAsked}
                asksSpanish={asksSpanish}
                onChange={(next) => setRows(rows.with(index, next))}
                onMove={(by) => setRows(moved(rows, index, by))}
                onRemove={() => setRows(rows.filter((_, other) => other !== index))}
              />
            ))}
          </ol>
        )}
        <Textarea
          label="For the patient"
          name="note"
          description="Printed above the exercises, as it is written here"
          autosize
          minRows={2}
          mt="md"
          value={note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {asksSpanish ? (
          <Textarea
            label="For the patient, in Spanish"
            name="noteEs"
            lang="es"
            description="Printed on the Spanish page; without it the English is printed and said to be English"
            autosize
            minRows={2}
            mt="sm"
            value={noteEs}
            onChange={(event) => change({ noteEs: event.currentTarget.value })}
          />
        ) : null}
        <Group mt="md">
          <Button type="submit" loading={save.isPending}>
            {rows.length === 0 && version > 0 ? 'Stop the programme' : `Save as version ${version + 1}`}
          </Button>
          <Button variant="default" onClick={() => (form.hasDraft ? setDiscarding(true) : onDone())}>
            Discard
          </Button>
        </Group>
      </form>
      {isOvertaken && current !== null ? (
        <StaleProgramme
          mine={typed}
          stored={current}
          onKeepMine={() => {
            change({ version: stored.version });
            save.reset();
          }}
          onTakeTheirs={() => {
            form.clear();
            save.reset();
          }}
        />
      ) : null}
      {isDiscarding ? (
        <DiscardDraftDialog
          stays={version === 0 ? 'Nothing was in force yet.' : `Version ${version} stays in force as it is.`}
          onDiscard={() => {
            form.clear();
            onDone();
          }}
          onClose={() => setDiscarding(false)}
        />
      ) : null}
      <ExercisePicker
        isFull={rows.length >= MOST_EXERCISES}
        chosen={rows.map(({ code }) => code)}
        region={header.bodyRegion}
        limits={prescription?.limits}
        onPick={({ code, content }) =>
          setRows([
            ...rows,
            {
              code,
              content,
              dose: content.dose,
              side: sideOf({ content, side: header.side }),
              note: '',
              noteEs: '',
            },
          ])
        }
      />
    </div>
  );
}

function moved(rows: readonly TypedRow[], index: number, by: number): TypedRow[] {
  const row = rows[index];
  const rest = rows.filter((_, other) => other !== index);
  return row === undefined ? rest : rest.toSpliced(index + by, 0, row);
}
