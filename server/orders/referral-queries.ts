import type { ordersApi } from '#shared/orders/contract.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

type Offered = Output<typeof ordersApi.offered>['referrals'][number];

/** Referrals addressed to the actor that wait for a yes or a no; they read no more of the record than the question. */
export async function findOfferedReferrals(ctx: Context): Promise<Output<typeof ordersApi.offered>> {
  const rows = await readAs<{ referral: Offered }>(ctx, {
    name: 'orders-referrals-to-me',
    text: 'select to_json(r) as referral from tandem.referrals_to_me() r',
  });
  return { referrals: rows.map(({ referral }) => referral) };
}

/** A referral's fields as JSON, without who referred: the shape of `SentReferral`. `nameOf` gives a person's name. */
export const referralFields = (nameOf: (column: string) => string) => `
  'referralId', o.id, 'service', o.service, 'specialty', o.specialty, 'surgicalOpinion', o.surgical_opinion,
  'question', o.question, 'status', o.status, 'referredBy', ${nameOf('referred_by_id')}, 'sentOn', o.sent_on,
  'toStaffId', o.to_staff_id, 'to', coalesce(o.to_name, ${nameOf('to_staff_id')}), 'answerDueOn', o.answer_due_on,
  'acceptedOn', o.accepted_on, 'acceptedBy', ${nameOf('accepted_by_id')}, 'teamRole', o.team_role, 'teamUntil', o.team_until,
  'answeredOn', o.answered_on, 'answer', o.answer`;
