import type { PlainDate } from '#shared/platform/time.ts';
import type { PrescribedMeasure } from '#shared/prescriptions/model.ts';
import { measuresDue } from '#shared/sessions/measures-due.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { gateBasis, progressDue, type RawGate, type RawProgress } from './raw-facts.ts';

type Worked = 'gate' | 'progressReport' | 'due' | 'leftOver';

/** A row of the day as PostgreSQL answers it. */
export type RawToday = Omit<TodaySession, Worked> & {
  gate: RawGate;
  progress: RawProgress;
  measures: PrescribedMeasure[];
  latestScores: { measureCode: string; side: string | null; measuredOn: PlainDate }[];
};

function toRow(raw: RawToday, date: PlainDate): TodaySession {
  const { gate, progress, measures, latestScores, ...row } = raw;
  return {
    ...row,
    gate: gateBasis(gate, row.sessionDate),
    progressReport: progressDue(progress, row.sessionDate),
    due: measuresDue(measures, latestScores, row.sessionDate),
    leftOver: row.sessionDate < date ? leftOverOf(raw) : null,
  };
}

function leftOverOf({ status, hasDraft }: RawToday): TodaySession['leftOver'] {
  if (status === 'missed') return 'missed';
  return status === 'arrived' || hasDraft ? 'unsigned' : 'no-outcome';
}

/** The day's sessions in order, and those of earlier days that wait for somebody. */
export function todayLists(rows: readonly RawToday[], date: PlainDate) {
  const all = rows.map((row) => toRow(row, date));
  return {
    sessions: all.filter((row) => row.sessionDate === date),
    leftOver: all.filter((row) => row.sessionDate < date),
  };
}
