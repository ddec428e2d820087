import { dateInZone, instantInZone, type PlainDate } from '#shared/platform/time.ts';
import { ClockTime } from './model.ts';

/** When a hold stood. */
export interface HoldSpan {
  code: string;
  openedAt: string;
  closedAt: string | null;
}

/** What tells when a session began. */
export interface SessionMoment {
  sessionDate: string;
  scheduledAt: string;
  arrivedAt: string | null;
  /** `HH:MM` as entered on the sheet; anything else is not read. */
  startedTime?: string | null | undefined;
  timeZone: string;
  today: PlainDate;
}

/**
 * When treatment began: when the patient arrived, else the planned time of a day that is over. An arrival that is marked on a later
 * day says that the patient came, not when. Nothing for a visit of today that nobody has come to. A time entered on the sheet can say that it began later, never that it began before: a typed time does not
 * open what a hold has closed (rules.md 5).
 */
export function beganAt({
  sessionDate,
  scheduledAt,
  arrivedAt,
  startedTime,
  timeZone,
  today,
}: SessionMoment): Date | undefined {
  const isMarkedThatDay = arrivedAt !== null && dateInZone(new Date(arrivedAt), timeZone) <= sessionDate;
  const recorded = isMarkedThatDay ? arrivedAt : sessionDate < today ? scheduledAt : undefined;
  if (recorded === undefined) return undefined;
  const known = new Date(recorded);
  const typed = ClockTime.safeParse(startedTime).data;
  const entered = typed === undefined ? known : instantInZone(sessionDate, typed, timeZone);
  return entered > known ? entered : known;
}

/**
 * The hold that forbids a session, and the one that was raised while it was under way. A session may not begin while a hold is
 * open, whatever became of the hold since. What had begun before is stopped, and can be documented: stopping always succeeds.
 */
export function holdsOnSession<Hold extends HoldSpan>(
  holds: readonly Hold[],
  moment: SessionMoment,
): { forbids: Hold | undefined; raisedSince: Hold | undefined } {
  const began = beganAt(moment);
  if (began === undefined) {
    return { forbids: holds.find(({ closedAt }) => closedAt === null), raisedSince: undefined };
  }
  const wasOpen = ({ openedAt, closedAt }: Hold) =>
    new Date(openedAt) <= began && (closedAt === null || new Date(closedAt) > began);
  return {
    forbids: holds.find(wasOpen),
    raisedSince: holds.find(({ openedAt, closedAt }) => closedAt === null && new Date(openedAt) > began),
  };
}
