import { z } from 'zod';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { endpoint, onEpisode, requiredText } from '#shared/platform/endpoint.ts';
import { ProgressReportId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { GoalJudgement, PlanKind } from '#shared/compliance/model.ts';
import { THERAPIST_ROLES } from '#shared/prescriptions/policy.ts';
import { NextProgressReport, ProgressReportRecord } from './progress-reports.ts';
import { SessionEpisode, SessionPatient } from './sheet.ts';

/** Progress reports of an episode. */
export const reportEndpoints = {
  progressReports: endpoint({
    id: 'sessions.list-progress-reports',
    method: 'GET',
    path: '/api/episodes/:episodeId/progress-reports',
    summary: 'Progress reports of an episode, and what the next one would say',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      header: EpisodeHeader,
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
      goals: z.array(GoalJudgement).max(10).default([]),
      assessment: requiredText(4000, 'An assessment'),
      planKind: PlanKind.default('continue'),
      plan: requiredText(4000, 'A plan'),
      /** Signed knowing that no clinician treated in the period (rules.md PR-4). */
      withoutClinicianVisit: z.boolean().default(false),
    }),
    response: z.object({ progressReportId: ProgressReportId, reportedOn: PlainDate }),
    errors: ['episode-closed', 'conflict'],
    idempotent: true,
  }),
};
