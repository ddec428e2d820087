import type { StaffRole } from '#shared/platform/actor.ts';

/** One password for the demo accounts; they exist only where synthetic data was loaded. */
export const DEMO_PASSWORD = 'walk-further-together';

export const DEMO_ACCOUNTS: readonly { email: string; name: string; role: StaffRole }[] = [
  { email: 'physiatrist@tandem.example', name: 'Amara Rivera, MD', role: 'physiatrist' },
  { email: 'therapist@tandem.example', name: 'Jonas Lindqvist, DPT', role: 'physical-therapist' },
  { email: 'assistant@tandem.example', name: 'Noor Haddad, PTA', role: 'physical-therapist-assistant' },
  { email: 'admin@tandem.example', name: 'Maya Okonkwo', role: 'administrator' },
];
