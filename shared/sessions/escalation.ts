import { z } from 'zod';
import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { afterClinicMinutes, type ClinicHours } from '#shared/on-call/clinic-hours.ts';

/** Defaults that a clinic may set [P]: `shared/clinic-values` describes them under `safety`. */
export const ALERTS = {
  /** How long an urgent alert may go unacknowledged in clinic hours before it is passed on (rules.md section 5). */
  urgentEscalationMinutes: 60,
  /** How long it may then lie unread with those it was passed on to, before somebody must telephone. */
  telephoneAfterMinutes: 30,
  /** How long whoever an alert is passed on to may read that patient's record at least. */
  passedOnCoverHours: 24,
};

/** The values of alerts as they hold in a clinic. */
export const alertValues = (overrides: ClinicOverrides): typeof ALERTS =>
  inForce('safety', ALERTS, overrides);

interface RaisedAlert {
  level: 'emergency' | 'urgent' | 'prompt';
  openedAt: string;
}

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * When an alert that nobody acknowledges is passed on: an urgent one after so many minutes of clinic hours (rules.md section 5).
 * An emergency never waits for the clinic to open, and neither does anything at a clinic that never opens.
 */
export function passesOnAt({ level, openedAt }: RaisedAlert, hours: ClinicHours, minutes: number): Date {
  const from = new Date(openedAt);
  const byTheClock = new Date(from.getTime() + minutes * MILLISECONDS_PER_MINUTE);
  if (level === 'emergency') return byTheClock;
  return afterClinicMinutes(hours, from, minutes) ?? byTheClock;
}

export type Waiting = RaisedAlert & {
  acknowledged: boolean;
  closed: boolean;
  /** When it went on; null while it has not. */
  passedOnAt: string | null;
  /** An administrator has been asked to telephone: nothing further happens by itself. */
  telephoned: boolean;
};

/** Whether an alert must go on now. It goes on once: acknowledged, closed or passed on already, it stays where it is. */
export function mustPassOn(alert: Waiting, hours: ClinicHours, minutes: number, now: Date): boolean {
  if (alert.acknowledged || alert.closed || alert.passedOnAt !== null) return false;
  return now >= passesOnAt(alert, hours, minutes);
}

/**
 * Whether somebody must pick up a telephone now: passed on, and unread for so many minutes more, counted as the first ones were.
 * rules.md 5 ends with the physiatrist on call; what follows when they do not answer either is policy [P].
 */
export function mustTelephone(alert: Waiting, hours: ClinicHours, minutes: number, now: Date): boolean {
  if (alert.acknowledged || alert.closed || alert.telephoned || alert.passedOnAt === null) return false;
  return now >= passesOnAt({ level: alert.level, openedAt: alert.passedOnAt }, hours, minutes);
}

/**
 * Why an alert went to whom it went: the one on call; every other physiatrist of the clinic, because nobody was on call or
 * only the one who had not answered; or nobody, because there is no other. `still-unread`: they have not read it either.
 */
export const PASSED_ON_BASES = [
  'on-call',
  'nobody-on-call',
  'same-person',
  'nobody-else',
  'still-unread',
] as const;
export const PassedOnBasis = z.enum(PASSED_ON_BASES);
export type PassedOnBasis = z.infer<typeof PassedOnBasis>;

export interface Physiatrists {
  /** On call at the episode's clinic now. */
  onCall: readonly string[];
  /** Whose task it is already, and who has not answered. */
  asked: readonly string[];
  /** All who work at the clinic. */
  ofClinic: readonly string[];
}

/** Whom an unanswered alert goes to. Who has not answered is not asked a second time. */
export function passOnTo({ onCall, asked, ofClinic }: Physiatrists): {
  basis: PassedOnBasis;
  staffMemberIds: string[];
} {
  const notAsked = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !asked.includes(id));
  const first = notAsked(onCall);
  if (first.length > 0) return { basis: 'on-call', staffMemberIds: first };
  const others = notAsked(ofClinic);
  if (others.length === 0) return { basis: 'nobody-else', staffMemberIds: [] };
  return { basis: onCall.length === 0 ? 'nobody-on-call' : 'same-person', staffMemberIds: others };
}

const MILLISECONDS_PER_HOUR = 3_600_000;

/** When the access ends that passing on gives: so many hours later, or with the duty if that lasts longer. */
export function coverEndsAt(passedOnAt: Date, dutyEndsAt: Date | undefined, coverHours: number): Date {
  const shortest = passedOnAt.getTime() + coverHours * MILLISECONDS_PER_HOUR;
  return new Date(Math.max(shortest, dutyEndsAt?.getTime() ?? 0));
}
