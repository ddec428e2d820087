import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { isAssistant } from '#shared/platform/assistant.ts';

interface Who {
  role: StaffRole;
}

const ASSISTANT_SENTENCE =
  'An assistant does not write the home programme. Tell the therapist of the care team what should change.';
const ADMINISTRATOR_SENTENCE =
  'Exercises are clinical content: physiatrists and therapists keep the library. You can read and download it.';

/** Refusals by role, also for the contract. */
export const PROGRAMME_REFUSALS = { 'physical-therapist-assistant': ASSISTANT_SENTENCE } as const;
export const LIBRARY_REFUSALS = {
  administrator: ADMINISTRATOR_SENTENCE,
  'physical-therapist-assistant': 'The therapists and physiatrists keep the library.',
} as const;

/** The library is kept by physiatrists and therapists. */
export function canKeepLibrary({ role }: Who): Permission {
  if (role === 'administrator') return refuse('not-clinical', LIBRARY_REFUSALS.administrator);
  return isAssistant(role) ? refuse('assistant', LIBRARY_REFUSALS['physical-therapist-assistant']) : ALLOWED;
}

interface ProgrammeState {
  status: 'open' | 'closed';
  prescribed: boolean;
}

/** A therapist writes a programme inside a prescription; a physiatrist also before there is one (rules.md 3). */
export function canWriteProgramme({ role }: Who, { status, prescribed }: ProgrammeState): Permission {
  if (role === 'administrator') return refuse('not-clinical', 'The home programme is kept by the care team.');
  if (isAssistant(role)) return refuse('assistant', ASSISTANT_SENTENCE);
  if (status === 'closed') return refuse('episode-closed', 'The episode of care is closed.');
  return role === 'physiatrist' || prescribed
    ? ALLOWED
    : refuse('no-prescription', 'No prescription is in force: ask the physiatrist for one first.');
}
