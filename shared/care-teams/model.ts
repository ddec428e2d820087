import { z } from 'zod';
import type { StaffRole } from '#shared/platform/actor.ts';

export const TEAM_ROLES = [
  'physiatrist',
  'physical-therapist',
  'physical-therapist-assistant',
  'occupational-therapist',
  'speech-therapist',
  'case-manager',
] as const;
export const TeamRole = z.enum(TEAM_ROLES, { error: 'Choose a role on the team.' });
export type TeamRole = z.infer<typeof TeamRole>;

export const TEAM_ROLE_LABEL: Record<TeamRole, string> = {
  physiatrist: 'Physiatrist',
  'physical-therapist': 'Physical therapist',
  'physical-therapist-assistant': 'Physical therapist assistant',
  'occupational-therapist': 'Occupational therapist',
  'speech-therapist': 'Speech therapist',
  'case-manager': 'Case manager',
};

const LABELS: ReadonlyMap<string, string> = new Map(Object.entries(TEAM_ROLE_LABEL));

/** A role in words; one that came from elsewhere is shown as it is. */
export const teamRoleLabel = (role: string): string => LABELS.get(role) ?? role;

/** The roles on a team that a member of staff may hold: their own profession, or managing the case. */
export const teamRolesFor = (staffRole: StaffRole): readonly TeamRole[] =>
  staffRole === 'administrator' ? ['case-manager'] : [staffRole, 'case-manager'];

/** Roles that treat: an episode without any of them has nobody to carry out a prescription. */
export const THERAPY_ROLES = ['physical-therapist', 'occupational-therapist', 'speech-therapist'] as const;

/** `break-glass` is not assigned here: it is taken, with a reason, by the person themself. */
export const ASSIGNABLE_KINDS = ['member', 'cover'] as const;
export const AssignableKind = z.enum(ASSIGNABLE_KINDS);
export type AssignableKind = z.infer<typeof AssignableKind>;

export const KIND_LABEL: Record<string, string> = {
  member: 'Member',
  cover: 'Cover',
  'break-glass': 'Emergency access',
};

/** What somebody may have begun for a patient and not signed. */
export const UNSIGNED_KINDS = ['visit', 'evaluation', 'prescription', 'surgical-evaluation'] as const;
export const UnsignedKind = z.enum(UNSIGNED_KINDS);
export type UnsignedKind = z.infer<typeof UnsignedKind>;

export const UNSIGNED_LABEL: Record<UnsignedKind, string> = {
  visit: 'Visit not signed',
  evaluation: 'Draft evaluation',
  prescription: 'Draft prescription',
  'surgical-evaluation': 'Draft surgical-referral evaluation',
};
