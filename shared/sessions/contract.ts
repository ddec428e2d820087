import { z } from 'zod';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { endpoint, expectedVersion, pageQuery, requiredText } from '#shared/platform/endpoint.ts';
import { EpisodeId, ProgressReportId, SafetyHoldId, SessionId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { THERAPIST_ROLES, TREATING_ROLES } from '#shared/prescriptions/policy.ts';
import { HoldRecord, OpenHoldAlert } from './holds.ts';
import { SessionContent } from './model.ts';
import { NextProgressReport, ProgressReportRecord } from './progress-reports.ts';
import { SessionEpisode, SessionHead, SessionPatient, SessionSheet } from './sheet.ts';
import { WellsItem } from './wells.ts';
import { PlannableEpisode, TodaySession } from './today.ts';

const onEpisode = z.object({ episodeId: EpisodeId });
const onSession = onEpisode.extend({ sessionId: SessionId });
const reason = requiredText(300, 'A reason');

/** A wall-clock time of the clinic, `HH:MM`. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Enter a time as HH:MM.' });

const slot = {
  date: PlainDate,
  time: ClockTime,
  durationMinutes: z.number().int().min(10).max(240),
  therapistId: StaffMemberId,
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
    errors: ['stale-version', 'already-signed', 'conflict', 'time-taken'],
  }),
  saveDraft: endpoint({
    id: 'sessions.save-draft',
    method: 'PUT',
    path: '/api/episodes/:episodeId/sessions/:sessionId/draft',
    summary: 'Keep what is on the sheet; nothing is judged yet',
    permission: TREATING_ROLES,
    params: onSession,
    body: z.object({ content: SessionContent, expectedVersion }),
    response: z.object({ version: z.number().int(), savedAt: z.string() }),
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
  raiseRedFlag: endpoint({
    id: 'sessions.raise-red-flag',
    method: 'POST',
    path: '/api/episodes/:episodeId/red-flags',
    summary: 'Raise a red flag: an emergency or urgent one stops therapy until a physiatrist closes the hold',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    body: z.object({
      code: z.string().min(1).max(40),
      level: z.enum(['emergency', 'urgent', 'prompt']),
      note: requiredText(1000, 'What was found'),
      /** The items of the Wells score that are present, where the flag is decided by it. */
      wells: z.array(WellsItem).max(10).optional(),
    }),
    response: z.object({ safetyHoldId: SafetyHoldId.nullable() }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  holds: endpoint({
    id: 'sessions.list-holds',
    method: 'GET',
    path: '/api/episodes/:episodeId/holds',
    summary: 'Safety holds of an episode, open ones first',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({ patient: SessionPatient, episode: SessionEpisode, holds: z.array(HoldRecord) }),
  }),
  openHolds: endpoint({
    id: 'sessions.list-open-holds',
    method: 'GET',
    path: '/api/holds',
    summary: 'Open safety holds of my patients, those nobody has acknowledged first',
    permission: CLINICAL_ROLES,
    response: z.object({ holds: z.array(OpenHoldAlert) }),
  }),
  acknowledgeHold: endpoint({
    id: 'sessions.acknowledge-hold',
    method: 'POST',
    path: '/api/episodes/:episodeId/holds/:safetyHoldId/acknowledgement',
    summary: 'A physiatrist has read the alert and is dealing with it',
    permission: ['physiatrist'],
    params: onEpisode.extend({ safetyHoldId: SafetyHoldId }),
    body: z.object({ expectedVersion }),
    response: HoldRecord,
    errors: ['stale-version', 'conflict'],
  }),
  closeHold: endpoint({
    id: 'sessions.close-hold',
    method: 'POST',
    path: '/api/episodes/:episodeId/holds/:safetyHoldId/closing',
    summary: 'A physiatrist lets therapy go on, with a reason',
    permission: ['physiatrist'],
    params: onEpisode.extend({ safetyHoldId: SafetyHoldId }),
    body: z.object({ reason: requiredText(1000, 'A reason'), expectedVersion }),
    response: HoldRecord,
    errors: ['stale-version', 'conflict'],
  }),
  progressReports: endpoint({
    id: 'sessions.list-progress-reports',
    method: 'GET',
    path: '/api/episodes/:episodeId/progress-reports',
    summary: 'Progress reports of an episode, and what the next one would say',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      patient: SessionPatient,
      episode: SessionEpisode,
      reports: z.array(ProgressReportRecord),
      next: NextProgressReport,
    }),
  }),
  signProgressReport: endpoint({
    id: 'sessions.sign-progress-report',
    method: 'POST',
    path: '/api/episodes/:episodeId/progress-reports',
    summary: 'Write and sign a progress report; the next period starts the day after',
    permission: THERAPIST_ROLES,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.reportProgress },
    params: onEpisode,
    body: z.object({
      assessment: requiredText(4000, 'An assessment'),
      plan: requiredText(4000, 'A plan'),
    }),
    response: z.object({ progressReportId: ProgressReportId, reportedOn: PlainDate }),
    errors: ['episode-closed', 'conflict'],
    idempotent: true,
  }),
};
