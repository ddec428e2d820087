import { z } from 'zod';
import { ReferralId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** Somebody outside who joined a patient's team by an accepted referral. They have no account: nothing is opened to them. */
export const OutsideSpecialist = z.object({
  referralId: ReferralId,
  /** As the clinic wrote it down: a person, an organisation, or both. */
  name: z.string(),
  specialty: z.string(),
  role: z.string(),
  acceptedOn: PlainDate,
  /** The last day, whole. */
  until: PlainDate,
  referredBy: z.string(),
});
export type OutsideSpecialist = z.infer<typeof OutsideSpecialist>;

/** Whether they still belong to the team on a day. */
export const isOnTeamStill = ({ until }: Pick<OutsideSpecialist, 'until'>, today: string): boolean =>
  today <= until;

/** `Psychologist`: their role as a word to begin a line with. */
export const outsideRole = ({ role }: Pick<OutsideSpecialist, 'role'>): string =>
  role.charAt(0).toUpperCase() + role.slice(1).replaceAll('-', ' ');
