import { z } from 'zod';
import { TeamRole } from '#shared/care-teams/model.ts';
import type { intakeApi } from '#shared/intake/contract.ts';
import { firstProviderRole } from '#shared/intake/model.ts';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { BodyRegion, hasSides, PayerProfile, Sex, Side } from '#shared/patients/model.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { ClinicId, PatientId, StaffMemberId } from '#shared/platform/ids.ts';
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

/** The first thing that is still missing, as a sentence for the button; nothing when it can be sent. */
export function missingToAccept(draft: AcceptDraft, request: RequestDetail): string | undefined {
  if (draft.existing === null && !draft.isNew) return 'Say who it is.';
  if (draft.isNew && probableTwins(request).length > 0 && !draft.duplicatesReviewed) {
    return 'Confirm that this is another person than those in the register.';
  }
  if (draft.concern.trim() === '') return 'Give the concern.';
  if (draft.bodyRegion === null) return 'Choose a part of the body.';
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
): CallInput<typeof intakeApi.accept>['body'] | undefined {
  const { bodyRegion, existing } = draft;
  if (missingToAccept(draft, request) !== undefined || bodyRegion === null) return undefined;
  return {
    patient:
      existing === null
        ? { kind: 'new', identity: { ...draft.identity, address: null, language: null } }
        : { kind: 'existing', patientId: existing },
    duplicatesReviewed: draft.duplicatesReviewed,
    emergencyConfirmed: draft.emergencyConfirmed,
    episode: {
      clinicId: draft.clinicId,
      concern: draft.concern,
      bodyRegion,
      side: hasSides(bodyRegion) ? draft.side : null,
      onsetOn: PlainDate.safeParse(draft.onsetOn).data ?? null,
      payerProfile: draft.payerProfile,
    },
    team: draft.team.flatMap(({ role, staffMemberId }) =>
      staffMemberId === null ? [] : [{ role, staffMemberId }],
    ),
    expectedVersion: request.version,
  };
}
