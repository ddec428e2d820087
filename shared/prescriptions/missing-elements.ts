import { addDays } from '#shared/platform/time.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { contraindicationOf } from './bounds.ts';
import type { PrescriptionDraftContent } from './model.ts';

/** What signing waits for: where in the form, and what to do. */
export interface MissingElement {
  code:
    | 'DIAGNOSIS'
    | 'ONSET'
    | 'PRECAUTIONS'
    | 'OVERRIDE_REASON'
    | 'WEIGHT_BEARING'
    | 'WEIGHT_BEARING_PERCENT'
    | 'FREQUENCY'
    | 'DURATION'
    | 'START'
    | 'INTERVENTIONS'
    | 'CONTRAINDICATED'
    | 'GOALS'
    | 'GOAL_DATE'
    | 'GOAL_MEASURE'
    | 'GOAL_RANGE'
    | 'PRIMARY_MEASURES'
    | 'MEASURE_SIDE'
    | 'RE_EVALUATION'
    | 'STOP_RULES';
  path: keyof PrescriptionDraftContent;
  sentence: string;
}

/** Facts outside the form that the rules need. */
export interface PrescriptionSetting {
  /** The episode's body region. */
  bodyRegion: string;
  /** No later than this, if a payer's certification ends before the plan does. */
  certifiedThrough?: string | undefined;
}

/** Regions without a limb or the spine, for which weight bearing says nothing. */
const WITHOUT_WEIGHT_BEARING = ['head', 'jaw', 'pelvic floor', 'whole body', 'chest'];
const MOST_PRIMARY_MEASURES = 3;
/** Toe-touch: at most 20 % of body weight (rules.md 4.2, S18). */
const TOE_TOUCH_PERCENT = 20;

/** Every element of rules.md 4.1 that is missing or contradicts another; signing is refused while there is one. */
export function missingElements(
  draft: PrescriptionDraftContent,
  setting: PrescriptionSetting,
): MissingElement[] {
  return [
    ...missingDiagnosis(draft),
    ...missingPrecautions(draft),
    ...missingWeightBearing(draft, setting),
    ...missingSchedule(draft, setting),
    ...missingInterventions(draft),
    ...missingGoals(draft),
    ...missingMeasures(draft),
    ...(draft.stopRules.length === 0
      ? [missing('STOP_RULES', 'stopRules', 'Keep the default stop rules, or choose those that apply.')]
      : []),
  ];
}

const missing = (
  code: MissingElement['code'],
  path: MissingElement['path'],
  sentence: string,
): MissingElement => ({
  code,
  path,
  sentence,
});

function missingDiagnosis(draft: PrescriptionDraftContent): MissingElement[] {
  return [
    ...(draft.diagnoses.length === 0
      ? [missing('DIAGNOSIS', 'diagnoses', 'Add the diagnosis with its ICD-10-CM code and side.')]
      : []),
    ...(draft.onsetOn === null && draft.surgeryOn === null
      ? [missing('ONSET', 'onsetOn', 'Give the date of onset or of surgery.')]
      : []),
  ];
}

function missingPrecautions(draft: PrescriptionDraftContent): MissingElement[] {
  const silent = draft.precautions.length === 0 && !draft.noPrecautionsKnown;
  const unreasoned = draft.precautions.filter((p) => p.decision === 'override' && !p.overrideReason);
  return [
    ...(silent
      ? [missing('PRECAUTIONS', 'precautions', 'List the precautions, or say that none are known.')]
      : []),
    ...unreasoned.map((p) =>
      missing('OVERRIDE_REASON', 'precautions', `Say why "${p.intervention}" is overridden.`),
    ),
  ];
}

function missingWeightBearing(
  draft: PrescriptionDraftContent,
  { bodyRegion }: PrescriptionSetting,
): MissingElement[] {
  if (draft.weightBearing.length === 0) {
    return WITHOUT_WEIGHT_BEARING.includes(bodyRegion)
      ? []
      : [missing('WEIGHT_BEARING', 'weightBearing', 'Give the weight bearing of each affected limb.')];
  }
  return draft.weightBearing.flatMap(({ limb, status, percent }) => {
    const where = limb.replace('-', ' ');
    if (status === 'PWB' && (percent === null || percent < 1 || percent > 99)) {
      return [
        missing(
          'WEIGHT_BEARING_PERCENT',
          'weightBearing',
          `Partial weight bearing of the ${where} needs a percent from 1 to 99.`,
        ),
      ];
    }
    if (status === 'TTWB' && percent !== null && percent > TOE_TOUCH_PERCENT) {
      return [
        missing(
          'WEIGHT_BEARING_PERCENT',
          'weightBearing',
          `Toe-touch of the ${where} is at most ${TOE_TOUCH_PERCENT} %.`,
        ),
      ];
    }
    return [];
  });
}

/** The last day of the plan: `startsOn` is day one. */
export const endsOn = (startsOn: string, durationWeeks: number) => addDays(startsOn, durationWeeks * 7 - 1);

function missingSchedule(
  draft: PrescriptionDraftContent,
  { certifiedThrough }: PrescriptionSetting,
): MissingElement[] {
  const { frequencyPerWeek, durationWeeks, startsOn, reEvaluationOn } = draft;
  const gaps = [
    ...(frequencyPerWeek === null
      ? [missing('FREQUENCY', 'frequencyPerWeek', 'Give the times a week.')]
      : []),
    ...(durationWeeks === null ? [missing('DURATION', 'durationWeeks', 'Give the number of weeks.')] : []),
    ...(startsOn === null ? [missing('START', 'startsOn', 'Give the first day of the plan.')] : []),
  ];
  if (reEvaluationOn === null)
    return [...gaps, missing('RE_EVALUATION', 'reEvaluationOn', 'Set the re-evaluation date.')];
  if (startsOn === null || durationWeeks === null) return gaps;
  const end = endsOn(startsOn, durationWeeks);
  const latest = certifiedThrough !== undefined && certifiedThrough < end ? certifiedThrough : end;
  if (reEvaluationOn < startsOn || reEvaluationOn > latest) {
    return [
      ...gaps,
      missing('RE_EVALUATION', 'reEvaluationOn', `Re-evaluate between ${startsOn} and ${latest}.`),
    ];
  }
  return gaps;
}

function missingInterventions(draft: PrescriptionDraftContent): MissingElement[] {
  if (draft.interventions.length === 0) {
    return [missing('INTERVENTIONS', 'interventions', 'Permit at least one intervention.')];
  }
  return draft.interventions.flatMap(({ code, name }) => {
    const forbidden = contraindicationOf(draft.precautions, code);
    return forbidden
      ? [
          missing(
            'CONTRAINDICATED',
            'interventions',
            `${name} is contraindicated (${forbidden.intervention}): remove it, or override the precaution with a reason.`,
          ),
        ]
      : [];
  });
}

function missingGoals(draft: PrescriptionDraftContent): MissingElement[] {
  if (draft.goals.length === 0) {
    return [missing('GOALS', 'goals', 'Set at least one goal: a measure, a target and a date.')];
  }
  return draft.goals.flatMap((goal) => {
    const measure = getMeasure(goal.measureCode);
    if (!measure)
      return [missing('GOAL_MEASURE', 'goals', `"${goal.description}" names a measure that is not known.`)];
    const { min, max } = measure;
    const outside = (min !== null && goal.target < min) || (max !== null && goal.target > max);
    return [
      ...(outside
        ? [missing('GOAL_RANGE', 'goals', `The target of "${goal.description}" is outside ${min}-${max}.`)]
        : []),
      ...(measure.sided && goal.side === null
        ? [missing('MEASURE_SIDE', 'goals', `Say which side "${goal.description}" is for.`)]
        : []),
      ...(draft.startsOn !== null && goal.targetOn <= draft.startsOn
        ? [
            missing(
              'GOAL_DATE',
              'goals',
              `The date of "${goal.description}" is not after the start of the plan.`,
            ),
          ]
        : []),
    ];
  });
}

function missingMeasures(draft: PrescriptionDraftContent): MissingElement[] {
  const primary = draft.measures.filter((measure) => measure.role === 'primary');
  const count =
    primary.length === 0 || primary.length > MOST_PRIMARY_MEASURES
      ? [
          missing(
            'PRIMARY_MEASURES',
            'measures',
            `Choose 1 to ${MOST_PRIMARY_MEASURES} primary outcome measures.`,
          ),
        ]
      : [];
  const sides = draft.measures.flatMap(({ measureCode, side }) => {
    const measure = getMeasure(measureCode);
    if (!measure)
      return [missing('PRIMARY_MEASURES', 'measures', `There is no outcome measure "${measureCode}".`)];
    return measure.sided && side === null
      ? [missing('MEASURE_SIDE', 'measures', `Say which side ${measure.abbreviation} is for.`)]
      : [];
  });
  return [...count, ...sides];
}
