import { addDays, dateInZone, instantInZone } from '#shared/platform/time.ts';
import type { AssignableKind } from './model.ts';

/** When somebody is to be on a team, in calendar days of the clinic; the last day counts whole. */
export interface WantedPeriod {
  kind: AssignableKind;
  from: string;
  to: string | null;
}

export type Period =
  | { kind: 'period'; validFrom: Date; validTo: Date | null }
  | { kind: 'refused'; field: 'from' | 'to'; sentence: string };

const refused = (field: 'from' | 'to', sentence: string): Period => ({ kind: 'refused', field, sentence });

/**
 * The instants between which a membership gives access. Today means from now on; an earlier day is refused, because access is
 * not given backwards. Cover always ends (design: cover and hand-over with an end date).
 */
export function membershipPeriod({ kind, from, to }: WantedPeriod, now: Date, timeZone: string): Period {
  const today = dateInZone(now, timeZone);
  if (from < today) return refused('from', 'Choose today or a later day: access is not given backwards.');
  if (kind === 'cover' && to === null) return refused('to', 'Cover needs a last day.');
  if (to !== null && to < from) return refused('to', 'The last day is before the first.');
  return {
    kind: 'period',
    validFrom: from === today ? now : instantInZone(from, '00:00', timeZone),
    validTo: to === null ? null : instantInZone(addDays(to, 1), '00:00', timeZone),
  };
}

export type PeriodState = 'now' | 'later' | 'ended';

/** Whether a membership gives access at `now`. */
export function periodState(member: { validFrom: string; validTo: string | null }, now: Date): PeriodState {
  if (member.validTo !== null && Date.parse(member.validTo) <= now.getTime()) return 'ended';
  return Date.parse(member.validFrom) > now.getTime() ? 'later' : 'now';
}

/** The last whole day of a membership that ends at midnight; otherwise the day it was ended on. */
export function lastDay(validTo: string, timeZone: string): string {
  return dateInZone(new Date(Date.parse(validTo) - 1), timeZone);
}
