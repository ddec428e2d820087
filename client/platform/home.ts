import type { StaffRole } from '#shared/platform/actor.ts';

/** The page a role starts from. */
export function homeOf(role: StaffRole): '/board' | '/today' | '/intake' {
  switch (role) {
    case 'physiatrist':
      return '/board';
    case 'physical-therapist':
    case 'physical-therapist-assistant':
    case 'occupational-therapist':
    case 'speech-therapist':
      return '/today';
    case 'administrator':
      return '/intake';
    default:
      return role satisfies never;
  }
}
