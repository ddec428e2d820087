import { Text } from '@mantine/core';
import { checkExercise, type HomeLimits } from '#shared/home-programme/check-exercise.ts';
import type { ProgrammeExercise } from '#shared/home-programme/model.ts';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';

interface ExerciseFindingsProps {
  exercise: Pick<ProgrammeExercise, 'content' | 'dose'>;
  limits: HomeLimits | undefined;
}

/** What the prescription in force says against an exercise, or to be careful about. */
export function ExerciseFindings({ exercise, limits }: ExerciseFindingsProps) {
  if (limits === undefined) return null;
  return checkExercise(exercise.content, exercise.dose, limits).map(({ level, sentence }) => {
    const tone = level === 'blocked' ? 'danger' : 'warning';
    return (
      <Text key={sentence} size="sm" c={`var(--tone-${tone}-text)`} component="div">
        <ToneIcon tone={tone} size={14} /> {level === 'blocked' ? `Not permitted. ${sentence}` : sentence}
      </Text>
    );
  });
}
