import { z } from 'zod';
import measuresJson from './outcome-measures.json' with { type: 'json' };

/** One published value of a measurement error or an important difference, for one population. */
export const PublishedThreshold = z.object({
  value: z.number(),
  level: z.string(),
  population: z.string(),
  populationTag: z.string(),
  citation: z.string(),
  /** The number was seen in the cited source; otherwise it is from memory and must be shown as unverified. */
  verified: z.boolean(),
  default: z.boolean(),
  note: z.string().optional(),
});
export type PublishedThreshold = z.infer<typeof PublishedThreshold>;

export const Direction = z.enum(['higherIsBetter', 'lowerIsBetter']);
export type Direction = z.infer<typeof Direction>;

/** An outcome measure as the registry describes it. Bounds and steps are in `unit` (UCUM). */
export const OutcomeMeasure = z.object({
  code: z.string(),
  name: z.string(),
  abbreviation: z.string(),
  loinc: z.object({ code: z.string(), display: z.string(), verified: z.boolean() }).nullable(),
  domain: z.string(),
  bodyRegions: z.array(z.string()),
  reportedBy: z.string(),
  unit: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  step: z.number(),
  boundsNominal: z.boolean(),
  direction: Direction,
  sided: z.boolean(),
  judgeable: z.boolean(),
  /** Days after which a last score is too old to judge by, where the measure has its own (rules.md 6.2, input). */
  staleAfterDays: z.number().optional(),
  scoring: z.string(),
  mdc: z.array(PublishedThreshold),
  mcid: z.array(PublishedThreshold),
  pctThreshold: z.object({ value: z.number(), citation: z.string(), verified: z.boolean() }).nullable(),
  severityBands: z
    .object({
      bands: z.array(z.object({ min: z.number(), max: z.number(), label: z.string() })),
      citation: z.string(),
    })
    .nullable(),
  reassess: z.object({
    everyVisits: z.number().nullable(),
    everyDays: z.number().nullable(),
    note: z.string().nullish(),
  }),
  sanity: z.object({
    refuseBelow: z.number(),
    refuseAbove: z.number(),
    minExclusive: z.boolean(),
    integerOnly: z.boolean(),
    refuse: z.string(),
    warn: z.string(),
    warnBelow: z.number().nullable(),
    warnAbove: z.number().nullable(),
    warnChange: z.number().nullable(),
  }),
});
export type OutcomeMeasure = z.infer<typeof OutcomeMeasure>;

/** Every measure that Tandem knows, in the registry's order. */
export const MEASURES: readonly OutcomeMeasure[] = z.array(OutcomeMeasure).parse(measuresJson);

const BY_CODE = new Map(MEASURES.map((measure) => [measure.code, measure]));

/** The measure with this code, or nothing. */
export const getMeasure = (code: string): OutcomeMeasure | undefined => BY_CODE.get(code);

/** The measure with this code; throws when the registry has none. */
export function loadMeasure(code: string): OutcomeMeasure {
  const measure = BY_CODE.get(code);
  if (!measure) throw new Error(`no outcome measure ${code}`);
  return measure;
}

const UNIT_WORDS: Record<string, string> = {
  '{score}': '',
  deg: '°',
  s: 's',
  m: 'm',
  'm/s': 'm/s',
  kg: 'kg',
  '%': '%',
};

/** The unit as written behind a number on screen; empty for plain scores. */
export const unitLabel = (measure: Pick<OutcomeMeasure, 'unit'>): string =>
  UNIT_WORDS[measure.unit] ?? measure.unit.replace(/[{}]/g, '');

/** "46 %", "90°", "7": a value with the unit of its measure. */
export function valueWithUnit(value: number, measure: Pick<OutcomeMeasure, 'unit'>): string {
  const unit = unitLabel(measure);
  return `${value}${unit === '' || unit === '°' ? unit : ` ${unit}`}`;
}

/** How often a measure is due when the prescription does not say: the registry's interval, else every 7 days (product policy). */
export const defaultIntervalDays = (measure: OutcomeMeasure): number => measure.reassess.everyDays ?? 7;
