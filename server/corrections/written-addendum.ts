import type { Addendum, NewAddendum } from '#shared/corrections/addendum.ts';
import { StaffRole } from '#shared/platform/actor.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What the actor has just added, as every page shows it. */
export const writtenAddendum = (ctx: Context, id: string, body: NewAddendum): Addendum => ({
  id,
  ...body,
  authorName: ctx.actor.name,
  authorRole: StaffRole.parse(ctx.actor.role),
  createdAt: ctx.now().toISOString(),
});
