import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { withChart } from '#shared/prescriptions/chart-precautions.ts';
import { checkExercise, type HomeLimits } from './check-exercise.ts';
import type { ExerciseContent, HomeDose } from './model.ts';

/** An exercise that was handed out and may not be done any more. */
export const Misfit = z.object({ name: z.string(), sentence: z.string() });
export type Misfit = z.infer<typeof Misfit>;

/** What of an exercise decides whether it fits. */
export interface HandedOut {
  content: Pick<ExerciseContent, 'agents' | 'intervention' | 'category' | 'picture'> & {
    name: { en: string };
  };
  dose: HomeDose;
}

/** What limits the programme today: the version in force, and what the chart calls for since and it does not decide. */
export const limitsToday = (
  limits: HomeLimits,
  chart: readonly CodedCondition[],
  clinicValues: ClinicOverrides,
): HomeLimits => ({ ...limits, precautions: withChart(limits.precautions, chart, clinicValues) });

/**
 * The exercises of a programme that was handed out under other limits and that today's forbid: a version was signed, weight bearing
 * became less, or the chart tells of a contraindication. A programme is never saved with one, so each of them is news.
 */
export const noLongerFits = (exercises: readonly HandedOut[], limits: HomeLimits): Misfit[] =>
  exercises.flatMap(({ content, dose }) =>
    checkExercise(content, dose, limits)
      .filter(({ level }) => level === 'blocked')
      .slice(0, 1)
      .map(({ sentence }) => ({ name: content.name.en, sentence })),
  );
