import { newId } from '#server/platform/db/new-id.ts';
import { row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';
import type { Baseline } from './visits.ts';

/** Scores of one occasion; each gets its own moment, as they were entered one after the other. */
export function scoreRows(
  telling: Telling,
  scores: readonly Baseline[],
  at: Date,
  origin: { source: 'session' | 'evaluation'; session_id?: string; evaluation_id?: string },
  measuredOn: string,
): SeedRow[] {
  return scores.map(({ measureCode, value }, index) =>
    row('outcome_score', {
      id: newId(at),
      patient_id: telling.patientId,
      episode_id: telling.episodeId,
      session_id: origin.session_id ?? null,
      evaluation_id: origin.evaluation_id ?? null,
      measure_code: measureCode,
      side: telling.sideOf(measureCode),
      value,
      measured_on: measuredOn,
      recorded_at: new Date(at.getTime() + index).toISOString(),
      recorded_by_id: staff(telling.scenario.therapist),
      source: origin.source,
    }),
  );
}
