import { z } from 'zod';
import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { requiredText } from '#shared/platform/endpoint.ts';

/** Who marked an entry as entered in error, when and why. It stays readable, struck through, and no longer counts. */
export const EnteredInError = z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() });
export type EnteredInError = z.infer<typeof EnteredInError>;

/** Why it was entered in error; stays beside what is struck through. */
export const ErrorReason = requiredText(300, 'The reason');

/** The same words wherever something is taken back. */
export const IN_ERROR_WORDS = {
  act: 'Entered in error…',
  question: 'Entered in error?',
  confirm: 'Mark as entered in error',
  mark: 'Entered in error',
  done: 'Marked as entered in error.',
  follows:
    'It stays readable, struck through, with your name and reason, and no longer counts. This is final.',
} as const;

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

interface Entry {
  /** Nobody when it was imported. */
  recordedById: string | null;
  isMarked: boolean;
}

const A_ROLE = { physiatrist: 'a physiatrist', administrator: 'an administrator' } as const;

/** Whoever made an entry takes it back, and so may the role that answers for it; once. */
export function canMarkInError(
  who: Who,
  { recordedById, isMarked }: Entry,
  answersForIt: keyof typeof A_ROLE = 'physiatrist',
): Permission {
  if (who.role !== answersForIt && recordedById !== who.staffMemberId) {
    return refuse('not-yours', `Only its author or ${A_ROLE[answersForIt]} marks this as entered in error.`);
  }
  return isMarked ? refuse('already-marked', 'This is marked as entered in error already.') : ALLOWED;
}
