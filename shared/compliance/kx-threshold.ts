import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';

/** One year's KX threshold for physical therapy and speech-language pathology combined, in dollars (rules.md 1.6). */
export interface KxYear {
  year: number;
  dollars: number;
  source: string;
}

/** Published thresholds. A year that is not here is unknown: never extrapolate. */
const KX_THRESHOLDS: readonly KxYear[] = [
  { year: 2019, dollars: DOCUMENTATION.kx2019, source: '[M] to be confirmed' },
  { year: 2020, dollars: DOCUMENTATION.kx2020, source: '[M] to be confirmed' },
  { year: 2021, dollars: 2110, source: 'therapycomply.com' },
  { year: 2022, dollars: 2150, source: 'therapycomply.com' },
  { year: 2023, dollars: 2230, source: 'therapycomply.com' },
  { year: 2024, dollars: 2330, source: 'mehca.org' },
  { year: 2025, dollars: 2410, source: 'prombs.com, proactivechart.com' },
  { year: 2026, dollars: 2480, source: 'alsintegratedsvc.com, postacutetools.com' },
];

/** Targeted medical review may start here; fixed through this year (rules.md 1.6, S11). */
export const MEDICAL_REVIEW = { dollars: 3000, throughYear: 2028 } as const;
/** The threshold of a year as it holds in a clinic: those from memory are the clinic's to set. */
export function kxThresholdOf(year: number, values: DocumentationValues = DOCUMENTATION): KxYear | undefined {
  const published = KX_THRESHOLDS.find((one) => one.year === year);
  const own = year === 2019 ? values.kx2019 : year === 2020 ? values.kx2020 : undefined;
  if (published === undefined || own === undefined || own === published.dollars) return published;
  return { ...published, dollars: own, source: 'this clinic’s value' };
}

export type KxState = 'not-entered' | 'threshold-unknown' | 'below' | 'near' | 'above' | 'medical-review';

export interface KxStanding {
  state: KxState;
  year: number;
  thresholdCents: number | null;
  amountCents: number | null;
  source: string | null;
}

/** Where a beneficiary's allowed amount of a calendar year stands against the threshold; above means more than it. */
export function kxStanding(
  year: number,
  amountCents: number | null,
  values: DocumentationValues = DOCUMENTATION,
): KxStanding {
  const published = kxThresholdOf(year, values);
  const thresholdCents = published === undefined ? null : published.dollars * 100;
  const common = { year, thresholdCents, amountCents, source: published?.source ?? null };
  if (amountCents === null) return { ...common, state: 'not-entered' };
  if (year <= MEDICAL_REVIEW.throughYear && amountCents >= MEDICAL_REVIEW.dollars * 100)
    return { ...common, state: 'medical-review' };
  if (thresholdCents === null) return { ...common, state: 'threshold-unknown' };
  if (amountCents > thresholdCents) return { ...common, state: 'above' };
  return { ...common, state: amountCents >= values.kxNearShare * thresholdCents ? 'near' : 'below' };
}

/** Above the threshold every claim line needs KX (rules.md 1.6). A year whose threshold is unknown is never taken to be above it. */
export const isAboveKx = ({ amountCents, thresholdCents }: KxStanding): boolean =>
  amountCents !== null && thresholdCents !== null && amountCents > thresholdCents;

/** `$2,480` or `$2,480.50`. */
export function dollarWords(cents: number): string {
  const [whole = '', rest = ''] = (cents / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === '00' ? `$${grouped}` : `$${grouped}.${rest}`;
}
