import type { SessionStatus } from './model.ts';

export interface Attendance {
  attended: number;
  /** Booked visits the patient was expected at: not those that the clinic cancelled, not those still open. */
  booked: number;
}

/** How many booked visits were kept. What the plan asks for, booked or not, is the verdict's own count. */
export function attendance(
  sessions: readonly { status: SessionStatus; cancelledBy: string | null }[],
): Attendance {
  const attended = sessions.filter(({ status }) => status === 'completed').length;
  const stayedAway = sessions.filter(
    ({ status, cancelledBy }) => status === 'missed' || (status === 'cancelled' && cancelledBy === 'patient'),
  ).length;
  return { attended, booked: attended + stayedAway };
}
