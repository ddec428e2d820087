import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { BodyRegion } from '#shared/patients/model.ts';
import { comorbidityKeysOf, type CodedCondition } from '#shared/patients/comorbidities.ts';
import { addDays, daysBetween, type PlainDate } from '#shared/platform/time.ts';
import { defaultIntervalDays, getMeasure, MEASURES, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import { endsOn } from './missing-elements.ts';
import {
  emptyPrescription,
  type OrderedVitals,
  type PrescribedDiagnosis,
  type PrescribedMeasure,
  type PrescriptionContent,
  type PrescriptionDraftContent,
} from './model.ts';
import { rowKey } from './difference.ts';
import { asRuled, proposePrecautions, withProposed } from './precautions.ts';
import { vitalLimitsOf } from './vital-limits.ts';
import { planOfSteps, remainingTaper, settledSchedule } from './schedule.ts';

/** What the record says when a prescription is begun. */
export interface PrescriptionFacts {
  bodyRegion: string;
  side: 'left' | 'right' | 'both' | null;
  onsetOn: PlainDate | null;
  today: PlainDate;
  diagnoses: readonly PrescribedDiagnosis[];
  conditions: readonly CodedCondition[];
  /** What the clinic has set differently from the defaults. */
  clinicValues?: ClinicOverrides | undefined;
  /** The default stop rules. */
  stopRules: readonly string[];
}

const NO_VITALS: OrderedVitals = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };

/** Usual resting limits, the starting point when a vital sign is ordered: BP 180/110 (S24) and glucose 250 (S22) from their sources, the rest the clinic's. */
export function usualVitals(overrides: ClinicOverrides = {}) {
  const { heartRateMax, heartRateMin, spo2Min, glucoseMin } = vitalLimitsOf(overrides);
  return {
    bloodPressure: { maxSystolic: 180, maxDiastolic: 110 },
    heartRate: { min: heartRateMin, max: heartRateMax },
    spo2: { min: spo2Min },
    glucose: { min: glucoseMin, max: 250 },
  };
}

/** Vital signs to take before each session, as the coded comorbidities ask (rules.md 4.3). */
export function proposeVitals(
  conditions: readonly CodedCondition[],
  overrides: ClinicOverrides = {},
): OrderedVitals {
  const usual = usualVitals(overrides);
  const keys = comorbidityKeysOf(conditions);
  const isHeart = keys.includes('cardiac') || keys.includes('heart-failure');
  return {
    ...NO_VITALS,
    ...(isHeart ? { bloodPressure: usual.bloodPressure } : {}),
    ...(keys.includes('severe-copd') ? { spo2: usual.spo2 } : {}),
    ...(keys.includes('diabetes') ? { glucose: usual.glucose } : {}),
  };
}

/** The registry's words for a part of the body. */
const REGISTRY_REGIONS: Record<BodyRegion, readonly string[]> = {
  neck: ['cervical spine'],
  'upper-back': ['lumbar spine'],
  'lower-back': ['lumbar spine'],
  shoulder: ['shoulder'],
  elbow: ['elbow'],
  'wrist-hand': ['wrist', 'hand', 'forearm'],
  hip: ['hip', 'lower limb'],
  knee: ['knee', 'lower limb'],
  'ankle-foot': ['ankle', 'foot', 'lower limb'],
  'head-face': ['head'],
  'chest-abdomen': ['whole body'],
  pelvis: ['hip', 'lower limb'],
  'whole-body': ['whole body', 'lower limb'],
};

/** The measure that usually speaks first for a region; beside it stands pain. Product policy, the physiatrist changes it. */
const FIRST_CHOICE: Record<BodyRegion, string> = {
  neck: 'ndi',
  'upper-back': 'psfs',
  'lower-back': 'odi',
  shoulder: 'spadi',
  elbow: 'quickdash',
  'wrist-hand': 'quickdash',
  hip: 'hoos_jr',
  knee: 'koos_jr',
  'ankle-foot': 'lefs',
  'head-face': 'hit6',
  'chest-abdomen': 'six_mwt',
  pelvis: 'psfs',
  'whole-body': 'tug',
};

const isBodyRegion = (region: string): region is BodyRegion => Object.hasOwn(REGISTRY_REGIONS, region);

/** The registry's measures for a region: made for it first, then those for any region, then the rest. */
export function measuresFor(bodyRegion: string): OutcomeMeasure[] {
  const regions = isBodyRegion(bodyRegion) ? REGISTRY_REGIONS[bodyRegion] : [];
  const first = isBodyRegion(bodyRegion) ? FIRST_CHOICE[bodyRegion] : undefined;
  const rank = ({ code, bodyRegions }: OutcomeMeasure): number => {
    if (code === first) return 0;
    if (bodyRegions.some((region) => regions.includes(region))) return 1;
    return bodyRegions.includes('any') ? 2 : 3;
  };
  return [...MEASURES].sort((a, b) => rank(a) - rank(b));
}

/** Whether the registry names this measure for the region, or for any. */
export const isMeantFor = (measure: OutcomeMeasure, bodyRegion: string): boolean =>
  measure.bodyRegions.includes('any') ||
  (isBodyRegion(bodyRegion) &&
    measure.bodyRegions.some((region) => REGISTRY_REGIONS[bodyRegion].includes(region)));

const PAIN = 'nprs';

/** The region's first measure and pain, both primary, at the registry's interval; sided ones for the episode's side. */
export function proposeMeasures({
  bodyRegion,
  side,
}: Pick<PrescriptionFacts, 'bodyRegion' | 'side'>): PrescribedMeasure[] {
  const first = isBodyRegion(bodyRegion) ? FIRST_CHOICE[bodyRegion] : 'psfs';
  return [first, PAIN].flatMap((code) => {
    const measure = getMeasure(code);
    return measure ? prescribe(measure, 'primary', side) : [];
  });
}

/** A measure as a row of the prescription: one row for each side that it is taken on. */
export function prescribe(
  measure: OutcomeMeasure,
  role: PrescribedMeasure['role'],
  side: 'left' | 'right' | 'both' | null,
): PrescribedMeasure[] {
  const sides = side === 'both' ? (['left', 'right'] as const) : [side];
  return (measure.sided ? sides : [null]).map((one) => ({
    measureCode: measure.code,
    side: one,
    role,
    everyDays: defaultIntervalDays(measure),
    mdcTag: null,
    mcidTag: null,
  }));
}

/** A first draft: empty but for what the record already says. */
export const draftFromRecord = (facts: PrescriptionFacts): PrescriptionDraftContent => ({
  ...emptyPrescription(facts.stopRules),
  diagnoses: [...facts.diagnoses],
  onsetOn: facts.onsetOn,
  startsOn: facts.today,
  precautions: proposePrecautions(facts.conditions, facts.clinicValues),
  vitals: proposeVitals(facts.conditions, facts.clinicValues),
  measures: proposeMeasures(facts),
});

/**
 * The next version as it is begun: the one before it from today on, brought up to date with the record. What was decided
 * stays decided; a re-evaluation date that has passed is suggested anew.
 */
export function draftFromVersion(
  version: PrescriptionContent,
  facts: PrescriptionFacts,
): PrescriptionDraftContent {
  const known = new Set(version.diagnoses.map(rowKey.diagnosis));
  return settledSchedule({
    ...version,
    diagnoses: [...version.diagnoses, ...facts.diagnoses.filter((row) => !known.has(rowKey.diagnosis(row)))],
    precautions: withProposed(
      version.precautions.map((row) => asRuled(row, facts.clinicValues)),
      proposePrecautions(facts.conditions, facts.clinicValues),
    ),
    ...(version.taper
      ? planOfSteps(remainingTaper(version.taper, daysBetween(version.startsOn, facts.today)))
      : {}),
    startsOn: facts.today,
    reEvaluationOn: suggestReEvaluation(facts.today, version.durationWeeks),
  });
}

/** Two thirds into the plan, in whole weeks: week 4 of 6 (the example of rules.md 4.1), never after its end. */
export function suggestReEvaluation(startsOn: PlainDate, durationWeeks: number): PlainDate {
  const suggested = addDays(startsOn, Math.max(1, Math.round((durationWeeks * 2) / 3)) * 7);
  const last = endsOn(startsOn, durationWeeks);
  return suggested <= last ? suggested : last;
}
