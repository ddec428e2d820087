import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

/** Only a physiatrist decides about a plan; the therapist asks for a change instead (rules.md section 3). */
export function canDecide(role: StaffRole, episode: { status: string }): Permission {
  if (role !== 'physiatrist') {
    return refuse('role', 'Only a physiatrist decides. Ask for a change on the prescription page.');
  }
  if (episode.status === 'closed') return refuse('episode-closed', 'The episode of care is closed.');
  return ALLOWED;
}
