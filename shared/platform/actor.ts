import { z } from 'zod';
import type { ClinicId, OrganizationId, PatientId, StaffMemberId } from './ids.ts';

export const STAFF_ROLES = [
  'physiatrist',
  'physical-therapist',
  'physical-therapist-assistant',
  'administrator',
  'occupational-therapist',
  'speech-therapist',
] as const;
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** How a role is written for people. */
export const ROLE_LABEL: Record<StaffRole, string> = {
  physiatrist: 'physiatrist',
  'physical-therapist': 'physical therapist',
  'physical-therapist-assistant': 'physical therapist assistant',
  administrator: 'administrator',
  'occupational-therapist': 'occupational therapist',
  'speech-therapist': 'speech therapist',
};

/** Roles that may be on a care team and read its clinical record. */
export const CLINICAL_ROLES = STAFF_ROLES.filter((role) => role !== 'administrator');

/** A signed-in member of staff. The database reads the role again in every transaction. */
export interface StaffActor {
  kind: 'staff';
  organizationId: OrganizationId;
  organizationName: string;
  staffMemberId: StaffMemberId;
  role: StaffRole;
  name: string;
  clinicId: ClinicId;
  clinicName: string;
  /** IANA zone of the actor's clinic: what "today" means for them. */
  timeZone: string;
}

/** Somebody without an account who asks for care. */
export interface PublicActor {
  kind: 'public';
  organizationId: OrganizationId;
}

/** Background work and import: always for one named patient, or for none. */
export interface SystemActor {
  kind: 'system';
  organizationId: OrganizationId;
  patientId?: PatientId | undefined;
}

export type Actor = StaffActor | PublicActor | SystemActor;

/** What a policy answers: yes, or no with a code and a sentence for the person who asked. */
export type Permission = { allowed: true } | { allowed: false; reason: string; sentence: string };

export const ALLOWED: Permission = { allowed: true };
export const refuse = (reason: string, sentence: string): Permission => ({
  allowed: false,
  reason,
  sentence,
});
