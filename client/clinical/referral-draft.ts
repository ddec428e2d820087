import { z } from 'zod';
import type { ordersApi } from '#shared/orders/contract.ts';
import {
  ANSWER_WITHIN_DAYS,
  JOINS_FOR_DAYS,
  rolesFor,
  ServiceCode,
  SERVICES,
} from '#shared/orders/referral.ts';
import type { CallInput, Output } from '#shared/platform/endpoint.ts';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { addDays } from '#shared/platform/time.ts';

/** What a referral's form holds while it is being written. */
export const ReferralDraft = z.object({
  service: ServiceCode.nullable(),
  other: z.string(),
  question: z.string(),
  toStaffId: z.string().nullable(),
  toName: z.string(),
  answerDueOn: z.string(),
  joins: z.boolean(),
  teamUntil: z.string(),
});
export type ReferralDraft = z.infer<typeof ReferralDraft>;

export type Colleagues = Output<typeof ordersApi.list>['colleagues'];

type ReferralBody = CallInput<typeof ordersApi.refer>['body'];

export const startReferral = (today: string): ReferralDraft => ({
  service: 'occupational-therapy',
  other: '',
  question: '',
  toStaffId: null,
  toName: '',
  answerDueOn: addDays(today, ANSWER_WITHIN_DAYS),
  joins: true,
  teamUntil: addDays(today, JOINS_FOR_DAYS),
});

/** Colleagues of this clinic who can take a service on. */
export function colleaguesFor(service: ServiceCode | null, colleagues: Colleagues): Colleagues {
  const roles: readonly string[] = service === null ? [] : rolesFor(service);
  return colleagues.filter(({ role }) => roles.includes(role));
}

/** The referral as the server takes it. */
export function toReferral(draft: ReferralDraft, colleagues: Colleagues): ReferralBody {
  const { service } = draft;
  const isHere = colleaguesFor(service, colleagues).some(
    ({ staffMemberId }) => staffMemberId === draft.toStaffId,
  );
  const toStaffId = isHere && draft.toStaffId !== null ? StaffMemberId.parse(draft.toStaffId) : null;
  return {
    service,
    specialty: service === null ? draft.other : SERVICES[service].label,
    surgicalOpinion: false,
    question: draft.question,
    toStaffId,
    toName: toStaffId !== null || draft.toName.trim() === '' ? null : draft.toName,
    answerDueOn: draft.answerDueOn === '' ? null : draft.answerDueOn,
    teamUntil: service !== null && (draft.joins || toStaffId !== null) ? draft.teamUntil : null,
  };
}
