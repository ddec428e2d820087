import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { writeCsv } from '#shared/home-programme/exercise-csv.ts';
import type { LibraryExercise } from '#shared/home-programme/model.ts';
import { canKeepLibrary } from '#shared/home-programme/policy.ts';
import { useSession } from '#client/platform/session.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { QueryBoundary } from '#client/ui/QueryBoundary.tsx';
import { ExerciseCard } from './ExerciseCard.tsx';
import { ExerciseForm } from './ExerciseForm.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { filterExercises, type LibrarySearch } from './library-search.ts';
import { libraryQuery } from './queries.ts';
import { saveFile } from './save-file.ts';
import classes from './HomeProgramme.module.css';

const route = getRouteApi('/shell/exercises');

/** The exercise library of the organization: find, edit, add, retire, import. */
export function LibraryPage() {
  const query = useQuery(libraryQuery);
  return <QueryBoundary query={query}>{({ exercises }) => <Library exercises={exercises} />}</QueryBoundary>;
}

function Library({ exercises }: { exercises: LibraryExercise[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const permission = canKeepLibrary(useSession());
  const change = (part: Partial<LibrarySearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const close = () => change({ panel: undefined, code: undefined });
  const found = filterExercises(exercises, search);
  const retired = exercises.filter((one) => one.retired).length;
  const edited = exercises.find(({ code }) => code === search.code);
  return (
    <>
      <PageHeader
        title="Exercise library"
        description={
          permission.allowed
            ? `${exercises.length - retired} exercises for home programmes`
            : `${exercises.length - retired} exercises. ${permission.sentence}`
        }
        actions={<LibraryActions exercises={exercises} isKeeper={permission.allowed} change={change} />}
      />
      <LibraryFilters search={search} retired={retired} found={found.length} change={change} />
      {found.length === 0 ? (
        <EmptyState title="No exercise matches.">
          Take a filter off, or look for a part of the name in English or Spanish.
        </EmptyState>
      ) : (
        <ul className={classes.grid} aria-label="Exercises">
          {found.map((exercise) => (
            <ExerciseCard
              key={exercise.code}
              exercise={exercise}
              isKeeper={permission.allowed}
              onEdit={() => change({ panel: 'edit', code: exercise.code })}
            />
          ))}
        </ul>
      )}
      {permission.allowed && search.panel === 'add' ? <ExerciseForm onClose={close} /> : null}
      {permission.allowed && search.panel === 'edit' && edited ? (
        <ExerciseForm key={edited.code} exercise={edited} onClose={close} />
      ) : null}
      {permission.allowed && search.panel === 'import' ? <ImportPanel onClose={close} /> : null}
    </>
  );
}

interface LibraryActionsProps {
  exercises: LibraryExercise[];
  isKeeper: boolean;
  change: (part: Partial<LibrarySearch>) => void;
}

function LibraryActions({ exercises, isKeeper, change }: LibraryActionsProps) {
  const kept = exercises.filter(({ retired }) => !retired);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">Lists (CSV)</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isKeeper ? <Menu.Item onClick={() => change({ panel: 'import' })}>Import a list</Menu.Item> : null}
          <Menu.Item onClick={() => saveFile('exercises.csv', writeCsv(kept))}>
            Download the library
          </Menu.Item>
          <Menu.Item onClick={() => saveFile('exercises-template.csv', writeCsv(kept.slice(0, 1)))}>
            Download a template with one example
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isKeeper ? <Button onClick={() => change({ panel: 'add' })}>Add exercise</Button> : null}
    </>
  );
}
