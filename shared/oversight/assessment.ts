import { z } from 'zod';
import { ChosenThreshold } from '#shared/outcomes/thresholds.ts';
import { Direction } from '#shared/outcomes/registry.ts';
import { EPISODE_FLAGS, VERDICT_ACTIONS, VERDICTS } from './judge-episode.ts';
import { MEASURE_FLAGS, RESPONSE_CLASSES } from './measure-judgement.ts';

const DatedValue = z.object({ date: z.string(), value: z.number() });
export const ConfidenceLevel = z.enum(['high', 'medium', 'low']);

/** A measure's judgement with everything needed to read it: numbers, thresholds with their source, flags, confidence. */
export const MeasureAssessment = z.object({
  measureCode: z.string(),
  side: z.enum(['left', 'right']).nullable(),
  role: z.enum(['primary', 'secondary']),
  abbreviation: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: Direction,
  class: z.enum(RESPONSE_CLASSES),
  reason: z.string(),
  baseline: DatedValue.nullable(),
  latest: DatedValue.nullable(),
  improvement: z.number().nullable(),
  improvementPct: z.number().nullable(),
  thresholdDetect: z.number().nullable(),
  thresholdMeaningful: z.number().nullable(),
  flags: z.array(z.enum(MEASURE_FLAGS)),
  confidence: ConfidenceLevel.nullable(),
  lastKnownClass: z.enum(RESPONSE_CLASSES).nullable(),
  thresholds: z.object({
    mdc: ChosenThreshold.nullable(),
    mcid: ChosenThreshold.nullable(),
    pctThreshold: z.number().nullable(),
  }),
  goal: z.object({ target: z.number(), targetOn: z.string() }).nullable(),
  pace: z.object({ expected: z.number(), behind: z.boolean() }).nullable(),
  /** The same measure over the whole episode, from the first treatment on. */
  episode: z.object({
    class: z.enum(RESPONSE_CLASSES),
    baseline: DatedValue.nullable(),
    improvement: z.number().nullable(),
  }),
  everyDays: z.number(),
  /** Conditions of scores that were taken otherwise and are not compared with these. */
  otherSeries: z.array(z.string().nullable()).default([]),
  /** When the next score is due; null before the first one. */
  dueOn: z.string().nullable(),
  /** Valid scores, oldest first, for the sparkline. */
  points: z.array(DatedValue),
});
export type MeasureAssessment = z.infer<typeof MeasureAssessment>;

const BareThreshold = z.object({ value: z.number() }).nullable();

/** A measure as one line of the board shows it: the numbers and the sparkline; where they come from is on the review. */
export const BoardMeasure = MeasureAssessment.pick({
  measureCode: true,
  side: true,
  role: true,
  abbreviation: true,
  unit: true,
  direction: true,
  baseline: true,
  latest: true,
  improvement: true,
  thresholdDetect: true,
}).extend({
  thresholds: z.object({ mdc: BareThreshold, mcid: BareThreshold }),
  /** Valid values, oldest first. */
  points: z.array(z.number()),
});
export type BoardMeasure = z.infer<typeof BoardMeasure>;

/** One sentence of the judgement, with a code that a decision can cite. */
export const Reason = z.object({ code: z.string(), text: z.string() });
export type Reason = z.infer<typeof Reason>;

export const Assessment = z.object({
  algorithm: z.string(),
  asOf: z.string(),
  verdict: z.enum(VERDICTS),
  action: z.enum(VERDICT_ACTIONS),
  confidence: ConfidenceLevel.nullable(),
  flags: z.array(z.enum(EPISODE_FLAGS)),
  measures: z.array(MeasureAssessment),
  reasons: z.array(Reason),
  /** What would let it judge better, or differently. */
  wouldChange: z.array(z.string()),
  phase: z
    .object({ opensOn: z.string(), startedOn: z.string(), day: z.number(), treated: z.boolean() })
    .nullable(),
  attendance: z.object({ attended: z.number(), prescribedToDate: z.number() }).nullable(),
});
export type Assessment = z.infer<typeof Assessment>;
