import { z } from 'zod';
import { Sex } from '#shared/patients/model.ts';
import { OutsideSpecialist } from '#shared/patients/outside-specialist.ts';
import { StaffRole } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, pageQuery, requiredText, text } from '#shared/platform/endpoint.ts';
import { CareTeamMemberId, EpisodeId, PatientId, StaffMemberId, TaskId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { AssignableKind, TeamRole, UnsignedKind } from './model.ts';
import { TEAM_REQUEST_REFUSALS } from './policy.ts';

const onPatient = z.object({ patientId: PatientId });
const onMember = onPatient.extend({ careTeamMemberId: CareTeamMemberId });

export const PersonLoad = z.object({
  staffMemberId: StaffMemberId,
  name: z.string(),
  role: StaffRole,
  clinicName: z.string(),
  capacity: z.number().int(),
  /** Open episodes of the patients whose team they are on now. */
  openEpisodes: z.number().int(),
  /** How many of those patients they only cover. */
  covering: z.number().int(),
});
export type PersonLoad = z.infer<typeof PersonLoad>;

const teamLine = z.object({
  staffMemberId: StaffMemberId,
  name: z.string(),
  role: z.string(),
  kind: z.string(),
  validTo: z.string().nullable(),
});

export const TeamPatient = z.object({
  patientId: PatientId,
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  openEpisodes: z.array(z.object({ episodeId: EpisodeId, concern: z.string() })),
  team: z.array(teamLine),
});
export type TeamPatient = z.infer<typeof TeamPatient>;

export const TeamMembership = z.object({
  careTeamMemberId: CareTeamMemberId,
  staffMemberId: StaffMemberId,
  name: z.string(),
  staffRole: StaffRole,
  role: z.string(),
  kind: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
  addedBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  version: z.number().int(),
});
export type TeamMembership = z.infer<typeof TeamMembership>;

/** A change of the team that a clinician has asked for and no administrator has settled. */
export const TeamRequest = z.object({
  taskId: TaskId,
  /** What is asked for, as written. */
  ask: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
});
export type TeamRequest = z.infer<typeof TeamRequest>;

export const careTeamsApi = {
  load: endpoint({
    id: 'care-teams.list-load',
    method: 'GET',
    path: '/api/care-teams/load',
    summary: 'Everybody who can be assigned, with what they carry against their capacity',
    permission: ['administrator'],
    response: z.object({ people: z.array(PersonLoad) }),
  }),
  patients: endpoint({
    id: 'care-teams.list-patients',
    method: 'GET',
    path: '/api/care-teams/patients',
    summary: 'Patients with an open episode and who is on their team; also those who lack somebody',
    permission: ['administrator'],
    query: z.object({
      search: text(120).default(''),
      staffMemberId: StaffMemberId.optional(),
      lacks: z.enum(['physiatrist', 'therapist']).optional(),
      ...pageQuery,
    }),
    response: z.object({
      patients: z.array(TeamPatient),
      /** Of all patients with an open episode, how many lack whom. */
      lacking: z.object({ physiatrist: z.number().int(), therapist: z.number().int() }),
      nextCursor: z.string().nullable(),
    }),
  }),
  team: endpoint({
    id: 'care-teams.get-team',
    method: 'GET',
    path: '/api/patients/:patientId/team',
    summary: 'Who is, was and will be on the care team, in which role and period',
    permission: 'signed-in',
    params: onPatient,
    response: z.object({
      patient: TeamPatient.omit({ team: true, openEpisodes: true }),
      openEpisodes: z.array(z.object({ episodeId: EpisodeId, concern: z.string(), openedOn: PlainDate })),
      members: z.array(TeamMembership),
      /** Outside, by an accepted referral: part of the care, without access. */
      outside: z.array(OutsideSpecialist),
      requests: z.array(TeamRequest),
      /** The zone of the patient's clinic: what the days of a period mean. */
      timeZone: z.string(),
    }),
  }),
  askForChange: endpoint({
    id: 'care-teams.ask-for-change',
    method: 'POST',
    path: '/api/patients/:patientId/team/requests',
    summary: 'Ask the administrators to change the care team: a task for them, nothing else changes',
    permission: ['physiatrist', 'physical-therapist', 'occupational-therapist', 'speech-therapist'],
    refusals: TEAM_REQUEST_REFUSALS,
    params: onPatient,
    body: z.object({ ask: requiredText(500, 'What you ask for') }),
    response: z.object({ askedAt: z.string() }),
    idempotent: true,
  }),
  assign: endpoint({
    id: 'care-teams.assign-member',
    method: 'POST',
    path: '/api/patients/:patientId/team',
    summary: 'Put somebody on the care team: this gives access to the record',
    permission: ['administrator'],
    params: onPatient,
    body: z.object({
      staffMemberId: StaffMemberId,
      role: TeamRole,
      kind: AssignableKind,
      from: PlainDate,
      /** The last day, whole. Cover needs one. */
      to: PlainDate.nullable(),
      reason: text(300).default(''),
    }),
    response: z.object({ careTeamMemberId: CareTeamMemberId }),
    errors: ['already-on-team'],
    idempotent: true,
  }),
  held: endpoint({
    id: 'care-teams.list-held',
    method: 'GET',
    path: '/api/patients/:patientId/team/:careTeamMemberId/held',
    summary: 'What somebody still holds open for this patient, as far as the asker may see it',
    permission: 'signed-in',
    params: onMember,
    /** The last day that is thought of; without it, as if it ended now. */
    query: z.object({ lastDay: PlainDate.optional() }),
    response: z.object({
      openEpisodes: z.array(z.object({ episodeId: EpisodeId, concern: z.string(), openedOn: PlainDate })),
      /** Others in the same role who are on the team then. */
      othersInRole: z.array(z.string()),
      /** The same person in another role on this team then. */
      staysInOtherRole: z.boolean(),
      /** Who gets what is still open: somebody in the same role, else a physiatrist who stays. */
      successor: z.object({ name: z.string(), sameRole: z.boolean() }).nullable(),
      /** What they have begun and not signed: visits that began or whose time is past, and drafts of theirs. */
      unsigned: z.array(z.object({ kind: UnsignedKind, begunAt: z.string() })),
      /** Visits after they have left. */
      plannedSessions: z.array(z.object({ startsAt: z.string(), endsAt: z.string() })),
      /** The words of a task are left out for those who may not read the record. */
      openTasks: z.array(
        z.object({ kind: z.string(), title: z.string().nullable(), dueOn: PlainDate.nullable() }),
      ),
    }),
  }),
  end: endpoint({
    id: 'care-teams.end-membership',
    method: 'POST',
    path: '/api/patients/:patientId/team/:careTeamMemberId/end',
    summary: 'End a membership now or on a day: access ends with it',
    permission: ['administrator'],
    params: onMember,
    body: z.object({
      /** The last day, whole; nothing ends it at once. */
      lastDay: PlainDate.nullable(),
      reason: requiredText(300, 'A reason'),
      /** Planned visits and tasks: given to a colleague in the same role, or left as they are with a task for whoever stays. */
      heldWork: z.enum(['hand-over', 'keep']).default('keep'),
      expectedVersion,
    }),
    response: z.object({ validTo: z.string(), version: z.number().int() }),
    errors: ['stale-version', 'conflict'],
  }),
};
