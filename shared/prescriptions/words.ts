import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { shortDate } from '#shared/platform/time.ts';
import { boundWords, doseWords } from './bounds.ts';
import { DOSE_PARAMETER_CODES, getIntervention } from './interventions.ts';
import type {
  Bound,
  DraftGoal,
  DraftIntervention,
  DraftMeasure,
  DraftVitals,
  PrescribedIntervention,
  PrescribedPrecaution,
  WeightBearing,
} from './model.ts';
import { avoidedPlace, isOverruled } from './local-place.ts';
import { kindOf } from './precaution-kinds.ts';
import { progressionWords } from './progression.ts';

/** The limits of an intervention: "6-10 kg, up to 15 min", or "no limit". */
export const limitWords = ({ code, bounds }: Pick<PrescribedIntervention, 'code' | 'bounds'>): string =>
  bounds.length === 0 ? 'no limit' : inOrder(code, bounds).map(boundWords).join(', ');

/** The same limits read the same, in whatever order they were typed: the catalogue's for that intervention. */
function inOrder(code: string, bounds: readonly Bound[]): Bound[] {
  const order: readonly string[] = getIntervention(code)?.parameters ?? DOSE_PARAMETER_CODES;
  return [...bounds].sort((a, b) => order.indexOf(a.parameter) - order.indexOf(b.parameter));
}

/** Limits, authority and what has been agreed: "6-10 kg, ask, agreed up to 9 kg". */
export const interventionWords = (intervention: DraftIntervention): string =>
  [
    limitWords(intervention),
    intervention.authority,
    agreedWords(intervention),
    progressionWords(intervention),
  ]
    .filter(Boolean)
    .join(', ');

/** What the physiatrist has agreed to beforehand, if anything. */
export const agreedWords = ({ agreed }: Pick<PrescribedIntervention, 'agreed'>): string =>
  agreed && Object.keys(agreed).length > 0 ? `agreed up to ${doseWords(agreed)}` : '';

/** A measure as it is called, with its side: "Grip left". */
export const seriesName = ({ measureCode, side }: Pick<DraftGoal, 'measureCode' | 'side'>): string =>
  [getMeasure(measureCode)?.abbreviation ?? measureCode, side].filter(Boolean).join(' ');

/** "at most 20 % by 20 Nov 2026". */
export const goalWords = ({
  target,
  targetOn,
  measureCode,
}: Pick<DraftGoal, 'target' | 'targetOn' | 'measureCode'>): string =>
  [
    target === null ? 'no target yet' : targetWords({ measureCode, target }),
    targetOn === null ? '' : ` by ${shortDate(targetOn)}`,
  ].join('');

/** A target in the direction of its measure: "at most 20 %". */
export function targetWords({ measureCode, target }: { measureCode: string; target: number }): string {
  const measure = getMeasure(measureCode);
  const unit = measure ? unitLabel(measure) : '';
  const bound = measure?.direction === 'lowerIsBetter' ? 'at most' : 'at least';
  return `${bound} ${target}${unit === '' || unit === '°' ? unit : ` ${unit}`}`;
}

/** Where words begin a line. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

export const limbWords = (limb: WeightBearing['limb']): string => limb.replace('-', ' ');

/** "PWB 50 % until 1 Dec 2026". */
export const weightBearingWords = ({ status, percent, until }: WeightBearing): string =>
  [
    status,
    percent === null || status === 'NWB' || status === 'FWB' || status === 'WBAT' ? '' : `${percent} %`,
    until === null ? '' : `until ${shortDate(until)}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Whose protocol it follows and why this limb, as far as they are said: "per surgeon’s protocol: Dr. Hale, 3 Nov; ankle fracture". */
export const weightBearingBasis = ({ protocol, reason }: WeightBearing): string =>
  [protocol ? `per surgeon’s protocol: ${protocol}` : '', reason ?? ''].filter(Boolean).join('; ');

/** "left leg PWB 50 % (per surgeon’s protocol: Dr. Hale, 3 Nov)". */
export const weightBearingInFull = (row: WeightBearing): string => {
  const basis = weightBearingBasis(row);
  return `${limbWords(row.limb)} ${weightBearingWords(row)}${basis === '' ? '' : ` (${basis})`}`;
};

/** "contraindicated", "stop when", where not to give it, or what was overridden and why; a stricter row of `all` leaves nothing permitted. */
export const precautionWords = (
  precaution: PrescribedPrecaution,
  all: readonly PrescribedPrecaution[] = [],
): string => {
  const { decision, overrideReason } = precaution;
  const kind = kindOf(precaution).replace('-', ' ');
  if (decision === 'override') return `${kind}, overridden: ${overrideReason ?? ''}`;
  const place = avoidedPlace(precaution);
  return place === undefined || isOverruled(precaution, all)
    ? kind
    : `${kind} there, permitted elsewhere: not at ${place}`;
};

/** "primary, every 14 days", with the populations chosen for the thresholds. */
export const measureWords = ({ role, everyDays, mdcTag, mcidTag }: DraftMeasure): string =>
  [
    role,
    everyDays === null ? '' : `every ${everyDays === 1 ? 'day' : `${everyDays} days`}`,
    mdcTag === null ? '' : `error from ${mdcTag.replaceAll('_', ' ')}`,
    mcidTag === null ? '' : `importance from ${mcidTag.replaceAll('_', ' ')}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Ordered vital signs with their limits: "BP up to 180/110, glucose 70-250 mg/dL"; null when none are ordered. */
export function vitalsWords({ bloodPressure, heartRate, spo2, glucose }: DraftVitals): string | null {
  const words = [
    bloodPressure && `BP up to ${bloodPressure.maxSystolic ?? '?'}/${bloodPressure.maxDiastolic ?? '?'} mmHg`,
    heartRate && `heart rate ${rangeWords(heartRate.min, heartRate.max)} bpm`,
    spo2 && `SpO2 from ${spo2.min ?? '?'} %`,
    glucose && `glucose ${rangeWords(glucose.min, glucose.max)} mg/dL`,
  ].filter(Boolean);
  return words.length === 0 ? null : words.join(', ');
}

function rangeWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${min}-${max}`;
  if (max !== null) return `up to ${max}`;
  return min === null ? 'any' : `from ${min}`;
}
