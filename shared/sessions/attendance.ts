import type { SessionStatus } from './model.ts';

export interface Attendance {
  attended: number;
  /** Visits the patient was expected at. Those that the clinic cancelled are not (rules.md 6.2). */
  due: number;
}

/** Counts attended visits of those due. A visit that is still open is neither. */
export function attendance(
  sessions: readonly { status: SessionStatus; cancelledBy: string | null }[],
): Attendance {
  const attended = sessions.filter(({ status }) => status === 'completed').length;
  const stayedAway = sessions.filter(
    ({ status, cancelledBy }) => status === 'missed' || (status === 'cancelled' && cancelledBy === 'patient'),
  ).length;
  return { attended, due: attended + stayedAway };
}
