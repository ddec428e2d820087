import { shortDate } from '#shared/platform/time.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import type { PrescriptionDraftContent } from './model.ts';
import { numberless } from './precaution-meaning.ts';
import { durationWords, scheduleWords, timesADay } from './schedule.ts';
import {
  goalWords,
  interventionWords,
  limbWords,
  measureWords,
  precautionWords,
  seriesName,
  vitalsWords,
  weightBearingBasis,
  weightBearingWords,
} from './words.ts';

export const DIFFERENCE_AREAS = [
  'dose',
  'method',
  'goal',
  'weight-bearing',
  'precaution',
  'measure',
  'schedule',
  'other',
] as const;
export type DifferenceArea = (typeof DIFFERENCE_AREAS)[number];

export interface Difference {
  area: DifferenceArea;
  kind: 'added' | 'removed' | 'changed';
  /** What it is about: "Lumbar traction". */
  what: string;
  before: string | null;
  after: string | null;
  /** Where it stands in the form. */
  path: keyof PrescriptionDraftContent;
  /** Which row of a list it is (see `rowKey`); null for a single field. */
  row: string | null;
}

type Content = PrescriptionDraftContent;

/** What makes a row of a list the same row in two versions. */
export const rowKey = {
  diagnosis: (row: Content['diagnoses'][number]) => `${row.code} ${row.side ?? ''}`.trim(),
  intervention: (row: Content['interventions'][number]) => row.code,
  excluded: (row: Content['excluded'][number]) => row.code,
  series: (row: { measureCode: string; side: string | null }) =>
    `${row.measureCode} ${row.side ?? ''}`.trim(),
  weightBearing: (row: Content['weightBearing'][number]) => row.limb,
  precaution: ({ comorbidity, intervention }: Content['precautions'][number]) =>
    comorbidity === null ? intervention : `${comorbidity} ${numberless(intervention)}`,
};

/** What a person needs to read to know how two versions differ, in the order of the form. */
export function differenceBetween(before: Content, after: Content): Difference[] {
  return [
    ...listed({
      area: 'other',
      path: 'diagnoses',
      lists: [before.diagnoses, after.diagnoses],
      key: rowKey.diagnosis,
      name: (row) => `${row.display} (${rowKey.diagnosis(row)})`,
      words: () => '',
    }),
    ...value('other', 'onsetOn', 'Onset', before.onsetOn, after.onsetOn, shortDate),
    ...value('other', 'surgeryOn', 'Surgery', before.surgeryOn, after.surgeryOn, shortDate),
    ...scheduleDifferences(before, after),
    ...interventionDifferences(before, after),
    ...targetDifferences(before, after),
    ...safetyDifferences(before, after),
    ...value('other', 'homeProgramme', 'Home programme', before.homeProgramme, after.homeProgramme, String),
    ...value('other', 'notes', 'Notes', before.notes, after.notes, String),
  ];
}

function scheduleDifferences(before: Content, after: Content): Difference[] {
  const times = (n: number) => `${n} a week`;
  const weeks = (n: number) => (n === 1 ? '1 week' : `${n} weeks`);
  const often = before.taper?.length || after.taper?.length;
  return [
    ...(often
      ? value(
          'dose',
          'taper',
          'Frequency',
          scheduleWords(before) || null,
          scheduleWords(after) || null,
          String,
        )
      : value(
          'dose',
          'frequencyPerWeek',
          'Frequency',
          before.frequencyPerWeek,
          after.frequencyPerWeek,
          times,
        )),
    ...value(
      'dose',
      'amountPerDay',
      'Amount',
      before.amountPerDay ?? null,
      after.amountPerDay ?? null,
      timesADay,
    ),
    ...(before.durationVisits || after.durationVisits
      ? value('dose', 'durationVisits', 'Duration', durationWords(before), durationWords(after), String)
      : value('dose', 'durationWeeks', 'Duration', before.durationWeeks, after.durationWeeks, weeks)),
    ...value('schedule', 'startsOn', 'Start', before.startsOn, after.startsOn, shortDate),
    ...value(
      'schedule',
      'reEvaluationOn',
      'Re-evaluation',
      before.reEvaluationOn,
      after.reEvaluationOn,
      shortDate,
    ),
  ];
}

/** Another limit or authority is another dose; an intervention that comes or goes is another method. */
function interventionDifferences(before: Content, after: Content): Difference[] {
  const differences = listed({
    area: 'method',
    path: 'interventions',
    lists: [before.interventions, after.interventions],
    key: rowKey.intervention,
    name: (row) => row.name,
    words: interventionWords,
  });
  return [
    ...differences.map((one): Difference => (one.kind === 'changed' ? { ...one, area: 'dose' } : one)),
    ...saidOf({
      area: 'other',
      path: 'interventions',
      lists: [before.interventions, after.interventions],
      key: rowKey.intervention,
      name: (row) => `Why ${row.name}`,
      words: (row) => row.rationale ?? '',
    }),
    ...listed({
      area: 'other',
      path: 'excluded',
      lists: [before.excluded, after.excluded],
      key: rowKey.excluded,
      name: (row) => `${row.name} excluded`,
      words: (row) => row.reason ?? '',
    }),
  ];
}

function targetDifferences(before: Content, after: Content): Difference[] {
  return [
    ...listed({
      area: 'goal',
      path: 'goals',
      lists: [before.goals, after.goals],
      key: rowKey.series,
      name: seriesName,
      words: goalWords,
    }),
    ...saidOf({
      area: 'other',
      path: 'goals',
      lists: [before.goals, after.goals],
      key: rowKey.series,
      name: (row) => `${seriesName(row)} in words`,
      words: (row) => row.description,
    }),
    ...listed({
      area: 'measure',
      path: 'measures',
      lists: [before.measures, after.measures],
      key: rowKey.series,
      name: seriesName,
      words: measureWords,
    }),
  ];
}

function safetyDifferences(before: Content, after: Content): Difference[] {
  const none = (known: boolean) => (known ? 'none known' : null);
  return [
    ...listed({
      area: 'weight-bearing',
      path: 'weightBearing',
      lists: [before.weightBearing, after.weightBearing],
      key: rowKey.weightBearing,
      name: (row) => `Weight bearing, ${limbWords(row.limb)}`,
      words: (row) => [weightBearingWords(row), weightBearingBasis(row)].filter(Boolean).join(', '),
    }),
    ...listed({
      area: 'precaution',
      path: 'precautions',
      lists: [before.precautions, after.precautions],
      key: rowKey.precaution,
      name: (row) => row.intervention,
      words: precautionWords,
    }),
    ...value(
      'precaution',
      'noPrecautionsKnown',
      'Precautions',
      none(before.noPrecautionsKnown),
      none(after.noPrecautionsKnown),
      String,
    ),
    ...value(
      'precaution',
      'vitals',
      'Vital signs before each session',
      vitalsWords(before.vitals),
      vitalsWords(after.vitals),
      String,
    ),
    ...listed({
      area: 'precaution',
      path: 'stopRules',
      lists: [before.stopRules, after.stopRules],
      key: String,
      name: (code) => `Stop rule: ${flagWords(code)}`,
      words: () => '',
    }),
  ];
}

function value<V extends string | number>(
  area: DifferenceArea,
  path: Difference['path'],
  what: string,
  before: V | null,
  after: V | null,
  words: (value: V) => string,
): Difference[] {
  if (before === after) return [];
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [
    {
      area,
      kind,
      what,
      before: before === null ? null : words(before),
      after: after === null ? null : words(after),
      path,
      row: null,
    },
  ];
}

interface ListSpec<T> {
  area: DifferenceArea;
  path: Difference['path'];
  lists: readonly [before: readonly T[], after: readonly T[]];
  key: (row: T) => string;
  name: (row: T) => string;
  words: (row: T) => string;
}

function listed<T>({ area, path, lists: [before, after], key, name, words }: ListSpec<T>): Difference[] {
  const was = new Map(before.map((row) => [key(row), row]));
  const is = new Map(after.map((row) => [key(row), row]));
  const about = (row: T) => ({ area, path, what: name(row), row: key(row) });
  const removed = before
    .filter((row) => !is.has(key(row)))
    .map((row): Difference => ({ ...about(row), kind: 'removed', before: words(row), after: null }));
  const rest = after.flatMap((row): Difference[] => {
    const old = was.get(key(row));
    if (old === undefined) return [{ ...about(row), kind: 'added', before: null, after: words(row) }];
    const [a, b] = [words(old), words(row)];
    return a === b ? [] : [{ ...about(row), kind: 'changed', before: a, after: b }];
  });
  return [...removed, ...rest];
}

/** The free words of rows that stand in both versions: a row that comes or goes takes its words with it. */
function saidOf<T>(spec: ListSpec<T>): Difference[] {
  return listed(spec)
    .filter(({ kind }) => kind === 'changed')
    .map(({ row, before, after, ...rest }) => ({
      ...rest,
      kind: before === '' ? 'added' : after === '' ? 'removed' : 'changed',
      before: before === '' ? null : before,
      after: after === '' ? null : after,
      row: `${row ?? ''} words`,
    }));
}

/** The mark beside a difference, in the words of the decision bar: dose or method, or what else it is. */
export const AREA_WORDS: Record<DifferenceArea, string> = {
  dose: 'dose',
  method: 'method',
  goal: 'goal',
  'weight-bearing': 'weight bearing',
  precaution: 'precaution',
  measure: 'measure',
  schedule: 'schedule',
  other: 'other',
};

/** A difference as one line: "Lumbar traction: 6-10 kg, ask -> 6-8 kg, ask". */
export function differenceSentence({ kind, what, before, after }: Difference): string {
  if (kind === 'added') return after ? `${what} added: ${after}` : `${what} added`;
  if (kind === 'removed') return before ? `${what} removed (${before})` : `${what} removed`;
  return `${what}: ${before ?? ''} → ${after ?? ''}`;
}
