import { z } from 'zod';
import { StaffRole } from '#shared/platform/actor.ts';
import { endpoint } from '#shared/platform/endpoint.ts';
import { ClinicId, OrganizationId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** The signed-in member of staff as the client needs them. */
export const SessionActor = z.object({
  staffMemberId: StaffMemberId,
  organizationId: OrganizationId,
  organizationName: z.string(),
  role: StaffRole,
  name: z.string(),
  clinicId: ClinicId,
  clinicName: z.string(),
  timeZone: z.string(),
  /** Today's date on the clinic's wall calendar. */
  today: PlainDate,
});
export type SessionActor = z.infer<typeof SessionActor>;

export const authApi = {
  session: endpoint({
    id: 'auth.get-session',
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, in which clinic, and what day it is there',
    permission: 'signed-in',
    response: SessionActor,
  }),
  about: endpoint({
    id: 'auth.get-about',
    method: 'GET',
    path: '/api/about',
    summary: 'What this installation is: version, and the demo accounts while demo data is loaded',
    permission: 'public',
    response: z.object({
      version: z.string(),
      synthetic: z.boolean(),
      demo: z
        .object({
          password: z.string(),
          accounts: z.array(z.object({ email: z.string(), name: z.string(), role: StaffRole })),
        })
        .nullable(),
    }),
  }),
  staff: endpoint({
    id: 'auth.list-staff',
    method: 'GET',
    path: '/api/staff',
    summary: 'The people who work in this organization',
    permission: 'signed-in',
    response: z.object({
      staff: z.array(
        z.object({
          staffMemberId: StaffMemberId,
          name: z.string(),
          role: StaffRole,
          clinicId: ClinicId,
          clinicName: z.string(),
          active: z.boolean(),
        }),
      ),
      clinics: z.array(z.object({ clinicId: ClinicId, name: z.string(), timeZone: z.string() })),
    }),
  }),
};
