import type { TeamRole } from '#shared/care-teams/model.ts';
import { StaffRole, type Actor } from '#shared/platform/actor.ts';
import { CareTeamMemberId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** A person and their place on one patient's team. */
export interface NewMember {
  patientId: string;
  staffMemberId: string;
  role: TeamRole;
  kind: 'member' | 'cover';
  validFrom: Date;
  validTo?: Date | null | undefined;
  reason?: string | null | undefined;
}

const place = (ctx: Context<Actor>, id: string) => ({
  organizationId_id: { organizationId: ctx.actor.organizationId, id },
});

/** The zone of the patient's clinic; a patient this actor may not see is not found. */
export async function loadTeamZone(tx: Tx, ctx: Context<Actor>, patientId: string): Promise<string> {
  const patient = await tx.patient.findUnique({
    where: place(ctx, patientId),
    select: { clinic: { select: { timeZone: true } } },
  });
  if (!patient) throw new Problem('not-found');
  return patient.clinic.timeZone;
}

export async function getColleague(tx: Tx, ctx: Context<Actor>, staffMemberId: string) {
  const found = await tx.staffMember.findUnique({
    where: place(ctx, staffMemberId),
    select: { role: true, active: true },
  });
  return found ? { role: StaffRole.parse(found.role), active: found.active } : undefined;
}

/** Two periods of one person in one role on one team that touch are refused by the database: `already-on-team`. */
export async function insertMember(
  tx: Tx,
  ctx: Context<Actor>,
  member: NewMember,
): Promise<CareTeamMemberId> {
  const { id } = await tx.careTeamMember.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId: member.patientId,
      staffMemberId: member.staffMemberId,
      role: member.role,
      kind: member.kind,
      validFrom: member.validFrom,
      validTo: member.validTo ?? null,
      reason: member.reason ?? null,
      addedById: ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
    },
    select: { id: true },
  });
  return CareTeamMemberId.parse(id);
}

export async function loadMember(tx: Tx, ctx: Context<Actor>, patientId: string, careTeamMemberId: string) {
  const member = await tx.careTeamMember.findFirst({
    where: { organizationId: ctx.actor.organizationId, patientId, id: careTeamMemberId },
  });
  if (!member) throw new Problem('not-found');
  return member;
}

/** Whether the person is on the team in that role at `at`. */
export async function isOnTeam(
  tx: Tx,
  ctx: Context<Actor>,
  member: Pick<NewMember, 'patientId' | 'staffMemberId' | 'role'>,
  at: Date,
): Promise<boolean> {
  const found = await tx.careTeamMember.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      ...member,
      validFrom: { lte: at },
      OR: [{ validTo: null }, { validTo: { gt: at } }],
    },
    select: { id: true },
  });
  return found !== null;
}

interface Ending {
  validTo: Date;
  reason: string;
  expectedVersion: number;
}

/** Stores the end on top of the version the caller saw; answers whether it was still that version. */
export async function updateEnd(
  tx: Tx,
  ctx: Context,
  careTeamMemberId: string,
  end: Ending,
): Promise<boolean> {
  const { count } = await tx.careTeamMember.updateMany({
    where: {
      organizationId: ctx.actor.organizationId,
      id: careTeamMemberId,
      version: end.expectedVersion,
    },
    data: {
      validTo: end.validTo,
      endReason: end.reason,
      endedById: ctx.actor.staffMemberId,
      version: { increment: 1 },
    },
  });
  return count === 1;
}
