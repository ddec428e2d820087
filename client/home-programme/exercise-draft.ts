import { z } from 'zod';
import { EQUIPMENT, ExerciseContent, type LibraryExercise } from '#shared/home-programme/model.ts';

const typedNumber = z.number().nullable();

/** An exercise while it is being written: texts as they are typed, one step to a line. */
export const TypedExercise = z.object({
  code: z.string(),
  nameEn: z.string(),
  nameEs: z.string(),
  category: z.string().nullable(),
  region: z.string().nullable(),
  stepsEn: z.string(),
  stepsEs: z.string(),
  cautionEn: z.string(),
  cautionEs: z.string(),
  equipment: z.array(z.enum(EQUIPMENT)),
  dose: z.object({
    sets: typedNumber,
    repetitions: typedNumber,
    holdSeconds: typedNumber,
    minutes: typedNumber,
    timesPerDay: typedNumber,
    daysPerWeek: typedNumber,
  }),
  agents: z.array(z.string()),
  intervention: z.string().nullable(),
  picture: z.string().nullable(),
});
export type TypedExercise = z.infer<typeof TypedExercise>;

const EMPTY: TypedExercise = {
  code: '',
  nameEn: '',
  nameEs: '',
  category: null,
  region: null,
  stepsEn: '',
  stepsEs: '',
  cautionEn: '',
  cautionEs: '',
  equipment: [],
  dose: { sets: 2, repetitions: 10, holdSeconds: null, minutes: null, timesPerDay: 1, daysPerWeek: 5 },
  agents: ['exercise'],
  intervention: null,
  picture: null,
};

/** The form's values for an exercise of the library, or for a new one. */
export function typedFrom(exercise: LibraryExercise | undefined): TypedExercise {
  if (!exercise) return EMPTY;
  const { code, content } = exercise;
  return {
    ...content,
    code,
    nameEn: content.name.en,
    nameEs: content.name.es,
    stepsEn: content.steps.en.join('\n'),
    stepsEs: content.steps.es.join('\n'),
    cautionEn: content.caution.en,
    cautionEs: content.caution.es,
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was typed as the server wants it, or what is wrong with it by field. */
export const readTyped = (typed: TypedExercise) =>
  ExerciseContent.safeParse({
    ...typed,
    name: { en: typed.nameEn, es: typed.nameEs },
    steps: { en: lines(typed.stepsEn), es: lines(typed.stepsEs) },
    caution: { en: typed.cautionEn, es: typed.cautionEs },
  });
