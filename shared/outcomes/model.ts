import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import { EpisodeId, EvaluationId, OutcomeScoreId, SessionId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';

export const ScoreSide = z.enum(['left', 'right']);
export type ScoreSide = z.infer<typeof ScoreSide>;

export const ScoreSource = z.enum(['session', 'evaluation', 'entry', 'imported']);
export type ScoreSource = z.infer<typeof ScoreSource>;

/** One value as it is entered, on a session sheet, in an evaluation or by itself. */
export const ScoreEntry = z.object({
  measureCode: z.string().min(1).max(60),
  side: ScoreSide.nullable(),
  value: z.number(),
  /** Walking aid, rater, recall window: values under different conditions are different series. */
  condition: text(120).nullish(),
  /** The person has read that the value is unusual and says it is right. */
  confirmed: z.boolean().optional(),
});
export type ScoreEntry = z.infer<typeof ScoreEntry>;

/** A stored value. One entered in error keeps who said so, when and why. */
export const StoredScore = z.object({
  outcomeScoreId: OutcomeScoreId,
  episodeId: EpisodeId.nullable(),
  sessionId: SessionId.nullable(),
  evaluationId: EvaluationId.nullable(),
  measureCode: z.string(),
  side: ScoreSide.nullable(),
  value: z.number(),
  measuredOn: PlainDate,
  condition: z.string().nullable(),
  source: ScoreSource,
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  warningConfirmed: z.string().nullable(),
  correctsId: OutcomeScoreId.nullable(),
  error: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
});
export type StoredScore = z.infer<typeof StoredScore>;

/** A value that an import brought for the patient and no episode; it counts once a clinician takes it into one. */
export const ImportedScore = z.object({
  outcomeScoreId: OutcomeScoreId,
  measureCode: z.string(),
  value: z.number(),
  measuredOn: PlainDate,
  importedAt: z.string(),
  /** The episode that it counts in. */
  takenInto: z
    .object({ episodeId: EpisodeId, concern: z.string(), by: z.string().nullable(), at: z.string() })
    .nullable(),
});
export type ImportedScore = z.infer<typeof ImportedScore>;

/** Which series a value belongs to: like is compared with like only (rules.md 6.6). */
export const seriesKey = (score: {
  measureCode: string;
  side: string | null;
  condition?: string | null | undefined;
}): string => [score.measureCode, score.side ?? '', score.condition ?? ''].join('|');
