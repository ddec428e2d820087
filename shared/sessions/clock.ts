const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from one clock time of a day (`HH:MM`) to another; negative when the other comes first. */
export const minutesBetween = (from: string, to: string): number => minuteOf(to) - minuteOf(from);
