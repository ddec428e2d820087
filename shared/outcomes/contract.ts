import { z } from 'zod';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, onEpisode, requiredText } from '#shared/platform/endpoint.ts';
import { ClinicId, EpisodeId, OutcomeScoreId, PatientId } from '#shared/platform/ids.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { Sex } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { ImportedScore, ScoreEntry, StoredScore } from './model.ts';

const onScore = onEpisode.extend({ outcomeScoreId: OutcomeScoreId });
const reason = requiredText(300, 'A reason');

/** What a clinic has chosen for one measure; null is the registry's default. */
export const ThresholdChoice = z.object({
  measureCode: z.string(),
  mdcTag: z.string().nullable(),
  mcidTag: z.string().nullable(),
  chosenBy: z.string().nullable(),
  chosenAt: z.string().nullable(),
  /** 0 while nothing has been chosen. */
  version: z.number().int(),
});
export type ThresholdChoice = z.infer<typeof ThresholdChoice>;

export const outcomesApi = {
  list: endpoint({
    id: 'outcomes.list-scores',
    method: 'GET',
    path: '/api/episodes/:episodeId/scores',
    summary:
      'Every value of an episode, those entered in error included, newest first; and what is prescribed',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      /** For the banner. */
      header: EpisodeHeader,
      patient: z.object({
        patientId: PatientId,
        familyName: z.string(),
        givenName: z.string(),
        birthDate: PlainDate,
        sex: Sex,
        mrn: z.string(),
      }),
      episode: z.object({
        episodeId: EpisodeId,
        clinicId: ClinicId,
        clinicName: z.string(),
        concern: z.string(),
        bodyRegion: z.string(),
        side: z.string().nullable(),
        openedOn: PlainDate,
        status: z.enum(['open', 'closed']),
      }),
      prescribed: z.array(
        z.object({
          measureCode: z.string(),
          side: z.enum(['left', 'right']).nullable(),
          role: z.enum(['primary', 'secondary']),
          everyDays: z.number().int(),
          mdcTag: z.string().nullable(),
          mcidTag: z.string().nullable(),
        }),
      ),
      scores: z.array(StoredScore),
      /** What imports brought for the patient, newest first; the latest hundred. */
      imported: z.array(ImportedScore),
    }),
  }),
  enter: endpoint({
    id: 'outcomes.enter-scores',
    method: 'POST',
    path: '/api/episodes/:episodeId/scores',
    summary: 'Enter values measured on one day; the verdict is made again at once',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    body: z.object({ measuredOn: PlainDate, scores: z.array(ScoreEntry).min(1).max(20) }),
    response: z.object({ outcomeScoreIds: z.array(OutcomeScoreId) }),
    errors: ['score-refused', 'score-needs-confirmation', 'episode-closed'],
    idempotent: true,
  }),
  markError: endpoint({
    id: 'outcomes.mark-error',
    method: 'POST',
    path: '/api/episodes/:episodeId/scores/:outcomeScoreId/error',
    summary: 'Mark a value as entered in error; it stays readable and no longer counts',
    permission: CLINICAL_ROLES,
    params: onScore,
    body: z.object({ reason }),
    response: StoredScore,
    errors: ['conflict'],
  }),
  correct: endpoint({
    id: 'outcomes.correct-score',
    method: 'POST',
    path: '/api/episodes/:episodeId/scores/:outcomeScoreId/correction',
    summary: 'Replace a value: the old one is marked as entered in error, the new one names it',
    permission: CLINICAL_ROLES,
    params: onScore,
    body: z.object({ reason, measuredOn: PlainDate, score: ScoreEntry }),
    response: z.object({ outcomeScoreId: OutcomeScoreId }),
    errors: ['conflict', 'score-refused', 'score-needs-confirmation'],
    idempotent: true,
  }),
  takeImported: endpoint({
    id: 'outcomes.take-imported-score',
    method: 'POST',
    path: '/api/episodes/:episodeId/imported-scores/:outcomeScoreId/taking',
    summary: 'Let a value of another record count in an episode, as measured on its own day',
    permission: CLINICAL_ROLES,
    params: onScore,
    body: ScoreEntry.pick({ condition: true, confirmed: true }),
    response: z.object({ outcomeScoreId: OutcomeScoreId }),
    errors: ['conflict', 'score-refused', 'score-needs-confirmation', 'episode-closed'],
    idempotent: true,
  }),
  thresholds: endpoint({
    id: 'outcomes.list-thresholds',
    method: 'GET',
    path: '/api/clinics/:clinicId/thresholds',
    summary: 'The published thresholds that a clinic has chosen; a measure without a choice has the default',
    permission: 'signed-in',
    params: z.object({ clinicId: ClinicId }),
    response: z.object({ clinicName: z.string(), choices: z.array(ThresholdChoice) }),
  }),
  chooseThreshold: endpoint({
    id: 'outcomes.choose-threshold',
    method: 'PUT',
    path: '/api/clinics/:clinicId/thresholds/:measureCode',
    summary: 'Choose the published rows that judge a measure from now on; verdicts already made keep theirs',
    permission: ['physiatrist', 'administrator'],
    params: z.object({ clinicId: ClinicId, measureCode: z.string().min(1).max(60) }),
    body: z.object({
      mdcTag: z.string().max(80).nullable(),
      mcidTag: z.string().max(80).nullable(),
      /** 0 for the first choice. */
      expectedVersion: z.number().int().min(0),
    }),
    response: ThresholdChoice,
    errors: ['stale-version'],
  }),
};
