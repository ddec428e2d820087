import { addDays, daysBetween } from '#shared/platform/time.ts';

/** Home exercise as reported at one session. */
export interface HomeReport {
  sessionDate: string;
  daysDone: number | null;
  daysAsked: number | null;
}

/** Days looked back, and the share under which it is called low (rules.md 6.3 [P]). */
export const ADHERENCE_DAYS = 14;
export const LOW_ADHERENCE = 0.5;

export interface Adherence {
  daysDone: number;
  daysAsked: number;
  isLow: boolean;
}

/** Home exercise over the last 14 days; nothing when none was asked for. */
export function adherenceOf(reports: readonly HomeReport[], today: string): Adherence | undefined {
  const since = addDays(today, -ADHERENCE_DAYS);
  const recent = reports.filter(
    ({ sessionDate, daysAsked, daysDone }) =>
      sessionDate > since && sessionDate <= today && daysAsked !== null && daysDone !== null,
  );
  const daysAsked = recent.reduce((sum, report) => sum + (report.daysAsked ?? 0), 0);
  if (daysAsked === 0) return undefined;
  const daysDone = recent.reduce((sum, report) => sum + (report.daysDone ?? 0), 0);
  return { daysDone, daysAsked, isLow: daysDone / daysAsked < LOW_ADHERENCE };
}

/** Days on which home exercise was asked for since the last session: the programme's days a week, at least one, at most 14. */
export function daysAskedSince(last: string, sessionDate: string, daysPerWeek: number): number {
  const days = Math.max(1, daysBetween(last, sessionDate));
  return Math.min(ADHERENCE_DAYS, Math.max(1, Math.round((days * daysPerWeek) / 7)));
}
