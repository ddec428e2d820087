import { EXAM_REGIONS } from './exam-region.ts';
import { normOf } from './exam-norms.ts';
import { rowKey, sheetRows } from './exam-sheet.ts';
import {
  type Finding,
  FINDING_KINDS,
  type FindingKind,
  findingSubject,
  findingValue,
  isBlankFinding,
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

const orderOf = (key: string): number => {
  sheetOrder ??= new Map(
    sheetRows(EXAM_REGIONS)
      .flatMap(({ rows }) => rows)
      .map((row, index) => [rowKey(row), index]),
  );
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
  const norm = one?.kind === 'rom' ? normOf(one.joint, one.movement) : undefined;
  return {
    subject: one === undefined ? '' : findingSubject(one),
    left: at(group, ['left']),
    right: at(group, ['right']),
    middle: at(group, [null, 'both']),
    usual: norm === undefined ? '' : `${norm}°`,
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
