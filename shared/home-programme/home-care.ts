import { z } from 'zod';
import type { HomeLimits } from './check-exercise.ts';
import { EducationGiven } from './education.ts';
import { type HandedOut, Misfit, noLongerFits } from './fit.ts';

/** What a session sheet says about home: the programme in force, and what was taught before, in the order of the sessions. */
export const HomeCare = z.object({
  programme: z
    .object({
      versionNumber: z.number().int(),
      signedAt: z.string(),
      exercises: z.array(z.string()),
      /** Exercises of it that the prescription or the chart forbids today. */
      noLongerFits: z.array(Misfit),
      /** Null when nothing is asked for any more. */
      daysPerWeek: z.number().int().nullable(),
    })
    .nullable(),
  taught: z.array(EducationGiven.pick({ topic: true, teachBack: true })),
});
export type HomeCare = z.infer<typeof HomeCare>;

type Programme = NonNullable<HomeCare['programme']>;

/** As it is stored: each exercise with what decides whether it fits. */
export interface StoredHomeCare extends Pick<HomeCare, 'taught'> {
  programme: (Omit<Programme, 'exercises' | 'noLongerFits'> & { exercises: HandedOut[] }) | null;
}

/** The same held against the limits of the day; without a version in force nothing can be judged. */
export const homeCareUnder = (
  { programme, taught }: StoredHomeCare,
  limits: HomeLimits | undefined,
): HomeCare => ({
  taught,
  programme:
    programme === null
      ? null
      : {
          ...programme,
          exercises: programme.exercises.map(({ content }) => content.name.en),
          noLongerFits: limits === undefined ? [] : noLongerFits(programme.exercises, limits),
        },
});
