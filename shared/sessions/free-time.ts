/** A stretch that is booked, as minutes of the clinic's day. */
export interface BookedTime {
  from: number;
  to: number;
}

/** Times that are proposed lie within these (product policy); any other may be chosen. */
const DAY = { opens: 8 * 60, closes: 18 * 60, step: 15 };

export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The first time from `notBefore` on at which nothing is booked for so long; nothing when the day is full or over. */
export function firstFreeTime(
  booked: readonly BookedTime[],
  durationMinutes: number,
  notBefore = DAY.opens,
): string | undefined {
  const earliest = Math.max(DAY.opens, Math.ceil(notBefore / DAY.step) * DAY.step);
  for (let from = earliest; from + durationMinutes <= DAY.closes; from += DAY.step) {
    const to = from + durationMinutes;
    if (!booked.some((one) => one.from < to && one.to > from)) return clockOf(from);
  }
  return undefined;
}
