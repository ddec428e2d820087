import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import { withChart } from '#shared/prescriptions/chart-precautions.ts';
import type {
  PrescribedIntervention,
  PrescribedMeasure,
  PrescribedPrecaution,
} from '#shared/prescriptions/model.ts';
import { measuresDue } from '#shared/sessions/measures-due.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { gateBasis, progressDue, type RawGate, type RawProgress } from './raw-facts.ts';

type Worked = 'gate' | 'progressReport' | 'due' | 'leftOver' | 'forbiddenSince';

/** A row of the day as PostgreSQL answers it. */
export type RawToday = Omit<TodaySession, Worked> & {
  gate: RawGate;
  progress: RawProgress;
  measures: PrescribedMeasure[];
  interventions: PrescribedIntervention[];
  precautions: PrescribedPrecaution[];
  chart: CodedCondition[];
  latestScores: { measureCode: string; side: string | null; measuredOn: PlainDate }[];
};

function toRow(raw: RawToday, date: PlainDate): TodaySession {
  const { gate, progress, measures, latestScores, interventions, precautions, chart, ...row } = raw;
  return {
    ...row,
    gate: gateBasis(gate, row.sessionDate),
    progressReport: progressDue(progress, row.sessionDate),
    due: measuresDue(measures, latestScores, row.sessionDate),
    forbiddenSince: forbiddenSince(interventions, withChart(precautions, chart, gate.clinicValues)),
    leftOver: row.sessionDate < date ? leftOverOf(raw) : null,
  };
}

/** Names of what the gate will refuse, because the chart says so since the version was signed. */
const forbiddenSince = (
  interventions: readonly PrescribedIntervention[],
  precautions: readonly PrescribedPrecaution[],
): string[] =>
  interventions
    .filter(({ code }) => contraindicationOf(precautions, code)?.undecided === true)
    .map(({ name }) => name);

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
