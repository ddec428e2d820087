import { z } from 'zod';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { endpoint, expectedVersion, onEpisode, requiredText } from '#shared/platform/endpoint.ts';
import { SafetyHoldId } from '#shared/platform/ids.ts';
import { ClosingReason, AlertRules, HoldElsewhere, HoldRecord, OpenHoldAlert } from './holds.ts';
import { SessionEpisode, SessionPatient } from './sheet.ts';
import { WellsItem } from '#shared/evaluations/wells.ts';
import { RedFlagKey } from '#shared/intake/red-flags.ts';

/** Red flags, danger signs and the holds they open. */
export const alertEndpoints = {
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
  reportDangerSign: endpoint({
    id: 'sessions.report-danger-sign',
    method: 'POST',
    path: '/api/episodes/:episodeId/danger-signs',
    summary: 'Pass on a danger sign that a patient told the office: it becomes the red flag it stands for',
    permission: ['administrator'],
    params: onEpisode,
    body: z.object({ sign: RedFlagKey, said: requiredText(600, 'What was said') }),
    /** What to tell the patient; nothing of the record. */
    response: z.object({ level: z.enum(['emergency', 'urgent', 'prompt']), stopsTherapy: z.boolean() }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  holds: endpoint({
    id: 'sessions.list-holds',
    method: 'GET',
    path: '/api/episodes/:episodeId/holds',
    summary: 'Safety holds of an episode, open ones first, and open ones of the patient’s other episodes',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      header: EpisodeHeader,
      patient: SessionPatient,
      episode: SessionEpisode,
      holds: z.array(HoldRecord),
      elsewhere: z.array(HoldElsewhere),
      rules: AlertRules,
    }),
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
    body: z.object({ reason: ClosingReason, expectedVersion }),
    response: HoldRecord,
    errors: ['stale-version', 'conflict'],
  }),
};
