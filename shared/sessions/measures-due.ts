import { judgedScores } from '#shared/outcomes/series.ts';
import { addDays, daysBetween, type PlainDate } from '#shared/platform/time.ts';
import type { PrescribedMeasure } from '#shared/prescriptions/model.ts';

export interface MeasureDue {
  measureCode: string;
  side: 'left' | 'right' | null;
  role: 'primary' | 'secondary';
  /** Date of the last valid value of the series; null when there is none yet. */
  lastOn: PlainDate | null;
  /** The date on which it is due; null when it has never been measured: due now. */
  dueOn: PlainDate | null;
  /** Due on or before the day asked about. */
  isDue: boolean;
  /** Days past its date; 0 on the day itself or when never measured. */
  daysOverdue: number;
}

interface MeasuredOn {
  measureCode: string;
  side: string | null;
  condition?: string | null | undefined;
  measuredOn: PlainDate;
}

/** When each prescribed measure is due next, by its interval (rules.md 7.3). One never measured is due at once. */
export function measuresDue(
  measures: readonly Pick<PrescribedMeasure, 'measureCode' | 'side' | 'role' | 'everyDays'>[],
  measured: readonly MeasuredOn[],
  asOf: string,
): MeasureDue[] {
  return measures.map(({ measureCode, side, role, everyDays }) => {
    const lastOn = judgedScores(measured, { measureCode, side }, asOf).at(-1)?.measuredOn ?? null;
    const dueOn = lastOn === null ? null : addDays(lastOn, everyDays);
    return {
      measureCode,
      side,
      role,
      lastOn,
      dueOn,
      isDue: dueOn === null || dueOn <= asOf,
      daysOverdue: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, asOf)),
    };
  });
}
