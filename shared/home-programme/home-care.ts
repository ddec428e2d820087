import { z } from 'zod';
import { EducationGiven } from './education.ts';

/** What a session sheet says about home: the programme in force, and what was taught before, in the order of the sessions. */
export const HomeCare = z.object({
  programme: z
    .object({
      versionNumber: z.number().int(),
      signedAt: z.string(),
      exercises: z.array(z.string()),
      /** Null when nothing is asked for any more. */
      daysPerWeek: z.number().int().nullable(),
    })
    .nullable(),
  taught: z.array(EducationGiven.pick({ topic: true, teachBack: true })),
});
export type HomeCare = z.infer<typeof HomeCare>;
