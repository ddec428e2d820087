import { z } from 'zod';
import { ProgrammeExercise, type ProgrammeVersion } from '#shared/home-programme/model.ts';
import { TypedExercise } from './exercise-draft.ts';

/** An exercise of the programme while its dose is being typed. */
export const TypedRow = ProgrammeExercise.extend({ dose: TypedExercise.shape.dose });
export type TypedRow = z.infer<typeof TypedRow>;

/** The version stays with the text: a draft that waited must not slip over what a colleague saved meanwhile. */
export const TypedProgramme = z.object({
  rows: z.array(TypedRow),
  note: z.string(),
  noteEs: z.string().default(''),
  version: z.number().int(),
});
export type TypedProgramme = z.infer<typeof TypedProgramme>;

/** What is in force, to be changed; version 0 when there is nothing yet. */
export const typedFrom = (current: ProgrammeVersion | null): TypedProgramme => ({
  rows: current?.content.exercises ?? [],
  note: current?.content.note ?? '',
  noteEs: current?.content.noteEs ?? '',
  version: current?.versionNumber ?? 0,
});
