import { z } from 'zod';
import type { OutcomeMeasure, PublishedThreshold } from './registry.ts';

/** A threshold frozen into a verdict: the number, for whom, and where it comes from. */
export const ChosenThreshold = z.object({
  value: z.number(),
  level: z.string(),
  population: z.string(),
  citation: z.string(),
  verified: z.boolean(),
});
export type ChosenThreshold = z.infer<typeof ChosenThreshold>;

export interface ThresholdTags {
  mdcTag?: string | null | undefined;
  mcidTag?: string | null | undefined;
}

export interface ChosenThresholds {
  mdc: ChosenThreshold | null;
  mcid: ChosenThreshold | null;
  pctThreshold: number | null;
  /** Whether every value that governs the judgement was seen in its source. */
  verified: boolean;
}

/**
 * The row that a population tag stands for. Some studies publish one row per baseline band under one tag (BBS): the largest of
 * them is used, so that no band is judged by less than its own error.
 */
export const rowForTag = (
  rows: readonly PublishedThreshold[],
  tag: string | null | undefined,
): PublishedThreshold | undefined => {
  const tagged = rows.filter((row) => row.populationTag === tag);
  const largest = tagged.reduce<PublishedThreshold | undefined>(
    (most, row) => (most === undefined || row.value > most.value ? row : most),
    undefined,
  );
  return tagged.find((row) => row.default) ?? largest ?? rows.find((row) => row.default);
};

const choose = (
  rows: readonly PublishedThreshold[],
  tag: string | null | undefined,
): ChosenThreshold | null => {
  const row = rowForTag(rows, tag);
  if (!row) return null;
  const { value, level, population, citation, verified } = row;
  return { value, level, population, citation, verified };
};

/**
 * The published rows that judge a series: the population the prescription names, else the clinic's choice, else the
 * registry's default. The measurement error (MDC) governs importance too when it is larger (rules.md 6.2 step 1).
 */
export function chooseThresholds(
  measure: OutcomeMeasure,
  prescribed: ThresholdTags = {},
  clinic: ThresholdTags = {},
): ChosenThresholds {
  const mdc = choose(measure.mdc, prescribed.mdcTag ?? clinic.mdcTag);
  const mcid = choose(measure.mcid, prescribed.mcidTag ?? clinic.mcidTag);
  const governing = [mdc, mcid !== null && (mdc === null || mcid.value > mdc.value) ? mcid : null].filter(
    (t) => t !== null,
  );
  return {
    mdc,
    mcid,
    pctThreshold: measure.pctThreshold?.value ?? null,
    verified: governing.length > 0 && governing.every((t) => t.verified),
  };
}
