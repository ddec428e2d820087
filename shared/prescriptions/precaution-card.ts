import { avoidedPlace, isForbidding, isOverruled } from './local-place.ts';
import { PRECAUTION_KINDS, type PrecautionKind, type PrescribedPrecaution } from './model.ts';
import { comorbiditiesOf, comorbidityName, groupedBy, KIND_TITLES, kindOf } from './precaution-kinds.ts';

/** One statement on the card, whichever comorbidities make it. */
export interface CardLine {
  words: string;
  scope: PrescribedPrecaution['scope'];
  /** Where it comes from; empty when the physiatrist wrote it. */
  comorbidities: string[];
  notes: string[];
  sources: { source: string; verified: boolean }[];
  minimumUseful: string | null;
  /** Places to keep away from, where a local rule is about part of the body only. */
  avoid: string[];
  /** "precaution for osteoporosis": milder rules in the same words that this one replaces. */
  stricterThan: string[];
  /** The rows it stands for. */
  rows: PrescribedPrecaution[];
}

export interface CardGroup {
  kind: PrecautionKind;
  title: string;
  lines: CardLine[];
}

/**
 * The precautions that hold, as one readable card: grouped by what they ask for, the same statement once with every
 * comorbidity and source behind it, the stricter one where two differ. What was overridden is not on it.
 */
export function precautionCard(precautions: readonly PrescribedPrecaution[]): CardGroup[] {
  const kept = precautions.filter(({ decision }) => decision === 'keep');
  const forbidden = kept.filter((row) => row.scope === 'anywhere' && isForbidding(row));
  /** The same words forbidden anywhere say it already: the place to keep away from is no line of its own. */
  const scopeOf = (row: PrescribedPrecaution) =>
    forbidden.some((one) => normal(one.intervention) === normal(row.intervention)) ? 'anywhere' : row.scope;
  const made = groupedBy(kept, (row) => `${scopeOf(row)} ${normal(row.intervention)}`).map((rows) =>
    lineOf(rows, kept),
  );
  return PRECAUTION_KINDS.map((kind) => ({
    kind,
    title: KIND_TITLES[kind],
    lines: made.filter((one) => one.kind === kind).map(({ line }) => line),
  })).filter(({ lines: found }) => found.length > 0);
}

const normal = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ');

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

function lineOf(
  rows: PrescribedPrecaution[],
  kept: readonly PrescribedPrecaution[],
): { kind: PrecautionKind; line: CardLine } {
  const order = rows.toSorted((a, b) => rank(a) - rank(b) || reach(a) - reach(b));
  const [first] = order;
  if (first === undefined) throw new Error('a line of the card stands for at least one precaution');
  const milder = order.filter((one) => rank(one) > rank(first)).flatMap(comorbiditiesOf);
  const replaced = order.flatMap(({ level, also = [] }) =>
    also.filter((one) => level === 'contraindicated' && one.level !== level),
  );
  const notStrict = unique([...milder, ...replaced.map((one) => comorbidityName(one.comorbidity))]);
  const sources = order.flatMap((row) => [row, ...(row.also ?? [])]);
  return {
    kind: kindOf(first),
    line: {
      words: first.intervention,
      scope: first.scope,
      comorbidities: unique(order.flatMap(comorbiditiesOf)).filter((one) => !notStrict.includes(one)),
      notes: unique(order.flatMap(({ note }) => (note === null ? [] : [note]))),
      sources: [...new Map(sources.map(({ source, verified }) => [source, { source, verified }])).values()],
      avoid: order.some(isForbidding)
        ? []
        : unique(order.flatMap((row) => (isOverruled(row, kept) ? [] : (avoidedPlace(row) ?? [])))),
      minimumUseful: order.find(({ minimumUseful }) => minimumUseful)?.minimumUseful ?? null,
      stricterThan: notStrict.map((name) => `precaution for ${name.toLowerCase()}`),
      rows: order,
    },
  };
}

const rank = (row: PrescribedPrecaution): number => PRECAUTION_KINDS.indexOf(kindOf(row));

const reach = ({ scope }: PrescribedPrecaution): number => (scope === 'anywhere' ? 0 : 1);
