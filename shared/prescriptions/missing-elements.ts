import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { addDays, earlierOf, shortDate, type PlainDate } from '#shared/platform/time.ts';
import { dateProblem, dayOfToday, daysAfter } from '#shared/platform/date-order.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { rowKey } from './difference.ts';
import { missing, twice, type MissingElement } from './missing-element.ts';
import { missingGoals, missingInterventions, missingMeasures, missingVitals } from './missing-therapy.ts';
import { missingDiagnosis } from './missing-diagnosis.ts';
import { missingWeightBearing } from './missing-weight-bearing.ts';
import type { PrescribedPrecaution, PrescriptionDraftContent, Side } from './model.ts';
import { signingValuesOf } from './signing-values.ts';
import { aWeekWords, hasTooManyDays, isStep, isTooManyVisits, timesADay, visitsOf } from './schedule.ts';

export type { MissingElement } from './missing-element.ts';
export { regionsWithoutWeightBearing } from './missing-weight-bearing.ts';

/** Facts outside the form that the rules need. */
export interface PrescriptionSetting {
  /** The episode's body region. */
  bodyRegion: string;
  /** The side of the episode: its limb is the one whose weight bearing is asked for. */
  side?: Side | null | undefined;
  /** What the clinic has set differently from the defaults. */
  clinicValues?: ClinicOverrides | undefined;
  /** Medicare certifies a plan for at most 90 days; other payers set no end here. */
  payerProfile?: PayerProfile | undefined;
  /** Today in the clinic's zone: an onset or an operation cannot lie after it. */
  today?: string | undefined;
  /** The first day of the version before, null for a first version; left out, the first day is not judged. */
  previousStartsOn?: string | null | undefined;
  /** What the record's coded comorbidities propose now: each must stand on the prescription, kept or overridden. */
  proposed?: readonly PrescribedPrecaution[] | undefined;
}

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
    ...missingGoals(draft, signingValuesOf(setting.clinicValues ?? {})),
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

/** Nothing is prescribed for days that are over; a version may keep the start of the one before it (rules.md POC-1). */
function wrongStart(
  { startsOn }: PrescriptionDraftContent,
  { today, previousStartsOn, clinicValues = {} }: PrescriptionSetting,
): MissingElement[] {
  if (today === undefined || previousStartsOn === undefined || startsOn === previousStartsOn) return [];
  const { furthestStartDays } = signingValuesOf(clinicValues);
  const problem = dateProblem('The first day', startsOn, {
    notBefore: [dayOfToday(today)],
    notAfter: [daysAfter(today, furthestStartDays, `${furthestStartDays} days from today,`)],
  });
  return problem === undefined ? [] : [missing('START', 'startsOn', problem)];
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

/** Fixed, because it has a source: one certification covers at most 90 days, the first of them day 1 (rules.md CERT-2, S4). */
const LONGEST_CERTIFICATION_DAYS = 90;

/** The last day a signed plan is certified for, counted from its start. */
export const certifiedThrough = (startsOn: string): PlainDate =>
  addDays(startsOn, LONGEST_CERTIFICATION_DAYS - 1);

/** The last day of the plan: `startsOn` is day one. */
export const endsOn = (startsOn: string, durationWeeks: number) => addDays(startsOn, durationWeeks * 7 - 1);

/** Numbers of the plan that cannot be signed: kept as typed, and named. */
function beyondRange(draft: PrescriptionDraftContent): MissingElement[] {
  const check = (
    code: MissingElement['code'],
    path: MissingElement['path'],
    [value, max, what]: [number | null | undefined, number, string],
  ) =>
    value == null || (Number.isInteger(value) && value >= 1 && value <= max)
      ? []
      : [missing(code, path, `${what} is a whole number from 1 to ${max}, not ${value}.`)];
  const steps = draft.taper ?? [];
  return [
    ...check('FREQUENCY', 'frequencyPerWeek', [draft.frequencyPerWeek, 14, 'The times a week']),
    ...check('DURATION', 'durationWeeks', [draft.durationWeeks, 52, 'The number of weeks']),
    ...check('DURATION', 'durationVisits', [draft.durationVisits, 400, 'The number of visits']),
    ...check('AMOUNT', 'amountPerDay', [draft.amountPerDay, 4, 'The times a day']),
    ...steps.flatMap(({ weeks, perWeek }) => [
      ...check('TAPER', 'taper', [perWeek, 14, 'The times a week of each step']),
      ...check('TAPER', 'taper', [weeks, 52, 'The number of weeks of each step']),
    ]),
  ];
}

function missingSchedule(
  draft: PrescriptionDraftContent,
  { payerProfile, clinicValues = {} }: PrescriptionSetting,
): MissingElement[] {
  const { frequencyPerWeek, durationWeeks, startsOn, reEvaluationOn } = draft;
  const { mostVisits } = signingValuesOf(clinicValues);
  const steps = draft.taper ?? [];
  const visits =
    frequencyPerWeek === null || durationWeeks === null || !steps.every(isStep)
      ? 0
      : visitsOf({ ...draft, frequencyPerWeek, durationWeeks, taper: steps.filter(isStep) });
  const gaps = [
    ...beyondRange(draft),
    ...(hasTooManyDays(draft)
      ? [
          missing(
            'AMOUNT',
            'amountPerDay',
            `With ${timesADay(draft.amountPerDay ?? 1)} the frequency counts days: a week has 7.`,
          ),
        ]
      : []),
    ...(visits > mostVisits
      ? [
          missing(
            'VISITS',
            draft.durationVisits ? 'durationVisits' : 'durationWeeks',
            `${visits} visits are more than one prescription may buy (${mostVisits}): shorten the plan.`,
          ),
        ]
      : []),
    ...(isTooManyVisits(draft)
      ? [
          missing(
            'DURATION',
            'durationVisits',
            `${draft.durationVisits ?? 0} visits at ${aWeekWords(frequencyPerWeek, draft)} take more than 52 weeks.`,
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
      ? [missing('DURATION', 'durationWeeks', 'Give the number of weeks or of visits.')]
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
