import { findingTables, type FindingTableRow } from '#shared/evaluations/finding-table.ts';
import { FINDING_KIND_LABEL, type Finding, type FindingKind } from '#shared/evaluations/findings.ts';
import { type Extent, leftOut, shortened } from './one-page.ts';

/** A surgeon reads the nerves first: strength, reflexes, special tests, sensation; then range and the rest. */
const ORDER: readonly FindingKind[] = [
  'strength',
  'reflex',
  'special-test',
  'sensation',
  'rom',
  'gait',
  'balance',
  'measurement',
  'free',
];

/** Strength, reflexes and special tests are always said. */
const FEWEST_KINDS = 3;

/** What is found in a healthy person, by kind; a kind that is not named is read in any case. */
const ORDINARY: Partial<Record<FindingKind, readonly string[]>> = {
  strength: ['5 of 5'],
  reflex: ['2+'],
  sensation: ['normal'],
  'special-test': ['negative'],
};

const valuesOf = ({ left, right, middle }: FindingTableRow): string[] =>
  [left, right, middle].filter((value) => value !== '');

/** Whether a row says nothing but what is usual: it is the first to be left out. */
function isOrdinary(kind: FindingKind, row: FindingTableRow): boolean {
  const values = valuesOf(row);
  if (kind === 'rom') {
    const usual = Number.parseInt(row.usual, 10);
    return values.every((value) => Number.parseInt(value, 10) >= usual);
  }
  const ordinary = ORDINARY[kind];
  return row.note === '' && ordinary !== undefined && values.every((value) => ordinary.includes(value));
}

/** `Ankle dorsiflexion left 4-, right 5`: both sides beside each other. */
function rowWords({ subject, left, right, middle, note }: FindingTableRow): string {
  const bare = (value: string) => value.replaceAll(' of 5', '').replaceAll(' active', '');
  const sides = [
    left === '' ? '' : `left ${bare(left)}`,
    right === '' ? '' : `right ${bare(right)}`,
    bare(middle),
  ].filter(Boolean);
  const found = [subject, sides.join(', ')].filter(Boolean).join(' ');
  return note === '' ? found : `${found} (${note})`;
}

/** The examination in a line for each kind of finding, what is unusual first. */
export function examinationLines(findings: readonly Finding[], extent: Extent): string[] {
  const tables = new Map(findingTables(findings).map(({ kind, rows }) => [kind, rows]));
  const kinds = ORDER.filter((kind) => tables.has(kind));
  const lines = kinds.slice(0, extent.entries + FEWEST_KINDS).map((kind) => {
    const rows = tables.get(kind) ?? [];
    const unusualFirst = [
      ...rows.filter((row) => !isOrdinary(kind, row)),
      ...rows.filter((row) => isOrdinary(kind, row)),
    ];
    const said = unusualFirst.slice(0, extent.entries).map((row) => shortened(rowWords(row), extent.signs));
    const label = kind === 'strength' ? 'Strength (of 5)' : FINDING_KIND_LABEL[kind];
    return `${label}: ${[...said, leftOut(rows.length - extent.entries)].filter(Boolean).join('; ')}`;
  });
  const unsaid = kinds.slice(extent.entries + FEWEST_KINDS).map((kind) => FINDING_KIND_LABEL[kind]);
  return unsaid.length === 0 ? lines : [...lines, `${unsaid.join(', ')}: in the record`];
}
