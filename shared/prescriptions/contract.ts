import { z } from 'zod';
import { DelayWords } from '#shared/compliance/delayed-certification.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { endpoint, expectedVersion, onEpisode, requiredText, text } from '#shared/platform/endpoint.ts';
import { ChangeRequestId, PrescriptionId, SessionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { ChangeProposal } from './change-proposal.ts';
import { PrescriptionDraftContent } from './model.ts';
import { PrescriptionDraft, PrescriptionPage, PrescriptionStatus, WaitingRequest } from './page.ts';
import { THERAPIST_ROLES, TREATING_ROLES } from './policy.ts';

const ofPrescription = z.object({ prescriptionId: PrescriptionId });
const ofRequest = z.object({ changeRequestId: ChangeRequestId });

/** What signing answers. */
export const SignedVersion = z.object({
  prescriptionId: PrescriptionId,
  versionNumber: z.number().int(),
  opensPhase: z.boolean(),
  visitsPrescribed: z.number().int(),
  startsOn: PlainDate,
  endsOn: PlainDate,
});
export type SignedVersion = z.infer<typeof SignedVersion>;

/**
 * "My signature also certifies this plan of care": asked where the payer wants a certified plan, and kept with the version. It is always
 * said, never inferred from a signature that does not speak of it (decision 21).
 */
const certifiesPlan = z.boolean();
/** Said with a signature that certifies late (rules.md CERT-7). */
const certifiedLate = DelayWords.nullable().default(null);

const DecidedRequest = z.object({ changeRequestId: ChangeRequestId, status: z.string() });

export const prescriptionsApi = {
  page: endpoint({
    id: 'prescriptions.get-page',
    method: 'GET',
    path: '/api/episodes/:episodeId/prescription',
    summary:
      'The prescription of an episode: every version, the draft, change requests, what the record proposes',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: PrescriptionPage,
  }),
  status: endpoint({
    id: 'prescriptions.get-status',
    method: 'GET',
    path: '/api/episodes/:episodeId/prescription/status',
    summary: 'The version in force, whether I have read it, how many requests wait',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: PrescriptionStatus,
  }),
  waiting: endpoint({
    id: 'prescriptions.list-waiting-requests',
    method: 'GET',
    path: '/api/change-requests',
    summary: 'Open change requests of my patients, longest waiting first',
    permission: ['physiatrist'],
    response: z.object({ requests: z.array(WaitingRequest) }),
  }),
  beginDraft: endpoint({
    id: 'prescriptions.begin-draft',
    method: 'POST',
    path: '/api/episodes/:episodeId/prescription/draft',
    summary:
      'Begin the next version from the last one, or the first from the record; an open draft is answered as it is',
    permission: ['physiatrist'],
    params: onEpisode,
    response: PrescriptionDraft,
    errors: ['conflict', 'episode-closed'],
  }),
  saveDraft: endpoint({
    id: 'prescriptions.save-draft',
    method: 'PUT',
    path: '/api/episodes/:episodeId/prescription/draft',
    summary: 'Save the draft on top of the version that was seen',
    permission: ['physiatrist'],
    params: onEpisode,
    body: z.object({ content: PrescriptionDraftContent, expectedVersion }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'conflict', 'episode-closed'],
  }),
  discardDraft: endpoint({
    id: 'prescriptions.discard-draft',
    method: 'POST',
    path: '/api/episodes/:episodeId/prescription/draft/discard',
    summary: 'Throw the draft away; nothing signed changes',
    permission: ['physiatrist'],
    params: onEpisode,
    body: z.object({ expectedVersion }),
    response: z.object({ discarded: z.literal(true) }),
    errors: ['stale-version'],
  }),
  sign: endpoint({
    id: 'prescriptions.sign',
    method: 'POST',
    path: '/api/episodes/:episodeId/prescription/sign',
    summary: 'Sign the draft: it comes into force and the version before it ends',
    permission: ['physiatrist'],
    params: onEpisode,
    body: z.object({ expectedVersion, reason: text(500).nullable(), certifiesPlan, certifiedLate }),
    response: SignedVersion,
    errors: ['incomplete-prescription', 'stale-version', 'conflict', 'episode-closed'],
    idempotent: true,
  }),
  stop: endpoint({
    id: 'prescriptions.stop',
    method: 'POST',
    path: '/api/prescriptions/:prescriptionId/stop',
    summary: 'End the version in force; therapy stops until another is signed',
    permission: ['physiatrist'],
    params: ofPrescription,
    body: z.object({ reason: requiredText(500, 'A reason') }),
    response: z.object({ prescriptionId: PrescriptionId, endedOn: PlainDate }),
    errors: ['stale-version'],
    idempotent: true,
  }),
  acknowledge: endpoint({
    id: 'prescriptions.acknowledge',
    method: 'POST',
    path: '/api/prescriptions/:prescriptionId/acknowledgement',
    summary: 'Mark the version in force as read',
    permission: TREATING_ROLES,
    params: ofPrescription,
    response: z.object({ prescriptionId: PrescriptionId, unread: z.literal(false) }),
    errors: ['stale-version'],
  }),
  askForChange: endpoint({
    id: 'prescriptions.ask-for-change',
    method: 'POST',
    path: '/api/prescriptions/:prescriptionId/change-requests',
    summary: 'Ask the physiatrist for a change that is beyond the limits',
    permission: THERAPIST_ROLES,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.askForChange },
    params: ofPrescription,
    body: z.object({
      proposal: ChangeProposal,
      reason: requiredText(1000, 'A reason'),
      lines: z.array(text(200)).max(10).default([]),
      sessionId: SessionId.nullable().default(null),
    }),
    response: z.object({ changeRequestId: ChangeRequestId }),
    errors: ['conflict', 'stale-version', 'episode-closed'],
    idempotent: true,
  }),
  approve: endpoint({
    id: 'prescriptions.approve-change',
    method: 'POST',
    path: '/api/change-requests/:changeRequestId/approve',
    summary: 'Sign the next version with exactly the proposed change',
    permission: ['physiatrist'],
    params: ofRequest,
    body: z.object({
      expectedVersion,
      /** The version in force that the physiatrist saw the change against. */
      prescriptionId: PrescriptionId,
      note: text(500).nullable().default(null),
      certifiesPlan,
      certifiedLate,
    }),
    response: SignedVersion,
    errors: ['already-decided', 'stale-version', 'incomplete-prescription', 'conflict', 'episode-closed'],
    idempotent: true,
  }),
  approveWithChanges: endpoint({
    id: 'prescriptions.open-change-draft',
    method: 'POST',
    path: '/api/change-requests/:changeRequestId/draft',
    summary: 'Open the draft with the proposed change in it; signing it answers the request',
    permission: ['physiatrist'],
    params: ofRequest,
    body: z.object({ expectedVersion }),
    response: PrescriptionDraft,
    errors: ['already-decided', 'stale-version', 'conflict', 'episode-closed'],
  }),
  decline: endpoint({
    id: 'prescriptions.decline-change',
    method: 'POST',
    path: '/api/change-requests/:changeRequestId/decline',
    summary: 'Decline the request with a note to the therapist',
    permission: ['physiatrist'],
    params: ofRequest,
    body: z.object({ expectedVersion, note: requiredText(1000, 'A note to the therapist') }),
    response: DecidedRequest,
    errors: ['already-decided', 'stale-version'],
    idempotent: true,
  }),
  withdraw: endpoint({
    id: 'prescriptions.withdraw-change',
    method: 'POST',
    path: '/api/change-requests/:changeRequestId/withdraw',
    summary: 'Take back my own request',
    permission: THERAPIST_ROLES,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.askForChange },
    params: ofRequest,
    body: z.object({ expectedVersion, note: text(500).nullable().default(null) }),
    response: DecidedRequest,
    errors: ['already-decided', 'stale-version'],
    idempotent: true,
  }),
};
