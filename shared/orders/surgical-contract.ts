import { z } from 'zod';
import { Discarded } from '#shared/corrections/discarded.ts';
import { documentEndpoint } from '#shared/documents/document-endpoint.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, onEpisode, requiredText } from '#shared/platform/endpoint.ts';
import { ReferralId, SurgicalEvaluationId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { SentHow, SurgicalDecision, SurgicalEvaluation, SurgicalText } from './surgical.ts';

const onEvaluation = onEpisode.extend({ surgicalEvaluationId: SurgicalEvaluationId });
const version = z.object({ version: z.number().int() });
const PHYSIATRIST = ['physiatrist'] as const;
const ONE = '/api/episodes/:episodeId/surgical-evaluations/:surgicalEvaluationId';

export const surgicalApi = {
  list: endpoint({
    id: 'orders.list-surgical-evaluations',
    method: 'GET',
    path: '/api/episodes/:episodeId/surgical-evaluations',
    summary: 'Questions to a surgeon about an episode, with the record that goes with each, newest first',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({ header: EpisodeHeader, evaluations: z.array(SurgicalEvaluation) }),
  }),
  begin: endpoint({
    id: 'orders.begin-surgical-evaluation',
    method: 'POST',
    path: '/api/episodes/:episodeId/surgical-evaluations',
    summary: 'Begin a question to a surgeon; an open draft is gone on with',
    permission: PHYSIATRIST,
    params: onEpisode,
    response: z.object({ surgicalEvaluationId: SurgicalEvaluationId }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  save: endpoint({
    id: 'orders.save-surgical-evaluation',
    method: 'PUT',
    path: `${ONE}/text`,
    summary: 'Save the question and the summary while they are written',
    permission: PHYSIATRIST,
    params: onEvaluation,
    body: SurgicalText.extend({ expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  discard: endpoint({
    id: 'orders.discard-surgical-draft',
    method: 'POST',
    path: `${ONE}/discard`,
    summary: 'Throw a draft away; nothing signed changes',
    permission: PHYSIATRIST,
    params: onEvaluation,
    body: z.object({ expectedVersion }),
    response: Discarded,
    errors: ['stale-version', 'conflict'],
  }),
  sign: endpoint({
    id: 'orders.sign-surgical-evaluation',
    method: 'POST',
    path: `${ONE}/signature`,
    summary: 'Sign the question with the record as it stands; neither changes afterwards',
    permission: PHYSIATRIST,
    params: onEvaluation,
    body: z.object({ expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  send: endpoint({
    id: 'orders.send-surgical-evaluation',
    method: 'POST',
    path: `${ONE}/sending`,
    summary: 'Note that the signed question was sent; from then on its answer is waited for',
    permission: CLINICAL_ROLES,
    params: onEvaluation,
    body: z.object({ how: SentHow, expectedVersion }),
    response: z.object({ referralId: ReferralId, version: z.number().int() }),
    errors: ['stale-version', 'conflict', 'episode-closed'],
  }),
  decide: endpoint({
    id: 'orders.decide-surgical-evaluation',
    method: 'POST',
    path: `${ONE}/decision`,
    summary: 'Write down what was decided with the patient after the surgeon’s answer',
    permission: PHYSIATRIST,
    params: onEvaluation,
    body: z.object({
      decision: SurgicalDecision,
      note: requiredText(2000, 'Why'),
      decidedOn: PlainDate,
      expectedVersion,
    }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  letter: documentEndpoint({
    id: 'orders.surgical-referral',
    path: `${ONE}/letter`,
    summary: 'The question to the surgeon on one page, diagnosis first',
    permission: CLINICAL_ROLES,
    params: onEvaluation,
  }),
};
