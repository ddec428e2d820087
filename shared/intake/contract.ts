import { z } from 'zod';
import { TeamRole } from '#shared/care-teams/model.ts';
import { PatientIdentity } from '#shared/patients/identity.ts';
import { BodyRegion, PayerProfile, Side } from '#shared/patients/model.ts';
import { endpoint, expectedVersion, pageQuery, requiredText, text } from '#shared/platform/endpoint.ts';
import { CareRequestId, ClinicId, EpisodeId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { RequestForm, RequestStatus } from './model.ts';
import { QueueRow, RequestDetail } from './queue.ts';
import { RunningEpisode } from './running-episode.ts';
import { TriageRoute } from './triage.ts';

const onRequest = z.object({ careRequestId: CareRequestId });
const handled = z.object({ status: RequestStatus, version: z.number().int() });
const handling = {
  permission: ['administrator'] as const,
  params: onRequest,
  errors: ['stale-version', 'already-decided'] as const,
};

export const intakeApi = {
  clinics: endpoint({
    id: 'intake.list-clinics',
    method: 'GET',
    path: '/api/intake/clinics',
    summary: 'The clinics that take requests for care',
    permission: 'public',
    response: z.object({
      clinics: z.array(z.object({ slug: z.string(), name: z.string(), phone: z.string().nullable() })),
    }),
  }),
  submit: endpoint({
    id: 'intake.submit-request',
    method: 'POST',
    path: '/api/intake/requests',
    summary: 'Ask for care, without an account; the same submission key makes one request',
    permission: 'public',
    body: z.object({
      submissionKey: z.uuid(),
      clinicSlug: z.string().max(100),
      form: RequestForm,
      /** Stays empty: people do not see it, programs that fill everything do. */
      website: z.string().max(200).default(''),
    }),
    response: z.object({
      reference: z.string(),
      clinicName: z.string(),
      clinicPhone: z.string().nullable(),
      /** The answers name a sign that needs emergency services now. */
      emergency: z.boolean(),
    }),
    errors: ['too-many-requests', 'key-reused'],
  }),
  create: endpoint({
    id: 'intake.create-request',
    method: 'POST',
    path: '/api/intake/requests/by-staff',
    summary: 'Open a request for somebody who called or came in',
    permission: 'signed-in',
    body: z.object({ submissionKey: z.uuid(), clinicId: ClinicId, form: RequestForm }),
    response: z.object({ careRequestId: CareRequestId, reference: z.string(), emergency: z.boolean() }),
    errors: ['key-reused'],
  }),
  queue: endpoint({
    id: 'intake.list-requests',
    method: 'GET',
    path: '/api/intake/requests',
    summary: 'Requests for care: emergencies first, then by when the first visit is due',
    permission: ['administrator'],
    query: z.object({
      status: z
        .enum(['open', 'new', 'in-review', 'needs-information', 'accepted', 'declined'])
        .default('open'),
      route: TriageRoute.optional(),
      owner: z.enum(['anybody', 'me', 'nobody']).default('anybody'),
      clinicId: ClinicId.optional(),
      search: text(120).default(''),
      ...pageQuery,
    }),
    response: z.object({
      requests: z.array(QueueRow),
      counts: z.object({
        open: z.number().int(),
        emergency: z.number().int(),
        unowned: z.number().int(),
        mine: z.number().int(),
      }),
      nextCursor: z.string().nullable(),
    }),
  }),
  count: endpoint({
    id: 'intake.count-requests',
    method: 'GET',
    path: '/api/intake/count',
    summary: 'How many requests wait for somebody to take them',
    permission: ['administrator'],
    response: z.object({ unowned: z.number().int() }),
  }),
  detail: endpoint({
    id: 'intake.get-request',
    method: 'GET',
    path: '/api/intake/requests/:careRequestId',
    summary: 'One request with its answers, its triage and who it may be',
    permission: 'signed-in',
    params: onRequest,
    response: RequestDetail,
  }),
  take: endpoint({
    id: 'intake.take-request',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/take',
    summary: 'Become the owner of a request',
    ...handling,
    body: z.object({ expectedVersion }),
    response: handled,
  }),
  override: endpoint({
    id: 'intake.override-route',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/route',
    summary: 'Choose another first provider than triage suggests, with a reason',
    ...handling,
    body: z.object({ route: TriageRoute, reason: requiredText(500, 'A reason'), expectedVersion }),
    response: handled,
  }),
  askMore: endpoint({
    id: 'intake.ask-more',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/question',
    summary: 'Note what has to be asked before a decision',
    ...handling,
    body: z.object({ question: requiredText(1000, 'The question'), expectedVersion }),
    response: handled,
  }),
  addInformation: endpoint({
    id: 'intake.add-information',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/information',
    summary: 'Write down what was answered',
    ...handling,
    body: z.object({ text: requiredText(4000, 'What was answered'), expectedVersion }),
    response: handled,
  }),
  decline: endpoint({
    id: 'intake.decline-request',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/decline',
    summary: 'Decline a request with a reason',
    ...handling,
    body: z.object({
      reason: requiredText(1000, 'A reason'),
      /** The patient was told to call emergency services. */
      emergencyConfirmed: z.boolean().default(false),
      expectedVersion,
    }),
    response: handled,
  }),
  running: endpoint({
    id: 'intake.list-running-episodes',
    method: 'GET',
    path: '/api/intake/patients/:patientId/episodes',
    summary:
      'The open episodes that a request of somebody known may be led to, and whether therapy is prescribed there',
    permission: ['administrator'],
    params: z.object({ patientId: PatientId }),
    response: z.object({ episodes: z.array(RunningEpisode) }),
  }),
  accept: endpoint({
    id: 'intake.accept-request',
    method: 'POST',
    path: '/api/intake/requests/:careRequestId/accept',
    summary: 'Match or register the patient, open an episode or choose one, and assign who sees them first',
    ...handling,
    errors: ['stale-version', 'already-decided', 'conflict'],
    body: z
      .object({
        patient: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('existing'), patientId: PatientId }),
          z.object({ kind: z.literal('new'), identity: PatientIdentity }),
        ]),
        /** Somebody looked at the possible duplicates and says that this is a new person. */
        duplicatesReviewed: z.boolean().default(false),
        /** The patient was told to call emergency services. */
        emergencyConfirmed: z.boolean().default(false),
        /** The episode that is opened; null where the request is led to one that is open. */
        episode: z
          .object({
            clinicId: ClinicId,
            concern: requiredText(200, 'The concern'),
            bodyRegion: BodyRegion,
            side: Side.nullable(),
            onsetOn: PlainDate.nullable(),
            payerProfile: PayerProfile,
          })
          .nullable(),
        runningEpisodeId: EpisodeId.nullable().default(null),
        team: z
          .array(z.object({ staffMemberId: StaffMemberId, role: TeamRole }))
          .min(1, { error: 'Choose who sees the patient first.' })
          .max(8),
        expectedVersion,
      })
      .refine(({ episode, runningEpisodeId }) => (episode === null) !== (runningEpisodeId === null), {
        error: 'Open an episode or choose one that is open, not both.',
        path: ['runningEpisodeId'],
      })
      .refine(({ patient, runningEpisodeId }) => runningEpisodeId === null || patient.kind === 'existing', {
        error: 'Somebody new has no open episode.',
        path: ['runningEpisodeId'],
      }),
    response: z.object({
      patientId: PatientId,
      episodeId: EpisodeId,
      mrn: z.string(),
      version: z.number().int(),
    }),
    idempotent: true,
  }),
};
