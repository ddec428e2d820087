import { visitDueOn, type TriageRoute } from '#shared/intake/triage.ts';
import { dateInZone, daysBetween, shortDate } from '#shared/platform/time.ts';
import type { Tone } from '#client/ui/tone.ts';

/** How much a route asks of the reader. */
export const ROUTE_TONE: Record<TriageRoute, Tone> = {
  EMERGENCY: 'danger',
  PHYSIATRIST_URGENT: 'warning',
  PHYSIATRIST_PRIORITY: 'watch',
  PT_DIRECT: 'ok',
  PHYSIATRIST_ROUTINE: 'neutral',
  CONSULT_THEN_PT: 'neutral',
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "12 min", "5 h", "3 d": how long somebody has been waiting. */
export function ageInWords(createdAt: string, now: Date): string {
  const waited = Math.max(0, now.getTime() - Date.parse(createdAt));
  if (waited < HOUR) return `${Math.floor(waited / MINUTE)} min`;
  return waited < 2 * DAY ? `${Math.floor(waited / HOUR)} h` : `${Math.floor(waited / DAY)} d`;
}

/** When the first visit should be, and whether that day has passed. */
export function dueInWords(
  route: TriageRoute,
  createdAt: string,
  { now, timeZone }: { now: Date; timeZone: string },
): { words: string; isLate: boolean } {
  const day = visitDueOn(route, dateInZone(new Date(createdAt), timeZone));
  if (day === null) return { words: 'next free slot', isLate: false };
  if (route === 'EMERGENCY') return { words: 'now', isLate: true };
  const today = dateInZone(now, timeZone);
  const late = daysBetween(day, today);
  return late > 0
    ? { words: `${late} d late (${shortDate(day, today)})`, isLate: true }
    : { words: late === 0 ? 'visit due today' : `visit due ${shortDate(day, today)}`, isLate: false };
}
