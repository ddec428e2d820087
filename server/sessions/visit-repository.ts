import type { PlainDate } from '#shared/platform/time.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { SessionPlace } from './repository.ts';

export interface SessionSlot {
  therapistId: string;
  sessionDate: PlainDate;
  scheduledAt: Date;
  endsAt: Date;
}

export async function insertSession(
  tx: Tx,
  ctx: Context,
  episode: { patientId: string; episodeId: string; clinicId: string },
  slot: SessionSlot,
): Promise<string> {
  const { id } = await tx.session.create({
    data: {
      organizationId: ctx.actor.organizationId,
      ...episode,
      ...slot,
      sessionDate: toDateColumn(slot.sessionDate),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
}

export type SessionChange =
  | { status: 'arrived'; arrivedAt: Date }
  | { status: 'missed'; missReason: string }
  | { status: 'cancelled'; cancelledBy: 'patient' | 'clinic'; missReason: string }
  | { status: 'planned'; arrivedAt: null; missReason: null; cancelledBy: null }
  | SessionSlot;

/** Stores a change on top of the version the caller saw; answers whether it was still that version. */
export async function updateSession(
  tx: Tx,
  ctx: Context,
  { sessionId }: SessionPlace,
  change: SessionChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: sessionId, version: expectedVersion },
    data: {
      ...change,
      ...('sessionDate' in change ? { sessionDate: toDateColumn(change.sessionDate) } : {}),
      updatedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Planned visits of an episode that will not take place; one under way stays, so that its note can be signed. */
export async function cancelPlannedSessions(
  tx: Tx,
  ctx: Context,
  episodeId: string,
  reason: string,
): Promise<void> {
  await tx.session.updateMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, status: 'planned' },
    data: {
      status: 'cancelled',
      cancelledBy: 'clinic',
      missReason: reason,
      version: { increment: 1 },
    },
  });
}

/** Keeps what is on the sheet; answers the new version, or nothing when the session is not open at `expectedVersion`. */
export async function updateDraft(
  tx: Tx,
  ctx: Context,
  place: SessionPlace,
  content: SessionContent,
  expectedVersion: number,
): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    update session set draft = ${JSON.stringify(content)}::jsonb, version = version + 1, updated_at = ${ctx.now()}
     where organization_id = ${ctx.actor.organizationId}::uuid and episode_id = ${place.episodeId}::uuid
       and id = ${place.sessionId}::uuid and version = ${expectedVersion} and status in ('planned', 'arrived')
    returning version`;
  return row?.version;
}

/** Throws the draft away, on top of the version that was seen. */
export async function clearDraft(
  tx: Tx,
  ctx: Context,
  place: SessionPlace,
  expectedVersion: number,
): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    update session set draft = null, version = version + 1, updated_at = ${ctx.now()}
     where organization_id = ${ctx.actor.organizationId}::uuid and episode_id = ${place.episodeId}::uuid
       and id = ${place.sessionId}::uuid and version = ${expectedVersion} and status in ('planned', 'arrived')
    returning version`;
  return row?.version;
}

/** What is stored as the draft now, for the person who must choose between two. */
export async function loadDraft(tx: Tx, ctx: Context, { sessionId }: SessionPlace): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ draft: unknown }[]>`
    select draft from session where organization_id = ${ctx.actor.organizationId}::uuid and id = ${sessionId}::uuid`;
  return row?.draft ?? null;
}

/** Whether the person treats on this patient's team at that moment, as a therapist; who is on it now may be entered for earlier. */
export async function isTherapistOfPatient(
  tx: Tx,
  ctx: Context,
  patientId: string,
  therapistId: string,
  on: Date,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (
      select from care_team_member m
      join staff_member t on t.organization_id = m.organization_id and t.id = m.staff_member_id
     where m.organization_id = ${ctx.actor.organizationId}::uuid and m.patient_id = ${patientId}::uuid
       and m.staff_member_id = ${therapistId}::uuid and t.active
       and t.role in ('physical-therapist', 'physical-therapist-assistant', 'occupational-therapist', 'speech-therapist')
       and m.valid_from <= greatest(${on}::timestamptz, ${ctx.now()}::timestamptz) and (m.valid_to is null or m.valid_to > ${on})) as found`;
  return row?.found ?? false;
}

/** Others who plan for the same therapist wait until this transaction ends. */
export async function holdTherapistTimes(tx: Tx, therapistId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`therapist:${therapistId}`}, 0))`;
}

/** When a therapist is booked on the day that begins at `from`, whoever the patients are. */
export const findTherapistTimes = (
  tx: Tx,
  therapistId: string,
  from: Date,
  except: string | undefined,
): Promise<{ startsAt: Date; endsAt: Date }[]> =>
  tx.$queryRaw`
    select * from tandem.therapist_times(
      ${therapistId}::uuid, ${from}::timestamptz, ${new Date(from.getTime() + DAY_MILLISECONDS)}::timestamptz,
      ${except ?? null}::uuid)`;

const DAY_MILLISECONDS = 86_400_000;
