import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { teamRoleLabel, teamRolesFor, type TeamRole } from './model.ts';

/** Assigning a team is the administrator's; clinicians see it (rules.md 3). */
export const canChangeTeam = ({ role }: { role: StaffRole }): Permission =>
  role === 'administrator'
    ? ALLOWED
    : refuse('administrator-only', 'An administrator assigns care teams. Ask one to change this team.');

export const TEAM_REQUEST_REFUSALS = {
  administrator: 'Administrators assign the team themselves; there is nobody to ask.',
  'physical-therapist-assistant':
    'An assistant does not ask for a change of the team. Tell the physical therapist of the care team.',
} as const;

/** Physiatrists and therapists ask for a change of the team; an administrator makes it (rules.md 3). */
export function canAskForTeamChange({ role }: { role: StaffRole }): Permission {
  if (role === 'administrator') return refuse('assigns', TEAM_REQUEST_REFUSALS.administrator);
  return role === 'physical-therapist-assistant'
    ? refuse('assistant', TEAM_REQUEST_REFUSALS['physical-therapist-assistant'])
    : ALLOWED;
}

/** Nobody treats outside their profession, and nobody who has left is assigned. */
export function canHoldRole(person: { role: StaffRole; active: boolean }, teamRole: TeamRole): Permission {
  if (!person.active) return refuse('inactive', 'This person no longer works here.');
  if (teamRolesFor(person.role).includes(teamRole)) return ALLOWED;
  return refuse(
    'other-profession',
    `${teamRoleLabel(teamRole)} is not this person's profession. Choose another role or person.`,
  );
}
