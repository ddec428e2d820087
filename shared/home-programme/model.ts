import { z } from 'zod';
import { BodyRegion, Side } from '#shared/patients/model.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { AGENTS } from '#shared/prescriptions/interventions.ts';

export const LANGUAGES = ['en', 'es'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

export const EXERCISE_CATEGORIES = [
  'strength',
  'flexibility',
  'posture',
  'balance',
  'coordination',
  'gait',
] as const;
export const ExerciseCategory = z.enum(EXERCISE_CATEGORIES, {
  error: `Choose one of ${EXERCISE_CATEGORIES.join(', ')}.`,
});
export type ExerciseCategory = z.infer<typeof ExerciseCategory>;

export const EQUIPMENT = [
  'chair',
  'wall',
  'counter',
  'mat',
  'step',
  'band',
  'weight',
  'towel',
  'ball',
  'stick',
  'strap',
] as const;
export const Equipment = z.enum(EQUIPMENT, { error: `Choose among ${EQUIPMENT.join(', ')}.` });
export type Equipment = z.infer<typeof Equipment>;

/** The short name of an exercise: what an import recognises it by. */
export const ExerciseCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, {
    error: 'Use 2 to 60 small letters, digits and hyphens, beginning with a letter or digit.',
  })
  .brand<'ExerciseCode'>();
export type ExerciseCode = z.infer<typeof ExerciseCode>;

const count = (min: number, max: number, what: string) =>
  z
    .number({ error: `${what}: enter a number.` })
    .int({ error: `${what}: enter a whole number.` })
    .min(min, { error: `${what}: at least ${min}.` })
    .max(max, { error: `${what}: at most ${max}.` });

/** What is asked for at home. Sets, repetitions, hold and minutes as the exercise needs them; how often is always said. */
export const HomeDose = z
  .object({
    sets: count(1, 10, 'Sets').nullable(),
    repetitions: count(1, 100, 'Repetitions').nullable(),
    holdSeconds: count(1, 300, 'Hold').nullable(),
    minutes: count(1, 120, 'Minutes').nullable(),
    timesPerDay: count(1, 10, 'Times a day'),
    daysPerWeek: count(1, 7, 'Days a week'),
  })
  .refine((dose) => dose.repetitions !== null || dose.holdSeconds !== null || dose.minutes !== null, {
    error: 'Say how many repetitions, how long to hold, or for how many minutes.',
    path: ['repetitions'],
  });
export type HomeDose = z.infer<typeof HomeDose>;

const both = (max: number, what: string) =>
  z.object({
    en: requiredText(max, `${what} in English`),
    /** Empty: the English is printed. */
    es: text(max),
  });

const Steps = z.array(requiredText(300, 'A step')).max(8);

/** An exercise of the library, in the words that the patient reads. */
export const ExerciseContent = z.object({
  name: both(120, 'The name'),
  category: ExerciseCategory,
  region: BodyRegion,
  steps: z.object({ en: Steps.min(1, { error: 'Say how it is done, at least one step.' }), es: Steps }),
  caution: z.object({ en: text(300), es: text(300) }),
  equipment: z.array(Equipment).max(6),
  dose: HomeDose,
  /** What precautions look for (prescriptions/interventions.ts). */
  agents: z.array(z.enum(AGENTS)).max(10),
  /** The intervention of the catalogue whose limits on the prescription also hold at home. */
  intervention: z.string().max(60).nullable(),
  /** One of the drawn pictures. */
  picture: z.string().max(60).nullable(),
});
export type ExerciseContent = z.infer<typeof ExerciseContent>;

/** Where a library entry comes from: shipped as it is, shipped and edited here, or the organization's own. */
export const ExerciseOrigin = z.enum(['shipped', 'edited', 'own']);

export const LibraryExercise = z.object({
  code: ExerciseCode,
  content: ExerciseContent,
  origin: ExerciseOrigin,
  retired: z.boolean(),
  /** 0 while the organization has nothing of its own under this code. */
  version: z.number().int(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
});
export type LibraryExercise = z.infer<typeof LibraryExercise>;

/** One exercise of a patient's programme as the therapist asks for it. */
export const AskedExercise = z.object({
  code: ExerciseCode,
  side: Side.nullable(),
  dose: HomeDose,
  note: text(300),
  /** The same in Spanish; empty: the other is printed, and said to be in English. */
  noteEs: text(300).default(''),
});
export type AskedExercise = z.infer<typeof AskedExercise>;

/** The same with the words and the picture of its day: a later edit of the library does not change what was handed out. */
export const ProgrammeExercise = AskedExercise.extend({ content: ExerciseContent });
export type ProgrammeExercise = z.infer<typeof ProgrammeExercise>;

export const MOST_EXERCISES = 20;

export const ProgrammeContent = z.object({
  exercises: z.array(ProgrammeExercise).max(MOST_EXERCISES),
  /** For the patient: when to stop, whom to call. */
  note: text(1000),
  noteEs: text(1000).default(''),
});
export type ProgrammeContent = z.infer<typeof ProgrammeContent>;

/** A version of a patient's programme; the one with the highest number is in force. An empty one stops it. */
export const ProgrammeVersion = z.object({
  versionNumber: z.number().int(),
  signedAt: z.string(),
  author: z.string(),
  content: ProgrammeContent,
});
export type ProgrammeVersion = z.infer<typeof ProgrammeVersion>;
