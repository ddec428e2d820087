import type { Context } from '#server/platform/http/context.ts';

/** The columns that a mark fills. */
export const markOf = (ctx: Context, reason: string) => ({
  enteredInErrorAt: ctx.now(),
  enteredInErrorById: ctx.actor.staffMemberId,
  enteredInErrorReason: reason,
});
