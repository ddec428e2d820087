import type { StaffRole, SystemActor } from '#shared/platform/actor.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

export interface NewClinic {
  name: string;
  slug: string;
  timeZone: string;
  phone?: string | undefined;
}

/** Adds a site to an organization; answers its id. A taken slug or name is refused by the database. */
export const insertClinic = (ctx: Context<SystemActor>, clinic: NewClinic): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const { id } = await tx.clinic.create({
      data: { ...clinic, organizationId: ctx.actor.organizationId },
      select: { id: true },
    });
    return id;
  });

export interface NewStaffMember {
  clinicId: string;
  authUserId: string;
  role: StaffRole;
  givenName: string;
  familyName: string;
  credentials?: string | undefined;
  email: string;
}

/** Adds a person who works here, tied to their account. */
export const insertStaffMember = (ctx: Context<SystemActor>, person: NewStaffMember): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const { id } = await tx.staffMember.create({
      data: { ...person, organizationId: ctx.actor.organizationId },
      select: { id: true },
    });
    return id;
  });
