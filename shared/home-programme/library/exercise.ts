import type { BodyRegion } from '#shared/patients/model.ts';
import type { Agent } from '#shared/prescriptions/interventions.ts';
import type { Equipment, ExerciseCategory, ExerciseContent, HomeDose } from '../model.ts';

type Both = readonly [en: string, es: string];

interface Shipped {
  name: Both;
  region: BodyRegion;
  /** Pairs of a step in English and in Spanish. */
  steps: readonly Both[];
  caution?: Both;
  equipment?: readonly Equipment[];
  dose: HomeDose;
  agents?: readonly Agent[];
  intervention?: string;
}

/** Sets of repetitions. */
export const sets = (count: number, repetitions: number, daysPerWeek = 5, timesPerDay = 1): HomeDose => ({
  sets: count,
  repetitions,
  holdSeconds: null,
  minutes: null,
  timesPerDay,
  daysPerWeek,
});

/** Repetitions that are each held. */
export const holds = (
  repetitions: number,
  holdSeconds: number,
  daysPerWeek = 7,
  timesPerDay = 1,
): HomeDose => ({
  sets: null,
  repetitions,
  holdSeconds,
  minutes: null,
  timesPerDay,
  daysPerWeek,
});

export const minutes = (count: number, daysPerWeek = 5, timesPerDay = 1): HomeDose => ({
  sets: null,
  repetitions: null,
  holdSeconds: null,
  minutes: count,
  timesPerDay,
  daysPerWeek,
});

/** A shipped exercise; its picture has its code. */
export const shipped = (
  category: ExerciseCategory,
  code: string,
  exercise: Shipped,
): [string, ExerciseContent] => [
  code,
  {
    name: { en: exercise.name[0], es: exercise.name[1] },
    category,
    region: exercise.region,
    steps: { en: exercise.steps.map(([en]) => en), es: exercise.steps.map(([, es]) => es) },
    caution: { en: exercise.caution?.[0] ?? '', es: exercise.caution?.[1] ?? '' },
    equipment: [...(exercise.equipment ?? [])],
    dose: exercise.dose,
    agents: ['exercise', ...(exercise.agents ?? [])],
    intervention: exercise.intervention ?? null,
    picture: code,
  },
];
