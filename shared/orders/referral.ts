import { z } from 'zod';
import type { StaffRole } from '#shared/platform/actor.ts';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { ReferralId, StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, daysBetween, PlainDate } from '#shared/platform/time.ts';

interface ServiceSpec {
  label: string;
  /** Colleagues of this clinic who can take it on; nobody here for the others: they are outside, by name. */
  staffRoles: readonly StaffRole[];
  /** The role on the care team while it lasts. */
  teamRole: string;
}

/** Those whom the physiatrist brings into the care of a patient. */
export const SERVICES = {
  'occupational-therapy': {
    label: 'Occupational therapy',
    staffRoles: ['occupational-therapist'],
    teamRole: 'occupational-therapist',
  },
  'speech-therapy': {
    label: 'Speech therapy',
    staffRoles: ['speech-therapist'],
    teamRole: 'speech-therapist',
  },
  psychology: { label: 'Psychology', staffRoles: [], teamRole: 'psychologist' },
  orthopaedics: { label: 'Orthopaedics', staffRoles: [], teamRole: 'orthopaedist' },
  neurology: { label: 'Neurology', staffRoles: [], teamRole: 'neurologist' },
  orthotics: { label: 'Orthotics and prosthetics', staffRoles: [], teamRole: 'orthotist' },
  'case-management': {
    label: 'Case management',
    staffRoles: ['occupational-therapist', 'physical-therapist', 'speech-therapist'],
    teamRole: 'case-manager',
  },
} as const satisfies Record<string, ServiceSpec>;

export const SERVICE_CODES = [
  'occupational-therapy',
  'psychology',
  'orthopaedics',
  'neurology',
  'orthotics',
  'case-management',
  'speech-therapy',
] as const satisfies readonly (keyof typeof SERVICES)[];
export const ServiceCode = z.enum(SERVICE_CODES, { error: 'Choose a service.' });
export type ServiceCode = z.infer<typeof ServiceCode>;

/** The roles here that can take a service on; empty when it is always somebody outside. */
export const rolesFor = (service: ServiceCode): readonly StaffRole[] => SERVICES[service].staffRoles;

/** Days in which an answer is expected, and for which a specialist joins the team unless told otherwise: product policy. */
export const ANSWER_WITHIN_DAYS = 21;
export const JOINS_FOR_DAYS = 84;
/** A specialist is a guest on the team: longer than this, an administrator assigns them. */
export const LONGEST_ON_TEAM_DAYS = 365;

export const NewReferral = z
  .object({
    service: ServiceCode.nullable(),
    /** In words; a service's own label, or another specialty. */
    specialty: requiredText(80, 'The specialty'),
    surgicalOpinion: z.boolean(),
    question: requiredText(1000, 'The question'),
    /** A colleague here, or the name of somebody outside. */
    toStaffId: StaffMemberId.nullable(),
    toName: text(160).nullable(),
    answerDueOn: PlainDate.nullable(),
    /** The last day on the care team; null when only an answer is asked for. */
    teamUntil: PlainDate.nullable(),
  })
  .superRefine((referral, context) => {
    if (referral.toStaffId !== null && referral.toName !== null)
      context.addIssue({
        code: 'custom',
        path: ['toName'],
        message: 'Choose a colleague or write a name outside, not both.',
      });
    if (referral.toStaffId !== null && (referral.service === null || referral.teamUntil === null))
      context.addIssue({
        code: 'custom',
        path: [referral.service === null ? 'service' : 'teamUntil'],
        message: 'A colleague joins the team for the service, with a last day.',
      });
    if (referral.teamUntil !== null && referral.service === null)
      context.addIssue({ code: 'custom', path: ['service'], message: 'Choose the service for the team.' });
  });
export type NewReferral = z.infer<typeof NewReferral>;

export const REFERRAL_STATES = ['sent', 'accepted', 'answered', 'declined', 'cancelled'] as const;

export const SentReferral = z.object({
  referralId: ReferralId,
  service: z.string().nullable(),
  specialty: z.string(),
  surgicalOpinion: z.boolean(),
  question: z.string(),
  status: z.enum(REFERRAL_STATES),
  referredBy: z.string(),
  sentOn: PlainDate,
  /** Who was asked: a colleague, or a name outside. */
  toStaffId: StaffMemberId.nullable(),
  to: z.string().nullable(),
  answerDueOn: PlainDate.nullable(),
  acceptedOn: PlainDate.nullable(),
  acceptedBy: z.string().nullable(),
  teamRole: z.string().nullable(),
  teamUntil: PlainDate.nullable(),
  answeredOn: PlainDate.nullable(),
  answer: z.string().nullable(),
  byDecision: z.boolean(),
  version: z.number().int(),
});
export type SentReferral = z.infer<typeof SentReferral>;

/** A referral to the one who looks, before they are on the team. */
export const OfferedReferral = z.object({
  referralId: ReferralId,
  patientName: z.string(),
  birthDate: PlainDate,
  concern: z.string(),
  specialty: z.string(),
  question: z.string(),
  sentOn: PlainDate,
  answerDueOn: PlainDate.nullable(),
  teamRole: z.string().nullable(),
  teamUntil: PlainDate.nullable(),
  referredBy: z.string(),
  version: z.number().int(),
});
export type OfferedReferral = z.infer<typeof OfferedReferral>;

const isWaiting = (status: string): boolean => status === 'sent' || status === 'accepted';

/** Days past the day an answer was expected; 0 while there is time, or when it is answered. */
export const daysOverdue = (
  { status, answerDueOn }: { status: string; answerDueOn: string | null },
  today: string,
): number => (!isWaiting(status) || answerDueOn === null ? 0 : Math.max(0, daysBetween(answerDueOn, today)));

/** Whether somebody outside counts as one of the team on a day: accepted, and not past the last day. */
export const isOnTeamOutside = (
  { status, toStaffId, teamUntil }: { status: string; toStaffId: string | null; teamUntil: string | null },
  today: string,
): boolean =>
  toStaffId === null &&
  teamUntil !== null &&
  teamUntil >= today &&
  (status === 'accepted' || status === 'answered');

/** Why a last day on the team cannot be, or nothing. */
export function teamEndProblem(teamUntil: string | null, today: string): string | undefined {
  if (teamUntil === null) return undefined;
  if (teamUntil < today) return 'The last day on the team is today or later.';
  if (teamUntil > addDays(today, LONGEST_ON_TEAM_DAYS))
    return 'A specialist joins for a year at most. An administrator assigns somebody for longer.';
  return undefined;
}
