/** One year's KX threshold for physical therapy and speech-language pathology combined, in dollars (rules.md 1.6). */
export interface KxYear {
  year: number;
  dollars: number;
  source: string;
}

/** Published thresholds. A year that is not here is unknown: never extrapolate. */
export const KX_THRESHOLDS: readonly KxYear[] = [
  { year: 2019, dollars: 2040, source: '[M] to be confirmed' },
  { year: 2020, dollars: 2080, source: '[M] to be confirmed' },
  { year: 2021, dollars: 2110, source: 'therapycomply.com [S9]' },
  { year: 2022, dollars: 2150, source: 'therapycomply.com [S9]' },
  { year: 2023, dollars: 2230, source: 'therapycomply.com [S9]' },
  { year: 2024, dollars: 2330, source: 'mehca.org [S10]' },
  { year: 2025, dollars: 2410, source: 'prombs.com, proactivechart.com [S11]' },
  { year: 2026, dollars: 2480, source: 'alsintegratedsvc.com, postacutetools.com [S11]' },
];

/** Targeted medical review may start here; fixed through this year (rules.md 1.6, S11). */
export const MEDICAL_REVIEW = { dollars: 3000, throughYear: 2028 } as const;
/** How near the threshold is said beforehand: nine tenths of it (product policy). */
const NEAR = 0.9;

export type KxState = 'not-entered' | 'threshold-unknown' | 'below' | 'near' | 'above' | 'medical-review';

export interface KxStanding {
  state: KxState;
  year: number;
  thresholdCents: number | null;
  amountCents: number | null;
  source: string | null;
}

/** Where a beneficiary's allowed amount of a calendar year stands against the threshold; above means more than it. */
export function kxStanding(year: number, amountCents: number | null): KxStanding {
  const published = KX_THRESHOLDS.find((one) => one.year === year);
  const thresholdCents = published === undefined ? null : published.dollars * 100;
  const common = { year, thresholdCents, amountCents, source: published?.source ?? null };
  if (amountCents === null) return { ...common, state: 'not-entered' };
  if (year <= MEDICAL_REVIEW.throughYear && amountCents >= MEDICAL_REVIEW.dollars * 100)
    return { ...common, state: 'medical-review' };
  if (thresholdCents === null) return { ...common, state: 'threshold-unknown' };
  if (amountCents > thresholdCents) return { ...common, state: 'above' };
  return { ...common, state: amountCents >= NEAR * thresholdCents ? 'near' : 'below' };
}

/** `$2,480` or `$2,480.50`. */
export function dollarWords(cents: number): string {
  const [whole = '', rest = ''] = (cents / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === '00' ? `$${grouped}` : `$${grouped}.${rest}`;
}
