import type { BodyRegion, PayerProfile } from '#shared/patients/model.ts';
import { addDays, earlierOf, shortDate, type PlainDate } from '#shared/platform/time.ts';
import { dateProblem, dayOfToday, daysAfter } from '#shared/platform/date-order.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { rowKey } from './difference.ts';
import { missing, twice, type MissingElement } from './missing-element.ts';
import { missingGoals, missingInterventions, missingMeasures, missingVitals } from './missing-therapy.ts';
import type { PrescribedPrecaution, PrescriptionDraftContent } from './model.ts';
import { isStep, visitsOf } from './schedule.ts';
import { limbWords } from './words.ts';

export type { MissingElement } from './missing-element.ts';

/** Facts outside the form that the rules need. */
export interface PrescriptionSetting {
  /** The episode's body region. */
  bodyRegion: string;
  /** Medicare certifies a plan for at most 90 days; other payers set no end here. */
  payerProfile?: PayerProfile | undefined;
  /** Today in the clinic's zone: an onset or an operation cannot lie after it. */
  today?: string | undefined;
  /** The first day of the version before, null for a first version; left out, the first day is not judged. */
  previousStartsOn?: string | null | undefined;
  /** What the record's coded comorbidities propose now: each must stand on the prescription, kept or overridden. */
  proposed?: readonly PrescribedPrecaution[] | undefined;
}

/** Regions without a limb or the spine, for which weight bearing says nothing. */
export const regionsWithoutWeightBearing: readonly string[] = [
  'head-face',
  'chest-abdomen',
  'pelvis',
  'whole-body',
] satisfies BodyRegion[];
/** Product policy: a plan is looked at again long before this. */
const MOST_VISITS = 400;
/** Toe-touch: at most 20 % of body weight (rules.md 4.2, S18). */
const TOE_TOUCH_PERCENT = 20;

/** Every element of rules.md 4.1 that is missing or contradicts another; signing is refused while there is one. */
export function missingElements(
  draft: PrescriptionDraftContent,
  setting: PrescriptionSetting,
): MissingElement[] {
  return [
    ...missingDiagnosis(draft, setting),
    ...missingPrecautions(draft, setting),
    ...missingWeightBearing(draft, setting),
    ...missingSchedule(draft, setting),
    ...wrongStart(draft, setting),
    ...missingInterventions(draft),
    ...missingGoals(draft),
    ...missingMeasures(draft),
    ...missingVitals(draft),
    ...draft.stopRules
      .filter((code) => getRedFlag(code) === undefined)
      .map((code) =>
        missing('STOP_RULE_UNKNOWN', 'stopRules', `There is no stop rule "${code}": remove it.`),
      ),
    ...(draft.stopRules.length === 0
      ? [missing('STOP_RULES', 'stopRules', 'Keep the default stop rules, or choose those that apply.')]
      : []),
  ];
}

/** A letter, a digit, a digit or letter, then up to four characters behind the point. */
const ICD_10_CM_FORM = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/i;

/** Product policy: nobody plans a start further ahead. */
const FURTHEST_START_DAYS = 90;

/** Nothing is prescribed for days that are over; a version may keep the start of the one before it (rules.md POC-1). */
function wrongStart(
  { startsOn }: PrescriptionDraftContent,
  { today, previousStartsOn }: PrescriptionSetting,
): MissingElement[] {
  if (today === undefined || previousStartsOn === undefined || startsOn === previousStartsOn) return [];
  const problem = dateProblem('The first day', startsOn, {
    notBefore: [dayOfToday(today)],
    notAfter: [daysAfter(today, FURTHEST_START_DAYS, `${FURTHEST_START_DAYS} days from today,`)],
  });
  return problem === undefined ? [] : [missing('START', 'startsOn', problem)];
}

function missingDiagnosis(draft: PrescriptionDraftContent, { today }: PrescriptionSetting): MissingElement[] {
  const future = (field: 'onsetOn' | 'surgeryOn', what: string) => {
    const date = draft[field];
    return date !== null && today !== undefined && date > today
      ? [missing('ONSET_DATE', field, `${what} on ${shortDate(date)} is in the future.`)]
      : [];
  };
  return [
    ...future('onsetOn', 'Onset'),
    ...future('surgeryOn', 'Surgery'),
    ...draft.diagnoses.flatMap(({ code, display }, index) =>
      ICD_10_CM_FORM.test(code)
        ? []
        : [
            missing(
              'DIAGNOSIS_CODE',
              `diagnoses.${index}`,
              `"${code}" of ${display} has not the form of an ICD-10-CM code, such as M54.16.`,
            ),
          ],
    ),
    ...twice('diagnoses', draft.diagnoses, rowKey.diagnosis, (row) => row.display),
    ...(draft.diagnoses.length === 0
      ? [missing('DIAGNOSIS', 'diagnoses', 'Add the diagnosis with its ICD-10-CM code and side.')]
      : []),
    ...(draft.onsetOn === null && draft.surgeryOn === null
      ? [missing('ONSET', 'onsetOn', 'Give the date of onset or of surgery.')]
      : []),
  ];
}

function missingPrecautions(
  draft: PrescriptionDraftContent,
  { proposed = [] }: PrescriptionSetting,
): MissingElement[] {
  const silent = draft.precautions.length === 0 && proposed.length === 0 && !draft.noPrecautionsKnown;
  const written = new Set(draft.precautions.map(rowKey.precaution));
  return [
    ...(silent
      ? [missing('PRECAUTIONS', 'precautions', 'List the precautions, or say that none are known.')]
      : []),
    ...proposed
      .filter((precaution) => !written.has(rowKey.precaution(precaution)))
      .map(({ intervention }) =>
        missing(
          'PRECAUTION_UNDECIDED',
          'precautions',
          `The record calls for a precaution that is not on the draft: ${intervention}. Keep or override it.`,
        ),
      ),
    ...draft.precautions.flatMap((p, index) =>
      p.intervention === ''
        ? [missing('PRECAUTION_WORDS', `precautions.${index}`, 'Say what the precaution is about.')]
        : [],
    ),
    ...draft.precautions.flatMap((p, index) =>
      p.decision === 'override' && !p.overrideReason
        ? [missing('OVERRIDE_REASON', `precautions.${index}`, `Say why "${p.intervention}" is overridden.`)]
        : [],
    ),
    ...twice('precautions', draft.precautions, rowKey.precaution, (row) => row.intervention),
  ];
}

function missingWeightBearing(
  draft: PrescriptionDraftContent,
  { bodyRegion }: PrescriptionSetting,
): MissingElement[] {
  if (draft.weightBearing.length === 0) {
    return regionsWithoutWeightBearing.includes(bodyRegion)
      ? []
      : [missing('WEIGHT_BEARING', 'weightBearing', 'Give the weight bearing of each affected limb.')];
  }
  const again = twice('weightBearing', draft.weightBearing, rowKey.weightBearing, (row) =>
    limbWords(row.limb),
  );
  const percents = draft.weightBearing.flatMap(({ limb, status, percent }, index) => {
    const where = limbWords(limb);
    if (status === 'PWB' && (percent === null || percent < 1 || percent > 99)) {
      return [
        missing(
          'WEIGHT_BEARING_PERCENT',
          `weightBearing.${index}`,
          `Partial weight bearing of the ${where} needs a percent from 1 to 99.`,
        ),
      ];
    }
    if (status === 'TTWB' && percent !== null && percent > TOE_TOUCH_PERCENT) {
      return [
        missing(
          'WEIGHT_BEARING_PERCENT',
          `weightBearing.${index}`,
          `Toe-touch of the ${where} is at most ${TOE_TOUCH_PERCENT} %.`,
        ),
      ];
    }
    return [];
  });
  const until = draft.weightBearing.flatMap(({ limb, until: end }, index) =>
    end !== null && draft.startsOn !== null && end < draft.startsOn
      ? [
          missing(
            'WEIGHT_BEARING_UNTIL',
            `weightBearing.${index}`,
            `The weight bearing of the ${limbWords(limb)} ends before the plan starts.`,
          ),
        ]
      : [],
  );
  return [...again, ...percents, ...until];
}

/** One certification covers at most 90 days, the first of them day 1 (rules.md CERT-2, S4). */
const LONGEST_CERTIFICATION_DAYS = 90;

/** The last day a signed plan is certified for, counted from its start. */
export const certifiedThrough = (startsOn: string): PlainDate =>
  addDays(startsOn, LONGEST_CERTIFICATION_DAYS - 1);

/** The last day of the plan: `startsOn` is day one. */
export const endsOn = (startsOn: string, durationWeeks: number) => addDays(startsOn, durationWeeks * 7 - 1);

function missingSchedule(
  draft: PrescriptionDraftContent,
  { payerProfile }: PrescriptionSetting,
): MissingElement[] {
  const { frequencyPerWeek, durationWeeks, startsOn, reEvaluationOn } = draft;
  const steps = draft.taper ?? [];
  const visits =
    frequencyPerWeek === null || durationWeeks === null || !steps.every(isStep)
      ? 0
      : visitsOf({ frequencyPerWeek, durationWeeks, taper: steps.filter(isStep) });
  const gaps = [
    ...(visits > MOST_VISITS
      ? [
          missing(
            'VISITS',
            'durationWeeks',
            `${visits} visits are more than one prescription may buy (${MOST_VISITS}): shorten the plan.`,
          ),
        ]
      : []),
    ...(steps.every(isStep)
      ? []
      : [missing('TAPER', 'taper', 'Give the times a week and the weeks of each step of the taper.')]),
    ...(frequencyPerWeek === null && steps.length === 0
      ? [missing('FREQUENCY', 'frequencyPerWeek', 'Give the times a week.')]
      : []),
    ...(durationWeeks === null && steps.length === 0
      ? [missing('DURATION', 'durationWeeks', 'Give the number of weeks.')]
      : []),
    ...(startsOn === null ? [missing('START', 'startsOn', 'Give the first day of the plan.')] : []),
  ];
  if (reEvaluationOn === null)
    return [...gaps, missing('RE_EVALUATION', 'reEvaluationOn', 'Set the re-evaluation date.')];
  if (startsOn === null || durationWeeks === null) return gaps;
  const end = endsOn(startsOn, durationWeeks);
  const latest = payerProfile === 'medicare_part_b' ? earlierOf(end, certifiedThrough(startsOn)) : end;
  if (reEvaluationOn < startsOn || reEvaluationOn > latest) {
    return [
      ...gaps,
      missing(
        'RE_EVALUATION',
        'reEvaluationOn',
        `Re-evaluate between ${shortDate(startsOn)} and ${shortDate(latest)}.`,
      ),
    ];
  }
  return gaps;
}
