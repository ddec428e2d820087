import { getMeasure } from '#shared/outcomes/registry.ts';
import { addDays, shortDate } from '#shared/platform/time.ts';
import { contraindicationOf } from './bounds.ts';
import { rowKey } from './difference.ts';
import { DOSE_PARAMETERS, getIntervention } from './interventions.ts';
import { legLoadProblem } from './leg-load.ts';
import { missing, twice, type MissingElement, type MissingPath } from './missing-element.ts';
import { OrderedVitals, type PrescriptionDraftContent as Draft } from './model.ts';
import { impossibleLimit, isThrust, THRUST_WORDS } from './plausible-dose.ts';
import { progressionGap } from './progression.ts';
import { SIGNING, type SigningValues } from './signing-values.ts';
import { seriesName, vitalsWords } from './words.ts';

/** A complete prescription is judged by 1 to 3 measures (rules.md 4.1). */
const MOST_PRIMARY_MEASURES = 3;

/** At least one intervention, none of them contraindicated, unknown or listed twice; limits the right way round. */
export function missingInterventions(draft: Draft): MissingElement[] {
  if (draft.interventions.length === 0) {
    return [missing('INTERVENTIONS', 'interventions', 'Permit at least one intervention.')];
  }
  const again = twice('interventions', draft.interventions, rowKey.intervention, (row) => row.name);
  const blocked = draft.interventions.flatMap(({ code, name }, index) => {
    if (!getIntervention(code)) {
      const sentence = `${name} is not in the catalogue, so no precaution can be checked against it: remove it.`;
      return [missing('INTERVENTION_UNKNOWN', `interventions.${index}`, sentence)];
    }
    const forbidden = contraindicationOf(draft.precautions, code);
    return forbidden
      ? [
          missing(
            'CONTRAINDICATED',
            `interventions.${index}`,
            `${name} is contraindicated (${forbidden.intervention}): remove it, ${forbidden.scope === 'local' ? 'say which place to keep away from, ' : ''}or override the precaution with a reason.`,
          ),
        ]
      : [];
  });
  const loaded = draft.interventions.flatMap((row, index) => {
    const problem = legLoadProblem(row, draft.weightBearing);
    return problem === undefined
      ? []
      : [
          missing(
            'WEIGHT_BEARING_LOAD',
            `interventions.${index}`,
            `${problem}: remove it, or give it a limit of weight bearing.`,
          ),
        ];
  });
  const both = draft.interventions.flatMap(({ code, name }, index) =>
    draft.excluded.some((row) => row.code === code)
      ? [
          missing(
            'EXCLUDED',
            `interventions.${index}`,
            `${name} is permitted and excluded: keep one of the two.`,
          ),
        ]
      : [],
  );
  return [
    ...again,
    ...blocked,
    ...loaded,
    ...both,
    ...draft.interventions.flatMap(limitGaps),
    ...draft.interventions.flatMap(progressionGaps),
  ];
}

/** A rule of progression is whole, or it is not there: nothing in it is filled in for the physiatrist. */
function progressionGaps(
  { name, progression }: Draft['interventions'][number],
  index: number,
): MissingElement[] {
  const gap = progression ? progressionGap(progression) : undefined;
  return gap === undefined
    ? []
    : [
        missing(
          'PROGRESSION',
          `interventions.${index}`,
          `${name} progresses: say ${gap}, or take the rule away.`,
        ),
      ];
}

const limitGaps = ({ code, name, bounds }: Draft['interventions'][number], index: number): MissingElement[] =>
  bounds.flatMap(({ parameter, min, max }) => {
    const impossible = impossibleLimit(parameter, min) ?? impossibleLimit(parameter, max);
    if (impossible !== undefined) {
      return [missing('LIMITS', `interventions.${index}`, `${name}: a limit of ${impossible} cannot be.`)];
    }
    if (parameter === 'gradeMaitland' && max !== null && isThrust({ code, dose: { gradeMaitland: max } })) {
      return [missing('LIMITS', `interventions.${index}`, `${name}: ${THRUST_WORDS}`)];
    }
    const { label } = DOSE_PARAMETERS[parameter];
    const crossed = min !== null && max !== null && min > max;
    return crossed
      ? [
          missing(
            'LIMITS',
            `interventions.${index}`,
            `${name}: the lower limit of ${label.toLowerCase()} (${min}) is above the upper one (${max}).`,
          ),
        ]
      : [];
  });

/** At least one goal, each with a measure, a target on its scale and a date after the start. */
export function missingGoals(draft: Draft, values: SigningValues = SIGNING): MissingElement[] {
  if (draft.goals.length === 0) {
    return [missing('GOALS', 'goals', 'Set at least one goal: a measure, a target and a date.')];
  }
  return [
    ...twice('goals', draft.goals, rowKey.series, (goal) => `A goal for ${seriesName(goal)}`),
    ...draft.goals.flatMap((goal, index) => [
      ...goalGaps(goal, `goals.${index}`, draft.startsOn, values),
      ...unmeasuredGoal(draft, goal, `goals.${index}`),
    ]),
  ];
}

function goalGaps(
  goal: Draft['goals'][number],
  path: MissingPath,
  startsOn: string | null,
  { furthestGoalDays }: SigningValues,
): MissingElement[] {
  const measure = getMeasure(goal.measureCode);
  if (!measure) return [missing('GOAL_MEASURE', path, `There is no outcome measure "${goal.measureCode}".`)];
  const { min, max, abbreviation } = measure;
  const { target, targetOn } = goal;
  const name = `The goal for ${abbreviation}`;
  const outside = target !== null && ((min !== null && target < min) || (max !== null && target > max));
  return [
    ...(target === null || targetOn === null
      ? [missing('GOAL_TARGET', path, `${name} needs a target and a date.`)]
      : []),
    ...(goal.description === ''
      ? [missing('GOAL_TARGET', path, `Say in words what ${abbreviation} stands for in the patient’s life.`)]
      : []),
    ...(outside
      ? [missing('GOAL_RANGE', path, `${name} is ${target}, outside its scale of ${min} to ${max}.`)]
      : []),
    ...(measure.sided && goal.side === null
      ? [missing('MEASURE_SIDE', path, `${name} needs a side: ${abbreviation} is one series per side.`)]
      : []),
    ...(startsOn !== null && targetOn !== null && targetOn > addDays(startsOn, furthestGoalDays)
      ? [
          missing(
            'GOAL_DATE',
            path,
            `${name} is due on ${shortDate(targetOn)}, more than ${furthestGoalDays === 365 ? 'a year' : `${furthestGoalDays} days`} after the plan starts.`,
          ),
        ]
      : []),
    ...(startsOn !== null && targetOn !== null && targetOn <= startsOn
      ? [missing('GOAL_DATE', path, `${name} is due on ${shortDate(targetOn)}, not after the plan starts.`)]
      : []),
  ];
}

/** A goal whose measure is not taken again would never be judged (rules.md 4.1.8 and 9). */
function unmeasuredGoal(
  { measures }: Draft,
  goal: Draft['goals'][number],
  path: MissingPath,
): MissingElement[] {
  const measure = getMeasure(goal.measureCode);
  const isUnsaid = measure === undefined || (measure.sided && goal.side === null);
  if (isUnsaid || measures.length === 0) return [];
  if (measures.some((one) => rowKey.series(one) === rowKey.series(goal))) return [];
  const name = seriesName(goal);
  return [
    missing(
      'GOAL_MEASURE',
      path,
      `The goal for ${name} would never be judged: add ${name} to the measures, or choose a measure that is taken.`,
    ),
  ];
}

/** The populations named for the thresholds are those published for the measure: another name would be judged by the default. */
function unknownPopulation({ measureCode, mdcTag, mcidTag }: Draft['measures'][number]): string | undefined {
  const measure = getMeasure(measureCode);
  if (measure === undefined) return undefined;
  const isUnknown = (tag: string | null, rows: readonly { populationTag: string }[]) =>
    tag !== null && !rows.some(({ populationTag }) => populationTag === tag);
  if (isUnknown(mdcTag, measure.mdc)) return mdcTag ?? undefined;
  return isUnknown(mcidTag, measure.mcid) ? (mcidTag ?? undefined) : undefined;
}

/** One to three primary measures that can be judged, each with its side and interval. */
export function missingMeasures(draft: Draft): MissingElement[] {
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
  const sides = draft.measures.flatMap(({ measureCode, side, role }, index) => {
    const measure = getMeasure(measureCode);
    if (!measure)
      return [
        missing('PRIMARY_MEASURES', `measures.${index}`, `There is no outcome measure "${measureCode}".`),
      ];
    if (role === 'primary' && !measure.judgeable) {
      const sentence = `${measure.abbreviation} is shown but never judged: make it secondary.`;
      return [missing('PRIMARY_MEASURES', `measures.${index}`, sentence)];
    }
    return measure.sided && side === null
      ? [missing('MEASURE_SIDE', `measures.${index}`, `Say which side ${measure.abbreviation} is for.`)]
      : [];
  });
  const intervals = draft.measures.flatMap((measure, index) =>
    measure.everyDays === null || measure.everyDays < 1
      ? [
          missing(
            'MEASURE_INTERVAL',
            `measures.${index}`,
            `Say every how many days ${seriesName(measure)} is measured.`,
          ),
        ]
      : [],
  );
  const populations = draft.measures.flatMap((measure, index) => {
    const tag = unknownPopulation(measure);
    const sentence = `There is no published population "${tag ?? ''}" for ${seriesName(measure)}: choose one of the list.`;
    return tag === undefined ? [] : [missing('MEASURE_POPULATION', `measures.${index}`, sentence)];
  });
  return [
    ...count,
    ...populations,
    ...twice('measures', draft.measures, rowKey.series, seriesName),
    ...sides,
    ...intervals,
  ];
}

/** Ordered vital signs have limits that a body can have. */
export function missingVitals({ vitals }: Draft): MissingElement[] {
  const strict = OrderedVitals.safeParse(vitals);
  const crossed = [vitals.heartRate, vitals.glucose].some(
    (range) => range !== null && range.min !== null && range.max !== null && range.min > range.max,
  );
  if (strict.success && !crossed) return [];
  return [
    missing(
      'VITALS',
      'vitals',
      `Complete the limits of the ordered vital signs: ${vitalsWords(vitals) ?? ''}.`,
    ),
  ];
}
