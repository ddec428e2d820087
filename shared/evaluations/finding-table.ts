import { EXAM_REGIONS } from './exam-region.ts';
import { usualWords } from './exam-norms.ts';
import { rowKey, sheetRows } from './exam-sheet.ts';
import {
  type Finding,
  FINDING_KINDS,
  type FindingKind,
  findingSubject,
  findingValue,
  isBlankFinding,
  withDigit,
} from './findings.ts';

/** One thing that was examined, as it is read: the sides beside each other, what is usual, what it was at first. */
export interface FindingTableRow {
  subject: string;
  left: string;
  right: string;
  /** What has no side, or both at once. */
  middle: string;
  usual: string;
  first: string;
  note: string;
}

/** The places of the sheets from the first region to the last: the order in which findings are read, however they were typed. */
let sheetOrder: ReadonlyMap<string, number> | undefined;

function placesInOrder(): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const rows = sheetRows(EXAM_REGIONS).flatMap((group) => group.rows);
  rows.forEach((row, index) => {
    // What was signed before a digit was asked stands where the first digit does.
    const undigited = keyOf(withDigit(row.subject, undefined));
    if (!order.has(undigited)) order.set(undigited, index);
    order.set(rowKey(row), index);
  });
  return order;
}

const orderOf = (key: string): number => {
  sheetOrder ??= placesInOrder();
  return sheetOrder.get(key) ?? sheetOrder.size;
};

const keyOf = (finding: Finding): string => `${finding.kind} ${findingSubject(finding).toLowerCase()}`;

/** The findings of each kind as a table. Findings without a subject stand in rows of their own. */
export function findingTables(
  findings: readonly Finding[],
  baseline: readonly Finding[] = [],
): { kind: FindingKind; rows: FindingTableRow[] }[] {
  const said = findings.filter((finding) => !isBlankFinding(finding));
  return FINDING_KINDS.map((kind) => {
    const groups = new Map<string, Finding[]>();
    said
      .filter((finding) => finding.kind === kind)
      .forEach((finding, index) => {
        const key = findingSubject(finding) === '' ? `${index}` : keyOf(finding);
        groups.set(key, [...(groups.get(key) ?? []), finding]);
      });
    const rows = [...groups]
      .toSorted(([a], [b]) => orderOf(a) - orderOf(b))
      .map(([key, group]) =>
        rowOf(
          group,
          baseline.filter((finding) => keyOf(finding) === key),
        ),
      );
    return { kind, rows };
  }).filter(({ rows }) => rows.length > 0);
}

function rowOf(group: readonly Finding[], baseline: readonly Finding[]): FindingTableRow {
  const [one] = group;
  return {
    subject: one === undefined ? '' : findingSubject(one),
    left: at(group, ['left']),
    right: at(group, ['right']),
    middle: at(group, [null, 'both']),
    usual: one === undefined ? '' : usualWords(one),
    first: baseline
      .toSorted(activeFirst)
      .map((finding) => [finding.side ?? '', findingValue(finding)].filter(Boolean).join(' '))
      .join(', '),
    note: group.flatMap(({ note }) => (note === '' ? [] : [note])).join('; '),
  };
}

const at = (group: readonly Finding[], sides: readonly (string | null)[]): string =>
  group
    .filter(({ side }) => sides.includes(side))
    .toSorted(activeFirst)
    .map((finding) =>
      [finding.side === 'both' ? 'both' : '', findingValue(finding)].filter(Boolean).join(' '),
    )
    .join(', ');

const activeFirst = (a: Finding, b: Finding): number => isPassive(a) - isPassive(b);

const isPassive = (finding: Finding): number =>
  finding.kind === 'rom' && finding.mode === 'passive' ? 1 : 0;
