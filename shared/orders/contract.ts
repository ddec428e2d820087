import { z } from 'zod';
import { ErrorReason } from '#shared/corrections/entered-in-error.ts';
import { NewInr } from '#shared/medications/inr-reading.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { CLINICAL_ROLES, StaffRole } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, onEpisode, requiredText, text } from '#shared/platform/endpoint.ts';
import {
  DiagnosticOrderId,
  EpisodeId,
  PatientId,
  ProcedureId,
  ReferralId,
  StaffMemberId,
  TaskId,
} from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { InboxEntry } from './inbox.ts';
import { OrderFacts } from './known-answers.ts';
import { DiagnosticOrder, NewOrder, ResultFlag } from './model.ts';
import { RECOMMENDATION_REFUSALS } from './policy.ts';
import { limitIssues, NewProcedure, PerformedProcedure, TherapyLimit } from './procedure.ts';
import { NewReferral, OfferedReferral, SentReferral } from './referral.ts';

const onOrder = onEpisode.extend({ diagnosticOrderId: DiagnosticOrderId });
const onProcedure = onEpisode.extend({ procedureId: ProcedureId });
const onReferral = onEpisode.extend({ referralId: ReferralId });

const version = z.object({ version: z.number().int() });

/** Those who may see the pages; what only a physiatrist may do is the policy's to say, with the reason. */
const PHYSIATRIST = ['physiatrist'] as const;

/** A test or referral that a therapist recommends: words to the physiatrist, and nothing ordered by it. */
export const Recommendation = z.object({
  taskId: TaskId,
  recommendation: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const ordersApi = {
  list: endpoint({
    id: 'orders.list',
    method: 'GET',
    path: '/api/episodes/:episodeId/orders',
    summary: 'Tests, procedures and referrals of an episode',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      header: EpisodeHeader,
      orders: z.array(DiagnosticOrder),
      procedures: z.array(PerformedProcedure),
      referrals: z.array(SentReferral),
      /** What a therapist recommends and no physiatrist has settled. */
      recommendations: z.array(Recommendation),
      /** Colleagues who can take a service on. */
      colleagues: z.array(z.object({ staffMemberId: StaffMemberId, name: z.string(), role: StaffRole })),
      /** What the episode is judged by, with the latest value: what a procedure may be expected to change. */
      series: z.array(
        z.object({
          measureCode: z.string(),
          side: z.enum(['left', 'right']).nullable(),
          value: z.number().nullable(),
          measuredOn: PlainDate.nullable(),
        }),
      ),
    }),
  }),
  recommend: endpoint({
    id: 'orders.recommend',
    method: 'POST',
    path: '/api/episodes/:episodeId/recommendations',
    summary: 'Recommend a test or a referral to the physiatrist: a task for them, nothing is ordered',
    permission: ['physical-therapist', 'occupational-therapist', 'speech-therapist'],
    refusals: RECOMMENDATION_REFUSALS,
    params: onEpisode,
    body: z.object({ recommendation: requiredText(1000, 'What you recommend, and why') }),
    response: z.object({ recommendedAt: z.string() }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  prepare: endpoint({
    id: 'orders.prepare',
    method: 'GET',
    path: '/api/episodes/:episodeId/orders/preparation',
    summary: 'What the chart already says to the questions that are asked before a test',
    permission: PHYSIATRIST,
    params: onEpisode,
    response: OrderFacts,
  }),
  inbox: endpoint({
    id: 'orders.list-inbox',
    method: 'GET',
    path: '/api/results',
    summary: 'Results that nobody has acknowledged, oldest first, or tests whose result has not come',
    permission: PHYSIATRIST,
    query: z.object({
      show: z.enum(['to-read', 'awaited']).default('to-read'),
      whose: z.enum(['all', 'mine']).default('all'),
    }),
    response: z.object({ entries: z.array(InboxEntry), toRead: z.number().int(), awaited: z.number().int() }),
  }),
  countInbox: endpoint({
    id: 'orders.count-inbox',
    method: 'GET',
    path: '/api/results/count',
    summary: 'How many results wait to be read',
    permission: PHYSIATRIST,
    response: z.object({ toRead: z.number().int() }),
  }),
  schedule: endpoint({
    id: 'orders.schedule',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders/:diagnosticOrderId/appointment',
    summary: 'Note when and where a test is done',
    permission: CLINICAL_ROLES,
    params: onOrder,
    body: z.object({ scheduledOn: PlainDate, scheduledAt: text(120).nullable(), expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  place: endpoint({
    id: 'orders.place',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders',
    summary: 'Order a test',
    permission: PHYSIATRIST,
    params: onEpisode,
    body: NewOrder,
    response: z.object({ diagnosticOrderId: DiagnosticOrderId }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  enterResult: endpoint({
    id: 'orders.enter-result',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders/:diagnosticOrderId/result',
    summary:
      'Enter the report of a test, or the one that takes its place; the ordering physiatrist is asked to read it',
    permission: CLINICAL_ROLES,
    params: onOrder,
    body: z.object({
      resultOn: PlainDate,
      reportText: requiredText(8000, 'The report'),
      flag: ResultFlag.nullable().default(null),
      /** Of a laboratory's report: the INR that it says, with the day the blood was drawn. */
      inr: NewInr.nullable().default(null),
      expectedVersion,
    }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  acknowledge: endpoint({
    id: 'orders.acknowledge',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders/:diagnosticOrderId/acknowledgement',
    summary: 'Acknowledge a result with one’s own reading',
    permission: PHYSIATRIST,
    params: onOrder,
    body: z.object({ ownReading: requiredText(4000, 'Your own reading'), expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  cancel: endpoint({
    id: 'orders.cancel',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders/:diagnosticOrderId/cancellation',
    summary: 'Cancel a test that has no result yet, with the reason',
    permission: PHYSIATRIST,
    params: onOrder,
    body: z.object({ reason: requiredText(300, 'The reason'), expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  perform: endpoint({
    id: 'orders.perform-procedure',
    method: 'POST',
    path: '/api/episodes/:episodeId/procedures',
    summary:
      'Record a procedure that was performed: injection, block, botulinum toxin, spinal, or surgery elsewhere',
    permission: PHYSIATRIST,
    params: onEpisode,
    body: NewProcedure,
    response: z.object({ procedureId: ProcedureId }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  noteComplication: endpoint({
    id: 'orders.note-complication',
    method: 'POST',
    path: '/api/episodes/:episodeId/procedures/:procedureId/complication',
    summary: 'Write down a complication of a procedure',
    permission: CLINICAL_ROLES,
    params: onProcedure,
    body: z.object({ complication: requiredText(500, 'The complication'), expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  changeRest: endpoint({
    id: 'orders.change-therapy-rest',
    method: 'POST',
    path: '/api/episodes/:episodeId/procedures/:procedureId/rest',
    summary: 'Change what therapy leaves out after a procedure, with the reason',
    permission: PHYSIATRIST,
    params: onProcedure,
    body: TherapyLimit.extend({ reason: requiredText(300, 'The reason'), expectedVersion }).superRefine(
      (limit, context) => {
        for (const issue of limitIssues(limit)) context.addIssue({ code: 'custom', ...issue });
      },
    ),
    response: version,
    errors: ['stale-version', 'episode-closed', 'conflict'],
  }),
  markProcedureError: endpoint({
    id: 'orders.mark-procedure-error',
    method: 'POST',
    path: '/api/episodes/:episodeId/procedures/:procedureId/error',
    summary:
      'Mark a procedure as entered in error: it stays readable, and leaves trends, phases and the gate',
    permission: CLINICAL_ROLES,
    params: onProcedure,
    body: z.object({ reason: ErrorReason, expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  markOrderError: endpoint({
    id: 'orders.mark-order-error',
    method: 'POST',
    path: '/api/episodes/:episodeId/orders/:diagnosticOrderId/error',
    summary:
      'Mark a test as ordered by mistake, with or without a result: it stays readable and no longer counts',
    permission: CLINICAL_ROLES,
    params: onOrder,
    body: z.object({ reason: ErrorReason, expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  refer: endpoint({
    id: 'orders.send-referral',
    method: 'POST',
    path: '/api/episodes/:episodeId/referrals',
    summary: 'Refer to another specialty, or ask for a surgical opinion',
    permission: PHYSIATRIST,
    params: onEpisode,
    body: NewReferral,
    response: z.object({ referralId: ReferralId }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  acceptOutside: endpoint({
    id: 'orders.note-acceptance',
    method: 'POST',
    path: '/api/episodes/:episodeId/referrals/:referralId/acceptance',
    summary:
      'Note that somebody outside has accepted a referral, who, and until when they belong to the team',
    permission: CLINICAL_ROLES,
    params: onReferral,
    body: z.object({
      acceptedOn: PlainDate,
      toName: requiredText(160, 'Who accepted'),
      teamUntil: PlainDate.nullable(),
      expectedVersion,
    }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  offered: endpoint({
    id: 'orders.list-offered-referrals',
    method: 'GET',
    path: '/api/referrals/to-me',
    summary: 'Referrals addressed to me that I have not accepted or declined: a name and the question',
    permission: CLINICAL_ROLES,
    response: z.object({ referrals: z.array(OfferedReferral) }),
  }),
  accept: endpoint({
    id: 'orders.accept-referral',
    method: 'POST',
    path: '/api/referrals/:referralId/acceptance',
    summary: 'Accept a referral addressed to me: I join the care team in its role until its last day',
    permission: CLINICAL_ROLES,
    params: z.object({ referralId: ReferralId }),
    body: z.object({ expectedVersion }),
    response: z.object({ patientId: PatientId, episodeId: EpisodeId }),
    errors: ['stale-version', 'conflict'],
  }),
  decline: endpoint({
    id: 'orders.decline-referral',
    method: 'POST',
    path: '/api/referrals/:referralId/refusal',
    summary: 'Decline a referral addressed to me, with the reason',
    permission: CLINICAL_ROLES,
    params: z.object({ referralId: ReferralId }),
    body: z.object({ reason: requiredText(500, 'The reason'), expectedVersion }),
    response: z.object({ status: z.literal('declined') }),
    errors: ['stale-version'],
  }),
  answerReferral: endpoint({
    id: 'orders.answer-referral',
    method: 'POST',
    path: '/api/episodes/:episodeId/referrals/:referralId/answer',
    summary: 'Enter the answer to a referral, that it was declined, or that it is no longer needed',
    permission: CLINICAL_ROLES,
    params: onReferral,
    body: z.object({
      status: z.enum(['answered', 'declined', 'cancelled']),
      answeredOn: PlainDate,
      answer: requiredText(4000, 'What was answered'),
      expectedVersion,
    }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
};
