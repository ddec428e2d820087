import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import { withChart } from '#shared/prescriptions/chart-precautions.ts';
import { lowersGlucose } from '#shared/prescriptions/drug-precautions.ts';
import type {
  PrescribedIntervention,
  PrescribedPrecaution,
  PrescriptionContent,
} from '#shared/prescriptions/model.ts';
import { askGate, withoutVitals } from '#shared/sessions/gate-facts.ts';
import { measuresDue } from '#shared/sessions/measures-due.ts';
import type { GateBasis } from '#shared/sessions/sheet.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { gateBasis, progressDue, type RawGate, type RawProgress } from './raw-facts.ts';

type Worked =
  'gate' | 'progressReport' | 'due' | 'leftOver' | 'forbiddenSince' | 'closedBecause' | 'prescription';

/** A row of the day as PostgreSQL answers it. */
export type RawToday = Omit<TodaySession, Worked> & {
  gate: RawGate;
  progress: RawProgress;
  prescription: (NonNullable<TodaySession['prescription']> & { startsOn: PlainDate }) | null;
  content: Pick<
    PrescriptionContent,
    'measures' | 'interventions' | 'precautions' | 'weightBearing' | 'vitals'
  > | null;
  timeZone: string;
  arrivedAt: string | null;
  chart: CodedCondition[];
  latestScores: { measureCode: string; side: string | null; measuredOn: PlainDate }[];
};

function toRow(raw: RawToday, date: PlainDate): TodaySession {
  const {
    gate,
    progress,
    latestScores,
    content,
    chart,
    prescription,
    timeZone: _zone,
    arrivedAt: _arrived,
    ...row
  } = raw;
  const precautions = withChart(content?.precautions ?? [], chart, gate.clinicValues);
  const basis = gateBasis(gate, row.sessionDate);
  return {
    ...row,
    prescription,
    gate: basis,
    progressReport: progressDue(progress, row.sessionDate),
    due: measuresDue(content?.measures ?? [], latestScores, row.sessionDate),
    forbiddenSince: forbiddenSince(content?.interventions ?? [], precautions),
    closedBecause: row.status === 'planned' ? closedBecause(raw, basis, precautions, date) : [],
    leftOver: row.sessionDate < date ? leftOverOf(raw) : null,
  };
}

/** What arrival would be refused with: the same gate as at the arrival itself. */
function closedBecause(
  { content, prescription, chart, gate, timeZone, arrivedAt, ...row }: RawToday,
  basis: GateBasis,
  precautions: PrescribedPrecaution[],
  date: PlainDate,
): string[] {
  const answer = askGate({
    basis,
    moment: { ...row, arrivedAt, timeZone, today: date },
    payerProfile: row.payerProfile,
    prescription:
      prescription === null || content === null
        ? null
        : { ...prescription, content: { ...content, precautions } },
    interventions: [],
    vitals: {},
    clinicValues: gate.clinicValues,
    lowersGlucose: lowersGlucose(chart),
  });
  return withoutVitals(answer).refusals.map(({ sentence }) => sentence);
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
