import { Button, Group, Text } from '@mantine/core';
import { doseInWords, oftenInWords } from '#shared/home-programme/dose-in-words.ts';
import { CATEGORY_LABEL, EQUIPMENT_LABEL } from '#shared/home-programme/library-words.ts';
import type { LibraryExercise } from '#shared/home-programme/model.ts';
import { BODY_REGION_LABEL } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ProblemAlert } from '#client/ui/ProblemAlert.tsx';
import { showNote } from '#client/ui/show-note.ts';
import { ExercisePicture } from './ExercisePicture.tsx';
import { useRetireExercise } from './queries.ts';
import classes from './HomeProgramme.module.css';

interface ExerciseCardProps {
  exercise: LibraryExercise;
  isKeeper: boolean;
  onEdit: () => void;
}

/** One exercise of the library. */
export function ExerciseCard({ exercise, isKeeper, onEdit }: ExerciseCardProps) {
  const { content } = exercise;
  const { name, category, region, dose, equipment } = content;
  return (
    <li className={classes.card}>
      <ExercisePicture code={content.picture} label="" />
      <Text fw={600}>{name.en}</Text>
      <Text size="sm" c="dimmed" lang="es">
        {name.es === '' ? 'no Spanish yet' : name.es}
      </Text>
      <Text size="sm">
        {doseInWords(dose, 'en')}, {oftenInWords(dose, 'en')}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          CATEGORY_LABEL[category],
          BODY_REGION_LABEL[region],
          ...equipment.map((one) => EQUIPMENT_LABEL[one].en),
        ].join(' · ')}
      </Text>
      <Origin exercise={exercise} />
      {isKeeper ? <Acts exercise={exercise} onEdit={onEdit} /> : null}
    </li>
  );
}

function Origin({ exercise: { origin, changedAt, changedBy } }: { exercise: LibraryExercise }) {
  const { date, dateOf } = useClinicTime();
  if (origin === 'shipped' || changedAt === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {origin === 'own' ? 'Our own' : 'Edited here'}, {date(dateOf(changedAt))}, {changedBy}
    </Text>
  );
}

function Acts({ exercise, onEdit }: Omit<ExerciseCardProps, 'isKeeper'>) {
  const { code, version, retired, content } = exercise;
  const retire = useRetireExercise(code);
  const toggle = () =>
    retire.mutate(
      { retired: !retired, expectedVersion: version },
      {
        onSuccess: () =>
          showNote(
            retired ? `${content.name.en} is back.` : `${content.name.en} is retired; programmes keep it.`,
          ),
      },
    );
  return (
    <>
      <ProblemAlert error={retire.error} />
      <Group gap="xs" mt="auto" pt={4}>
        <Button size="compact-sm" variant="default" aria-label={`Edit ${content.name.en}`} onClick={onEdit}>
          Edit
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={retire.isPending}
          aria-label={`${retired ? 'Bring back' : 'Retire'} ${content.name.en}`}
          onClick={toggle}
        >
          {retired ? 'Bring back' : 'Retire'}
        </Button>
      </Group>
    </>
  );
}
