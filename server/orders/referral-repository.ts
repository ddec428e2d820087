import type { NewReferral } from '#shared/orders/referral.ts';
import { ReferralId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { fromDateColumn, toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { about, type OrderPlace } from './repository.ts';

/** A referral to store; whoever signed it is the one who refers. */
export interface ReferralRow extends NewReferral {
  teamRole: string | null;
  referredById: string;
}

const dateOrNull = (date: string | null) => (date === null ? null : toDateColumn(date));

export async function insertReferral(
  tx: Tx,
  ctx: Context,
  place: OrderPlace,
  { answerDueOn, teamUntil, ...row }: ReferralRow,
  sentOn: string,
): Promise<ReferralId> {
  const { service, specialty, surgicalOpinion, question, toStaffId, toName, teamRole, referredById } = row;
  const { id } = await tx.referral.create({
    data: {
      ...about(ctx, place),
      ...{ service, specialty, surgicalOpinion, question, toStaffId, toName, teamRole, referredById },
      answerDueOn: dateOrNull(answerDueOn),
      teamUntil: dateOrNull(teamUntil),
      sentOn: toDateColumn(sentOn),
    },
    select: { id: true },
  });
  return ReferralId.parse(id);
}

export async function findColleague(tx: Tx, ctx: Context, staffMemberId: string) {
  return tx.staffMember.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: staffMemberId, active: true },
    select: { role: true },
  });
}

export async function loadReferral(tx: Tx, ctx: Context, on: { episodeId: string; referralId: string }) {
  const row = await tx.referral.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: on.referralId, episodeId: on.episodeId },
    select: {
      patientId: true,
      service: true,
      status: true,
      toStaffId: true,
      sentOn: true,
      version: true,
    },
  });
  if (!row) throw new Problem('not-found');
  return { ...row, sentOn: fromDateColumn(row.sentOn) };
}

type ReferralChange =
  | { status: 'answered' | 'declined' | 'cancelled'; answeredOn: string; answer: string }
  | {
      status: 'accepted';
      acceptedOn: string;
      toName: string;
      teamRole: string | null;
      teamUntil: string | null;
    };

const columnsOf = (ctx: Context, change: ReferralChange) =>
  change.status === 'accepted'
    ? {
        ...change,
        acceptedOn: toDateColumn(change.acceptedOn),
        teamUntil: dateOrNull(change.teamUntil),
        acceptedById: ctx.actor.staffMemberId,
      }
    : { ...change, answeredOn: toDateColumn(change.answeredOn) };

/** Moves a referral on, on top of the version the caller saw. */
export async function updateReferral(
  tx: Tx,
  ctx: Context,
  referralId: string,
  change: ReferralChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.referral.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: referralId, version: expectedVersion },
    data: { ...columnsOf(ctx, change), version: { increment: 1 } },
  });
  return count === 1;
}

export interface Offered {
  referralId: string;
  /** As PostgreSQL writes a date. */
  teamUntil: string | null;
  version: number;
}

/** Referrals addressed to the actor, seen before they are on the team. */
export const findOffered = (tx: Tx) => tx.$queryRaw<Offered[]>`select * from tandem.referrals_to_me()`;
