import { z } from 'zod';
import { requiredText, text } from '#shared/platform/endpoint.ts';
import { ageOn, PlainDate } from '#shared/platform/time.ts';
import { Sex } from './model.ts';

/** Text that may be left blank; blank is stored as nothing. */
export const blankable = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);

/** A way to write to somebody, or nothing. Checked for shape only: mail servers decide the rest. */
export const blankableEmail = blankable(254).refine(
  (value) => value === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  { error: 'Write the e-mail address like name@example.org, or leave it blank.' },
);

/** A telephone number as a person writes it, or nothing. */
export const blankablePhone = blankable(40).refine(
  (value) => value === null || phoneDigits(value).length >= 5,
  {
    error: 'Write a telephone number with at least 5 digits, or leave it blank.',
  },
);

/** What is kept of who somebody is and how they are reached. */
export const PatientIdentity = z.object({
  familyName: requiredText(100, 'The family name'),
  givenName: text(100),
  birthDate: PlainDate,
  sex: Sex,
  phone: blankablePhone,
  email: blankableEmail,
  address: blankable(300),
  language: blankable(60),
});
export type PatientIdentity = z.infer<typeof PatientIdentity>;

/** The digits alone: how two written numbers are compared. */
export const phoneDigits = (phone: string): string => phone.replace(/\D/g, '');

const OLDEST_YEARS = 130;

/** Why a birth date cannot be right on `today`, or nothing. */
export function birthDateProblem(birthDate: string, today: string): string | undefined {
  if (birthDate > today) return 'The birth date is in the future.';
  if (ageOn(birthDate, today) > OLDEST_YEARS) return `The birth date is more than ${OLDEST_YEARS} years ago.`;
  return undefined;
}
