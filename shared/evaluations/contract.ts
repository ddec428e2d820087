import { z } from 'zod';
import { Addendum, NewAddendum } from '#shared/corrections/addendum.ts';
import { Discarded } from '#shared/corrections/discarded.ts';
import { HistoryFactWords } from '#shared/patients/history-fact.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { CLINICAL_ROLES, StaffRole } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, onEpisode } from '#shared/platform/endpoint.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { EvaluationId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { EvaluationBilling, EvaluationDay } from './evaluation-billing.ts';
import { Finding } from './findings.ts';
import { EvaluationChanges } from './changes.ts';
import { EvaluationContent, EvaluationKind, EvaluationStatus, EVALUATOR_OF } from './model.ts';

const onEvaluation = onEpisode.extend({ evaluationId: EvaluationId });

/** Those who evaluate: others on the team read. */
const EVALUATORS = [...new Set(Object.values(EVALUATOR_OF))];

const heading = {
  evaluationId: EvaluationId,
  kind: EvaluationKind,
  status: EvaluationStatus,
  evaluatedOn: PlainDate,
  authorId: StaffMemberId,
  authorName: z.string(),
  authorRole: StaffRole,
  startedAt: z.string(),
  updatedAt: z.string(),
  signedAt: z.string().nullable(),
};

/** One line of the list. Of somebody else's draft only its existence is told. */
export const EvaluationLine = z.object({
  ...heading,
  diagnoses: z.array(z.string()),
  impression: z.string().nullable(),
  addenda: z.number().int(),
});
export type EvaluationLine = z.infer<typeof EvaluationLine>;

/** What the chart lists, to be reviewed with the patient. */
const ChartList = z.array(z.object({ id: z.string(), text: z.string(), detail: z.string().nullable() }));

export const EvaluationDetail = z.object({
  ...heading,
  header: EpisodeHeader,
  /** When the episode was opened: a visit before that is asked about. */
  openedOn: PlainDate,
  clinicName: z.string(),
  content: EvaluationContent,
  version: z.number().int(),
  addenda: z.array(Addendum),
  chart: z.object({
    history: z.array(HistoryFactWords),
    comorbidities: ChartList,
    medications: ChartList,
    allergies: ChartList,
  }),
  /** The first findings of the episode, to compare with. */
  baseline: z.object({ evaluatedOn: PlainDate, findings: z.array(Finding) }).nullable(),
  /** For a draft: what has happened since the last signed evaluation of the patient. */
  changes: EvaluationChanges.nullable(),
  /** The claim line, once signed; null for what is not billed. */
  billing: EvaluationBilling.nullable().default(null),
  /** The date's claim apart from this evaluation; null for what a physiatrist writes. */
  day: EvaluationDay.nullable().default(null),
});
export type EvaluationDetail = z.infer<typeof EvaluationDetail>;

/** What is stored after a save, and what a stale save gets to see. */
export const SavedEvaluation = z.object({ version: z.number().int(), updatedAt: z.string() });
export const StoredEvaluationDraft = SavedEvaluation.extend({
  evaluatedOn: PlainDate,
  content: EvaluationContent,
});
export type StoredEvaluationDraft = z.infer<typeof StoredEvaluationDraft>;

export const evaluationsApi = {
  list: endpoint({
    id: 'evaluations.list',
    method: 'GET',
    path: '/api/episodes/:episodeId/evaluations',
    summary: 'The evaluations of an episode, newest first',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({ header: EpisodeHeader, evaluations: z.array(EvaluationLine) }),
  }),
  start: endpoint({
    id: 'evaluations.start',
    method: 'POST',
    path: '/api/episodes/:episodeId/evaluations',
    summary: 'Start a draft; a follow-up begins with what the previous evaluation said',
    permission: EVALUATORS,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.evaluate },
    params: onEpisode,
    body: z.object({ kind: EvaluationKind }),
    response: z.object({ evaluationId: EvaluationId, version: z.number().int() }),
    errors: ['conflict', 'episode-closed'],
    idempotent: true,
  }),
  read: endpoint({
    id: 'evaluations.read',
    method: 'GET',
    path: '/api/episodes/:episodeId/evaluations/:evaluationId',
    summary: 'One evaluation with its addenda and the lists of the chart',
    permission: CLINICAL_ROLES,
    params: onEvaluation,
    response: EvaluationDetail,
  }),
  save: endpoint({
    id: 'evaluations.save-draft',
    method: 'PUT',
    path: '/api/episodes/:episodeId/evaluations/:evaluationId',
    summary: 'Save the draft on top of the version its author saw',
    permission: EVALUATORS,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.evaluate },
    params: onEvaluation,
    body: z.object({ evaluatedOn: PlainDate, content: EvaluationContent, expectedVersion }),
    response: SavedEvaluation,
    errors: ['stale-version', 'already-signed'],
  }),
  sign: endpoint({
    id: 'evaluations.sign',
    method: 'POST',
    path: '/api/episodes/:episodeId/evaluations/:evaluationId/signature',
    summary: 'Sign: the words stay as they are, diagnoses and scores enter the record, red flags open holds',
    permission: EVALUATORS,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.evaluate },
    params: onEvaluation,
    body: z.object({ expectedVersion }),
    response: z.object({ evaluationId: EvaluationId, signedAt: z.string(), holdsOpened: z.number().int() }),
    errors: [
      'stale-version',
      'already-signed',
      'episode-closed',
      'incomplete-evaluation',
      'score-refused',
      'score-needs-confirmation',
    ],
    idempotent: true,
  }),
  discard: endpoint({
    id: 'evaluations.discard-draft',
    method: 'POST',
    path: '/api/episodes/:episodeId/evaluations/:evaluationId/discard',
    summary: 'Throw a draft away, by its author; nothing signed changes',
    permission: EVALUATORS,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.evaluate },
    params: onEvaluation,
    body: z.object({ expectedVersion }),
    response: Discarded,
    errors: ['stale-version', 'already-signed'],
  }),
  addend: endpoint({
    id: 'evaluations.addend',
    method: 'POST',
    path: '/api/episodes/:episodeId/evaluations/:evaluationId/addenda',
    summary: 'Add to a signed evaluation, with the reason',
    permission: EVALUATORS,
    refusals: { 'physical-therapist-assistant': ASSISTANT_LIMITS.evaluate },
    params: onEvaluation,
    body: NewAddendum,
    response: Addendum,
    errors: ['conflict'],
    idempotent: true,
  }),
};
