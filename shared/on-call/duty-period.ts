import { instantInZone } from '#shared/platform/time.ts';

/** A period of duty as it is typed, on the clinic's wall clock. */
export interface WantedDuty {
  from: string;
  fromTime: string;
  to: string;
  toTime: string;
}

export type DutyPeriod =
  | { kind: 'period'; startsAt: Date; endsAt: Date }
  | { kind: 'refused'; field: 'from' | 'to'; sentence: string };

/** Longer than this is a slip of the year: rotas are weeks, not quarters. */
export const LONGEST_DUTY_DAYS = 92;

const MILLISECONDS_PER_DAY = 86_400_000;

/** The instants of a duty. It may have begun (somebody takes over in the middle), but it ends later than now. */
export function dutyPeriod(wanted: WantedDuty, now: Date, timeZone: string): DutyPeriod {
  const startsAt = instantInZone(wanted.from, wanted.fromTime, timeZone);
  const endsAt = instantInZone(wanted.to, wanted.toTime, timeZone);
  if (endsAt <= startsAt)
    return { kind: 'refused', field: 'to', sentence: 'The duty ends before it begins.' };
  if (endsAt <= now) return { kind: 'refused', field: 'to', sentence: 'The duty is over already.' };
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DUTY_DAYS * MILLISECONDS_PER_DAY) {
    return {
      kind: 'refused',
      field: 'to',
      sentence: `A duty is at most ${LONGEST_DUTY_DAYS} days. Check the year.`,
    };
  }
  return { kind: 'period', startsAt: startsAt < now ? now : startsAt, endsAt };
}
