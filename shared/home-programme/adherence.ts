import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { addDays, daysBetween } from '#shared/platform/time.ts';

/** Home exercise as reported at one session. */
export interface HomeReport {
  sessionDate: string;
  daysDone: number | null;
  daysAsked: number | null;
}

/** Days looked back, and the share under which it is called low (rules.md 6.3 [P]). */
export const HOME = { windowDays: 14, lowShare: 0.5 };
export type HomeValues = Readonly<typeof HOME>;

/** Home exercise as it is judged in a clinic. */
export const homeOf = (overrides: ClinicOverrides): HomeValues =>
  inForce<HomeValues>('home', HOME, overrides);

/** Longest time between two sessions that is asked about at once. */
const LONGEST_GAP_DAYS = 14;

export interface Adherence {
  daysDone: number;
  daysAsked: number;
  isLow: boolean;
}

/** Home exercise over the last days (14 unless the clinic has set another window); nothing when none was asked for. */
export function adherenceOf(
  reports: readonly HomeReport[],
  today: string,
  home: HomeValues = HOME,
): Adherence | undefined {
  const since = addDays(today, -home.windowDays);
  const recent = reports.filter(
    ({ sessionDate, daysAsked, daysDone }) =>
      sessionDate > since && sessionDate <= today && daysAsked !== null && daysDone !== null,
  );
  const daysAsked = recent.reduce((sum, report) => sum + (report.daysAsked ?? 0), 0);
  if (daysAsked === 0) return undefined;
  const daysDone = recent.reduce((sum, report) => sum + (report.daysDone ?? 0), 0);
  return { daysDone, daysAsked, isLow: isLowAdherence({ daysDone, daysAsked }, home) };
}

/** Less than half of the days asked for (rules.md 6.3). */
export const isLowAdherence = (
  { daysDone, daysAsked }: Pick<Adherence, 'daysDone' | 'daysAsked'>,
  home: HomeValues = HOME,
): boolean => daysAsked > 0 && daysDone / daysAsked < home.lowShare;

/** Days on which home exercise was asked for since the last session: the programme's days a week, at least one, at most 14. */
export function daysAskedSince(last: string, sessionDate: string, daysPerWeek: number): number {
  const days = Math.max(1, daysBetween(last, sessionDate));
  return Math.min(LONGEST_GAP_DAYS, Math.max(1, Math.round((days * daysPerWeek) / 7)));
}
