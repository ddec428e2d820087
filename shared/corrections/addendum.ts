import { z } from 'zod';
import { StaffRole } from '#shared/platform/actor.ts';
import { requiredText } from '#shared/platform/endpoint.ts';

/** What is added to something signed: the words before it stay (rules.md 1.4 [P]). */
export const NewAddendum = z.object({
  reason: requiredText(300, 'The reason'),
  text: requiredText(4000, 'The addendum'),
});
export type NewAddendum = z.infer<typeof NewAddendum>;

export const Addendum = NewAddendum.extend({
  id: z.string(),
  reason: z.string(),
  text: z.string(),
  authorName: z.string(),
  authorRole: StaffRole,
  createdAt: z.string(),
});
export type Addendum = z.infer<typeof Addendum>;
