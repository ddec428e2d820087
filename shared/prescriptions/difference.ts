import { getMeasure } from '#shared/outcomes/registry.ts';
import { boundWords } from './bounds.ts';
import type {
  PrescribedGoal,
  PrescribedIntervention,
  PrescriptionDraftContent,
  WeightBearing,
} from './model.ts';

export interface Difference {
  area: 'dose' | 'method' | 'goal' | 'weight-bearing' | 'precaution' | 'measure' | 'schedule' | 'other';
  kind: 'added' | 'removed' | 'changed';
  /** What it is about: "Lumbar traction". */
  what: string;
  before: string | null;
  after: string | null;
}

/** What a person needs to read to know how two versions differ, in the order of the form. */
export function differenceBetween(
  before: PrescriptionDraftContent,
  after: PrescriptionDraftContent,
): Difference[] {
  const value = (area: Difference['area'], what: string, a: string | null, b: string | null): Difference[] =>
    a === b
      ? []
      : [
          {
            area,
            kind: a === null ? 'added' : b === null ? 'removed' : 'changed',
            what,
            before: a,
            after: b,
          },
        ];
  const times = (n: number | null): string | null => (n === null ? null : `${n} a week`);
  const weeks = (n: number | null): string | null => (n === null ? null : n === 1 ? '1 week' : `${n} weeks`);
  return [
    ...listed(
      'other',
      before.diagnoses,
      after.diagnoses,
      (d) => `${d.code} ${d.side ?? ''}`.trim(),
      (d) => d.display,
      () => '',
    ),
    ...value('dose', 'Frequency', times(before.frequencyPerWeek), times(after.frequencyPerWeek)),
    ...value('dose', 'Duration', weeks(before.durationWeeks), weeks(after.durationWeeks)),
    ...value('schedule', 'Start', before.startsOn, after.startsOn),
    ...value('schedule', 'Re-evaluation', before.reEvaluationOn, after.reEvaluationOn),
    ...listed(
      'method',
      before.interventions,
      after.interventions,
      (i) => i.code,
      (i) => i.name,
      interventionWords,
    ),
    ...listed(
      'goal',
      before.goals,
      after.goals,
      (g) => `${g.measureCode} ${g.side ?? ''}`,
      goalName,
      goalWords,
    ),
    ...listed(
      'weight-bearing',
      before.weightBearing,
      after.weightBearing,
      (w) => w.limb,
      (w) => w.limb.replace('-', ' '),
      weightBearingWords,
    ),
    ...listed(
      'precaution',
      before.precautions,
      after.precautions,
      (p) => `${p.comorbidity ?? ''} ${p.intervention}`,
      (p) => p.intervention,
      (p) => (p.decision === 'override' ? `overridden: ${p.overrideReason ?? ''}` : p.level),
    ),
    ...listed(
      'measure',
      before.measures,
      after.measures,
      (m) => `${m.measureCode} ${m.side ?? ''}`,
      (m) => getMeasure(m.measureCode)?.abbreviation ?? m.measureCode,
      (m) => `${m.role}, every ${m.everyDays} days`,
    ),
    ...listed(
      'method',
      before.excluded,
      after.excluded,
      (e) => e.code,
      (e) => `${e.name} excluded`,
      (e) => e.reason ?? '',
    ),
    ...value('other', 'Vital signs', vitalsWords(before), vitalsWords(after)),
    ...value('other', 'Home programme', before.homeProgramme, after.homeProgramme),
    ...value('other', 'Notes', before.notes, after.notes),
  ];
}

function listed<T>(
  area: Difference['area'],
  before: readonly T[],
  after: readonly T[],
  key: (one: T) => string,
  name: (one: T) => string,
  words: (one: T) => string,
): Difference[] {
  const was = new Map(before.map((one) => [key(one), one]));
  const is = new Map(after.map((one) => [key(one), one]));
  const removed = before
    .filter((one) => !is.has(key(one)))
    .map((one): Difference => ({ area, kind: 'removed', what: name(one), before: words(one), after: null }));
  const rest = after.flatMap((one): Difference[] => {
    const old = was.get(key(one));
    if (old === undefined) return [{ area, kind: 'added', what: name(one), before: null, after: words(one) }];
    const [a, b] = [words(old), words(one)];
    return a === b ? [] : [{ area, kind: 'changed', what: name(one), before: a, after: b }];
  });
  return [...removed, ...rest];
}

const interventionWords = ({ bounds, authority }: PrescribedIntervention): string =>
  `${bounds.length === 0 ? 'no limit' : bounds.map(boundWords).join(', ')}, ${authority}`;

const goalName = ({ measureCode, side }: PrescribedGoal): string =>
  [getMeasure(measureCode)?.abbreviation ?? measureCode, side].filter(Boolean).join(' ');

const goalWords = ({ target, targetOn, measureCode }: PrescribedGoal): string =>
  `${getMeasure(measureCode)?.direction === 'lowerIsBetter' ? 'at most' : 'at least'} ${target} by ${targetOn}`;

const weightBearingWords = ({ status, percent, until }: WeightBearing): string =>
  [status, percent === null ? '' : `${percent} %`, until === null ? '' : `until ${until}`]
    .filter(Boolean)
    .join(' ');

function vitalsWords({ vitals }: PrescriptionDraftContent): string | null {
  const words = [
    vitals.bloodPressure &&
      `BP up to ${vitals.bloodPressure.maxSystolic}/${vitals.bloodPressure.maxDiastolic}`,
    vitals.heartRate && `heart rate ${vitals.heartRate.min ?? ''}-${vitals.heartRate.max ?? ''}`,
    vitals.spo2 && `SpO2 from ${vitals.spo2.min} %`,
    vitals.glucose && `glucose ${vitals.glucose.min ?? ''}-${vitals.glucose.max ?? ''} mg/dL`,
  ].filter(Boolean);
  return words.length === 0 ? null : words.join(', ');
}

/**
 * Whether a new version opens a new phase, judged from a new baseline: other interventions, a frequency changed by at least
 * one a week, other goals or weight bearing (rules.md 6.5). A longer or shorter plan, notes and measures do not.
 */
export function opensPhase(
  before: PrescriptionDraftContent | undefined,
  after: PrescriptionDraftContent,
): boolean {
  if (before === undefined) return true;
  return differenceBetween(before, after).some(
    ({ area, what }) =>
      area === 'method' ||
      area === 'goal' ||
      area === 'weight-bearing' ||
      (area === 'dose' && what === 'Frequency'),
  );
}
