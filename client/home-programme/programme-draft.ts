import { z } from 'zod';
import { ProgrammeExercise } from '#shared/home-programme/model.ts';
import { TypedExercise } from './exercise-draft.ts';

/** An exercise of the programme while its dose is being typed. */
export const TypedRow = ProgrammeExercise.extend({ dose: TypedExercise.shape.dose });
export type TypedRow = z.infer<typeof TypedRow>;

export const TypedProgramme = z.object({ rows: z.array(TypedRow), note: z.string() });
