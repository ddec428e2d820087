import { Anchor, Button, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { checkExercise, isBlocked, type HomeLimits } from '#shared/home-programme/check-exercise.ts';
import { CATEGORY_LABEL } from '#shared/home-programme/library-words.ts';
import { EXERCISE_CATEGORIES, ExerciseCategory, type LibraryExercise } from '#shared/home-programme/model.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { filterExercises } from './library-search.ts';
import { libraryQuery } from './queries.ts';
import classes from './HomeProgramme.module.css';

interface ExercisePickerProps {
  isFull: boolean;
  chosen: readonly string[];
  /** The episode's region: its exercises come first. */
  region: string;
  limits: HomeLimits | undefined;
  onPick: (exercise: LibraryExercise) => void;
}

/** Finds exercises in the library and adds them. What the prescription forbids cannot be added, and says why. */
export function ExercisePicker(props: ExercisePickerProps) {
  const query = useQuery(libraryQuery);
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<ExerciseCategory | undefined>();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts('Home programme', [
    { keys: '/', does: 'Find an exercise', run: () => field.current?.focus() },
  ]);
  return (
    <FormSection title="Library">
      <TextInput
        ref={field}
        type="search"
        label="Find an exercise"
        placeholder="bridge, balance, band"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Select
        label="Kind"
        placeholder="All kinds"
        clearable
        data={EXERCISE_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABEL[value] }))}
        value={category ?? null}
        onChange={(value) => setCategory(ExerciseCategory.safeParse(value).data)}
      />
      <QueryBoundary query={query}>
        {({ exercises }) => <Found {...props} exercises={filterExercises(exercises, { search, category })} />}
      </QueryBoundary>
      <Anchor size="sm" renderRoot={(link) => <Link {...link} to="/exercises" />}>
        Open the whole library
      </Anchor>
    </FormSection>
  );
}

function Found({
  exercises,
  chosen,
  region,
  limits,
  isFull,
  onPick,
}: ExercisePickerProps & { exercises: LibraryExercise[] }) {
  const isNear = ({ content }: LibraryExercise) => content.region === region;
  const inOrder = [...exercises.filter(isNear), ...exercises.filter((one) => !isNear(one))];
  if (inOrder.length === 0) return <Text size="sm">No exercise matches.</Text>;
  return (
    <ul className={classes.picker} aria-label="Exercises found">
      {inOrder.map((exercise) => {
        const { code, content } = exercise;
        const against = limits === undefined ? [] : checkExercise(content, content.dose, limits);
        const reason = against.find(({ level }) => level === 'blocked')?.sentence;
        return (
          <li key={code} className={classes.pick}>
            <div>
              <Text size="sm">{content.name.en}</Text>
              <Text size="xs" c="dimmed">
                {isBlocked(against) ? reason : CATEGORY_LABEL[content.category]}
                {chosen.includes(code) ? ', chosen' : ''}
              </Text>
            </div>
            {isBlocked(against) ? null : (
              <Button
                size="compact-xs"
                variant="default"
                disabled={isFull}
                aria-label={`Add ${content.name.en}`}
                onClick={() => onPick(exercise)}
              >
                Add
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
