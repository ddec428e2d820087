import { z } from 'zod';
import { TeamRole } from '#shared/care-teams/model.ts';
import type { intakeApi } from '#shared/intake/contract.ts';
import { firstProviderRole } from '#shared/intake/model.ts';
import { suggestedCourse, therapyFirstProblem, type RunningEpisode } from '#shared/intake/running-episode.ts';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { BodyRegion, hasSides, PayerProfile, Sex, Side } from '#shared/patients/model.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { ClinicId, EpisodeId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** What is filled in to accept a request. */
export const AcceptDraft = z.object({
  /** Somebody in the register, or nobody yet chosen. */
  existing: PatientId.nullable(),
  isNew: z.boolean(),
  identity: z.object({
    familyName: z.string(),
    givenName: z.string(),
    birthDate: z.string(),
    sex: Sex,
    phone: z.string(),
    email: z.string(),
  }),
  duplicatesReviewed: z.boolean(),
  emergencyConfirmed: z.boolean(),
  /** An open episode, a new one, or nothing chosen yet: then what the rule suggests. */
  course: z
    .union([z.literal('new'), EpisodeId])
    .nullable()
    .default(null),
  concern: z.string(),
  bodyRegion: BodyRegion.nullable(),
  side: Side.nullable(),
  onsetOn: z.string(),
  payerProfile: PayerProfile,
  clinicId: ClinicId,
  team: z.array(z.object({ role: TeamRole, staffMemberId: StaffMemberId.nullable() })),
});
export type AcceptDraft = z.infer<typeof AcceptDraft>;

/** Everything the request already says; the first provider's place is open, and therapy beside it. */
export function acceptDraftOf(request: RequestDetail): AcceptDraft {
  const first = firstProviderRole(request.overriddenRoute ?? request.triageRoute);
  return {
    existing: null,
    isNew: request.possiblePatients.length === 0,
    identity: {
      familyName: request.familyName,
      givenName: request.givenName,
      birthDate: request.birthDate,
      sex: request.sex,
      phone: request.phone ?? '',
      email: request.email ?? '',
    },
    duplicatesReviewed: false,
    emergencyConfirmed: false,
    course: null,
    concern: request.concern,
    bodyRegion: BodyRegion.safeParse(request.bodyRegion).data ?? null,
    side: request.side,
    onsetOn: request.answers.startedOn ?? '',
    payerProfile: 'none',
    clinicId: request.clinicId,
    team: [
      { role: first, staffMemberId: null },
      { role: first === 'physiatrist' ? 'physical-therapist' : 'physiatrist', staffMemberId: null },
    ],
  };
}

/** People of the register who cannot be passed over in silence. */
export const probableTwins = ({ possiblePatients }: Pick<RequestDetail, 'possiblePatients'>) =>
  possiblePatients.filter(({ likeness }) => likeness.strength !== 'possible');

type Routed = Pick<RequestDetail, 'overriddenRoute' | 'triageRoute'>;
export const routeOf = ({ overriddenRoute, triageRoute }: Routed) => overriddenRoute ?? triageRoute;

/** The open episode that the request would be led to; nothing when a new one is opened. */
export function courseOf(
  draft: Pick<AcceptDraft, 'existing' | 'course'>,
  request: RequestDetail,
  episodes: readonly RunningEpisode[],
): RunningEpisode | undefined {
  if (draft.existing === null || draft.course === 'new') return undefined;
  return draft.course === null
    ? suggestedCourse(routeOf(request), episodes, request)
    : episodes.find(({ episodeId }) => episodeId === draft.course);
}

/** The draft with whoever already treats in the chosen episode in the place of the first provider. */
export function withTeamOf(draft: AcceptDraft, course: RunningEpisode | undefined): AcceptDraft {
  if (course === undefined) return draft;
  return {
    ...draft,
    team: draft.team.map((place) =>
      place.staffMemberId !== null ? place : (course.team.find(({ role }) => role === place.role) ?? place),
    ),
  };
}

/** The first thing that is still missing, as a sentence for the button; nothing when it can be sent. */
export function missingToAccept(
  draft: AcceptDraft,
  request: RequestDetail,
  course?: RunningEpisode,
): string | undefined {
  if (draft.existing === null && !draft.isNew) return 'Say who it is.';
  if (draft.isNew && probableTwins(request).length > 0 && !draft.duplicatesReviewed) {
    return 'Confirm that this is another person than those in the register.';
  }
  const dead = therapyFirstProblem(routeOf(request), course, request);
  if (dead !== undefined) return dead;
  if (course === undefined && draft.concern.trim() === '') return 'Give the concern.';
  if (course === undefined && draft.bodyRegion === null) return 'Choose a part of the body.';
  const first = firstProviderRole(request.overriddenRoute ?? request.triageRoute);
  if (!draft.team.some(({ role, staffMemberId }) => role === first && staffMemberId !== null)) {
    return `Choose the ${first === 'physiatrist' ? 'physiatrist' : 'physical therapist'} who sees the patient first.`;
  }
  if (needsEmergencyConfirmation(request) && !draft.emergencyConfirmed) {
    return 'Confirm that the patient was told to call emergency services.';
  }
  return undefined;
}

/** What is sent, or nothing while something is missing. */
export function toAcceptance(
  draft: AcceptDraft,
  request: RequestDetail,
  course?: RunningEpisode,
): CallInput<typeof intakeApi.accept>['body'] | undefined {
  const { existing } = draft;
  const episode = course === undefined ? newEpisode(draft) : null;
  if (missingToAccept(draft, request, course) !== undefined || episode === undefined) return undefined;
  return {
    patient:
      existing === null
        ? { kind: 'new', identity: { ...draft.identity, address: null, language: null } }
        : { kind: 'existing', patientId: existing },
    duplicatesReviewed: draft.duplicatesReviewed,
    emergencyConfirmed: draft.emergencyConfirmed,
    episode,
    runningEpisodeId: course?.episodeId ?? null,
    team: draft.team.flatMap(({ role, staffMemberId }) =>
      staffMemberId === null ? [] : [{ role, staffMemberId }],
    ),
    expectedVersion: request.version,
  };
}

function newEpisode({ bodyRegion, ...draft }: AcceptDraft) {
  if (bodyRegion === null) return undefined;
  return {
    clinicId: draft.clinicId,
    concern: draft.concern,
    bodyRegion,
    side: hasSides(bodyRegion) ? draft.side : null,
    onsetOn: PlainDate.safeParse(draft.onsetOn).data ?? null,
    payerProfile: draft.payerProfile,
  };
}
