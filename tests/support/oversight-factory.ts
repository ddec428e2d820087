import { oversightApi } from '#shared/oversight/contract.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';

/** ODI of a phase that goes the wrong way, confirmed. */
export const WORSE = { 0: 38, 14: 49, 28: 50 };
/** ODI of a phase that works. */
export const BETTER = { 0: 48, 14: 40, 28: 34 };

export const boardOf = (clinic: TestClinic, person: PersonName = 'physiatrist', query = {}) =>
  clinic.as(person).call(oversightApi.board, { query });

export const reviewOf = (clinic: TestClinic, episodeId: EpisodeId, person: PersonName = 'physiatrist') =>
  clinic.as(person).call(oversightApi.review, { params: { episodeId } });

/** Goes on for three weeks, unless told otherwise. */
export const aDecision = (clinic: TestClinic, verdictId: string | null, part: object = {}) => ({
  kind: 'continue' as const,
  why: 'First weeks of loading; pain settles within a day.',
  reasons: [],
  expectation: 'ODI at most 40',
  expected: { measureCode: 'odi', side: null, value: 40 },
  reviewOn: clinic.day(21),
  detail: { type: 'none' as const },
  verdictId,
  ...part,
});

/** Decides on what the review says now; the answer may be a refusal. */
export async function deciding(clinic: TestClinic, episodeId: EpisodeId, part: object = {}) {
  const { body: review } = await reviewOf(clinic, episodeId);
  return clinic.as('physiatrist').call(oversightApi.decide, {
    params: { episodeId },
    body: aDecision(clinic, review.verdict.verdictId, part),
  });
}

/** Discharges a patient who moves away, unless told otherwise; the answer may be a refusal. */
export const discharging = (
  clinic: TestClinic,
  { episodeId }: { episodeId: EpisodeId },
  {
    closeReason = 'moved',
    confirmed = [],
  }: { closeReason?: 'goals-met' | 'moved' | 'plateau'; confirmed?: string[] } = {},
) =>
  deciding(clinic, episodeId, {
    kind: 'discharge',
    expected: null,
    detail: { type: 'discharge', closeReason },
    confirmed,
  });
