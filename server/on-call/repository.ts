import { ClinicWeek } from '#shared/on-call/clinic-hours.ts';
import { StaffRole, type Actor } from '#shared/platform/actor.ts';
import { OnCallDutyId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Context } from '#server/platform/http/context.ts';

const place = (ctx: Context<Actor>, id: string) => ({
  organizationId_id: { organizationId: ctx.actor.organizationId, id },
});

/** The zone of a clinic of this organization; another one is not found. */
export async function loadClinicZone(tx: Tx, ctx: Context, clinicId: string): Promise<string> {
  const clinic = await tx.clinic.findUnique({ where: place(ctx, clinicId), select: { timeZone: true } });
  if (!clinic) throw new Problem('not-found');
  return clinic.timeZone;
}

export async function getColleague(tx: Tx, ctx: Context, staffMemberId: string) {
  const found = await tx.staffMember.findUnique({
    where: place(ctx, staffMemberId),
    select: { role: true, active: true },
  });
  return found ? { role: StaffRole.parse(found.role), active: found.active } : undefined;
}

interface NewDuty {
  clinicId: string;
  staffMemberId: string;
  startsAt: Date;
  endsAt: Date;
  phone: string;
}

/** Two duties of one clinic that overlap are refused by the database: `time-taken`. */
export async function insertDuty(tx: Tx, ctx: Context, { phone, ...duty }: NewDuty): Promise<OnCallDutyId> {
  const { id } = await tx.onCallDuty.create({
    data: {
      ...duty,
      phone: phone === '' ? null : phone,
      organizationId: ctx.actor.organizationId,
      setById: ctx.actor.staffMemberId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
  return OnCallDutyId.parse(id);
}

export async function loadDuty(tx: Tx, ctx: Context, clinicId: string, onCallDutyId: string) {
  const duty = await tx.onCallDuty.findFirst({
    where: { organizationId: ctx.actor.organizationId, clinicId, id: onCallDutyId },
  });
  if (!duty) throw new Problem('not-found');
  return duty;
}

/** Ends a duty that runs, or takes back one that has not begun; answers whether it was still that version. */
export async function updateEnd(
  tx: Tx,
  ctx: Context,
  onCallDutyId: string,
  end: { endsAt: Date } | { takenBackAt: Date },
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.onCallDuty.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: onCallDutyId, version: expectedVersion },
    data: { ...end, endedById: ctx.actor.staffMemberId, version: { increment: 1 } },
  });
  return count === 1;
}

export async function getHours(
  tx: Tx,
  ctx: Context,
  clinicId: string,
): Promise<{ week: ClinicWeek; version: number } | undefined> {
  const row = await tx.clinicHours.findUnique({
    where: { organizationId_clinicId: { organizationId: ctx.actor.organizationId, clinicId } },
    select: { week: true, version: true },
  });
  return row ? { week: ClinicWeek.parse(row.week), version: row.version } : undefined;
}

/** Stores a clinic's week on top of the version the caller saw, 0 when there was none. */
export async function saveHours(
  tx: Tx,
  ctx: Context,
  clinicId: string,
  week: ClinicWeek,
  expectedVersion: number,
): Promise<boolean> {
  const by = { week: toJsonColumn(week), setById: ctx.actor.staffMemberId, setAt: ctx.now() };
  const { organizationId } = ctx.actor;
  if (expectedVersion === 0) {
    const { count } = await tx.clinicHours.createMany({
      data: [{ ...by, organizationId, clinicId }],
      skipDuplicates: true,
    });
    return count === 1;
  }
  const { count } = await tx.clinicHours.updateMany({
    where: { organizationId, clinicId, version: expectedVersion },
    data: { ...by, version: { increment: 1 } },
  });
  return count === 1;
}
