import { z } from 'zod';
import { Addendum, NewAddendum } from '#shared/corrections/addendum.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import {
  endpoint,
  expectedVersion,
  onEpisode,
  pageQuery,
  requiredText,
  text,
} from '#shared/platform/endpoint.ts';
import { SessionId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { TREATING_ROLES } from '#shared/prescriptions/policy.ts';
import { ClockTime, SessionContent, SessionDraft } from './model.ts';
import { Cosignature, SessionEpisode, SessionHead, SessionPatient, SessionSheet } from './sheet.ts';
import { AwaitingCosignature, PlannableEpisode, TodaySession } from './today.ts';
import { alertEndpoints } from './alert-endpoints.ts';
import { reportEndpoints } from './report-endpoints.ts';

const onSession = onEpisode.extend({ sessionId: SessionId });
const reason = requiredText(300, 'A reason');

const slot = {
  date: PlainDate,
  time: ClockTime,
  durationMinutes: z.number().int().min(10).max(240),
  therapistId: StaffMemberId,
  /** Several patients at once: the only way to book a therapist for a time they are booked for already. */
  asGroup: z.boolean().default(false),
};

export const sessionsApi = {
  today: endpoint({
    id: 'sessions.list-today',
    method: 'GET',
    path: '/api/today',
    summary: 'My sessions of one day in order, with what is due on each, and what earlier days left open',
    permission: CLINICAL_ROLES,
    query: z.object({ date: PlainDate.optional(), whose: z.enum(['mine', 'team']).default('mine') }),
    response: z.object({ date: PlainDate, sessions: z.array(TodaySession), leftOver: z.array(TodaySession) }),
  }),
  plannable: endpoint({
    id: 'sessions.list-plannable',
    method: 'GET',
    path: '/api/today/plannable',
    summary: 'Open episodes of my care teams, to plan a session for',
    permission: CLINICAL_ROLES,
    response: z.object({ episodes: z.array(PlannableEpisode) }),
  }),
  list: endpoint({
    id: 'sessions.list-of-episode',
    method: 'GET',
    path: '/api/episodes/:episodeId/sessions',
    summary: 'The visits of an episode, newest first, and attendance',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    query: z.object(pageQuery),
    response: z.object({
      header: EpisodeHeader,
      patient: SessionPatient,
      episode: SessionEpisode,
      attendance: z.object({ attended: z.number().int(), booked: z.number().int() }),
      sessions: z.array(
        SessionHead.extend({
          painBefore: z.number().int().nullable(),
          painAfter: z.number().int().nullable(),
          signedAt: z.string().nullable(),
          versionNumber: z.number().int().nullable(),
          interventions: z.array(z.string()),
          cosignature: z.enum(['awaiting', 'cosigned']).nullish(),
          addenda: z.number().int().default(0),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
  }),
  sheet: endpoint({
    id: 'sessions.get-sheet',
    method: 'GET',
    path: '/api/sessions/:sessionId',
    summary: 'The session sheet: what is carried over, limits, what is due, the gate; or the signed note',
    permission: CLINICAL_ROLES,
    params: z.object({ sessionId: SessionId }),
    response: SessionSheet,
  }),
  plan: endpoint({
    id: 'sessions.plan',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions',
    summary: 'Plan a session',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    body: z.object(slot),
    response: SessionHead,
    errors: ['time-taken', 'episode-closed', 'conflict'],
    idempotent: true,
  }),
  move: endpoint({
    id: 'sessions.move',
    method: 'PUT',
    path: '/api/episodes/:episodeId/sessions/:sessionId/time',
    summary: 'Move a planned session to another time or therapist',
    permission: CLINICAL_ROLES,
    params: onSession,
    body: z.object({ ...slot, expectedVersion }),
    response: SessionHead,
    errors: ['time-taken', 'stale-version', 'conflict', 'episode-closed', 'already-signed'],
  }),
  arrive: endpoint({
    id: 'sessions.arrive',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/arrival',
    summary: 'The patient is here: the gate decides whether the session may start',
    permission: TREATING_ROLES,
    params: onSession,
    body: z.object({ expectedVersion }),
    response: SessionHead,
    errors: ['gate-closed', 'stale-version', 'already-signed', 'conflict'],
  }),
  miss: endpoint({
    id: 'sessions.miss',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/absence',
    summary: 'The patient did not come',
    permission: CLINICAL_ROLES,
    params: onSession,
    body: z.object({ reason, expectedVersion }),
    response: SessionHead,
    errors: ['stale-version', 'already-signed', 'conflict'],
  }),
  cancel: endpoint({
    id: 'sessions.cancel',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/cancellation',
    summary: 'Cancel a session, by the patient or by the clinic',
    permission: CLINICAL_ROLES,
    params: onSession,
    body: z.object({ by: z.enum(['patient', 'clinic']), reason, expectedVersion }),
    response: SessionHead,
    errors: ['stale-version', 'already-signed', 'conflict'],
  }),
  reopen: endpoint({
    id: 'sessions.reopen',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/reopening',
    summary: 'Take back an arrival, an absence or a cancellation; not possible once signed',
    permission: CLINICAL_ROLES,
    params: onSession,
    body: z.object({ expectedVersion }),
    response: SessionHead,
    errors: ['stale-version', 'already-signed', 'conflict', 'time-taken', 'episode-closed'],
  }),
  saveDraft: endpoint({
    id: 'sessions.save-draft',
    method: 'PUT',
    path: '/api/episodes/:episodeId/sessions/:sessionId/draft',
    summary: 'Keep what is on the sheet; nothing is judged yet',
    permission: TREATING_ROLES,
    params: onSession,
    body: z.object({ content: SessionDraft, expectedVersion }),
    response: z.object({ version: z.number().int(), savedAt: z.string() }),
    errors: ['stale-version', 'already-signed', 'conflict'],
  }),
  discardDraft: endpoint({
    id: 'sessions.discard-draft',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/draft/discard',
    summary: 'Empty the sheet: what was kept on it is thrown away, the visit stays',
    permission: TREATING_ROLES,
    params: onSession,
    body: z.object({ expectedVersion }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'already-signed', 'conflict'],
  }),
  sign: endpoint({
    id: 'sessions.sign',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/signature',
    summary: 'Sign the session: gate, limits, totals, scores and verdict in one transaction',
    permission: TREATING_ROLES,
    params: onSession,
    body: z.object({
      content: SessionContent,
      expectedVersion,
      /** The prescription version the sheet was filled in under; a newer one is shown before anything is signed. */
      prescriptionVersion: z.number().int().min(1),
      /** The units by code that the signer saw: others are not billed in silence. */
      unitsSeen: z.record(z.string(), z.number().int()).optional(),
    }),
    response: z.object({
      sessionId: SessionId,
      signedAt: z.string(),
      totalTimedMinutes: z.number().int(),
      totalTreatmentMinutes: z.number().int(),
      units: z.record(z.string(), z.number().int()),
    }),
    errors: [
      'gate-closed',
      'outside-bounds',
      'incomplete-session',
      'score-refused',
      'score-needs-confirmation',
      'stale-version',
      'already-signed',
      'conflict',
    ],
    idempotent: true,
  }),
  cosign: endpoint({
    id: 'sessions.cosign',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/cosignature',
    summary: 'A physical therapist takes responsibility for a note that an assistant signed',
    permission: ['physical-therapist'],
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.cosign },
    params: onSession,
    body: z.object({ note: text(1000).default('') }),
    response: Cosignature,
    errors: ['conflict'],
    idempotent: true,
  }),
  addend: endpoint({
    id: 'sessions.addend',
    method: 'POST',
    path: '/api/episodes/:episodeId/sessions/:sessionId/addenda',
    summary: 'Add to a signed treatment note, with the reason; the note stays as it was signed',
    permission: CLINICAL_ROLES,
    params: onSession,
    body: NewAddendum,
    response: Addendum,
    errors: ['conflict'],
    idempotent: true,
  }),
  awaitingCosignature: endpoint({
    id: 'sessions.list-awaiting-cosignature',
    method: 'GET',
    path: '/api/cosignatures',
    summary: 'Notes of assistants about my patients that no therapist has co-signed, oldest first',
    permission: TREATING_ROLES,
    response: z.object({ notes: z.array(AwaitingCosignature) }),
  }),
  ...alertEndpoints,
  ...reportEndpoints,
};
