import { normOf } from './exam-norms.ts';
import type { ExamRegion } from './exam-region.ts';
import { EXAM_TEMPLATES, type SheetRow } from './exam-templates.ts';
import {
  type Finding,
  FINDING_KINDS,
  type FindingKind,
  findingSubject,
  findingValue,
  REFLEX_GRADES,
  ROM_MODES,
  SENSATION_RESULTS,
  TEST_RESULTS,
} from './findings.ts';

/** One place of the sheet: which side, and for a range whether active or passive. */
export interface SheetPlace {
  side: 'left' | 'right' | null;
  mode: (typeof ROM_MODES)[number] | null;
}

/** The places of a row, left before right, active before passive. */
export function placesOf({ subject, sided }: SheetRow): SheetPlace[] {
  const sides = sided ? (['left', 'right'] as const) : ([null] as const);
  const modes = subject.kind === 'rom' ? ROM_MODES : ([null] as const);
  return modes.flatMap((mode) => sides.map((side) => ({ side, mode })));
}

/** The subject without what differs between the places of a row. */
export const rowKey = ({ subject }: SheetRow): string =>
  `${subject.kind} ${findingSubject(subject).toLowerCase()}`;

const isAt = (finding: Finding, row: SheetRow, { side, mode }: SheetPlace): boolean =>
  finding.kind === row.subject.kind &&
  finding.side === side &&
  (finding.kind !== 'rom' || finding.mode === mode) &&
  findingSubject(finding).toLowerCase() === findingSubject(row.subject).toLowerCase();

/** Where among the findings a place stands; -1 while nothing was examined there. */
export const findPlace = (findings: readonly Finding[], row: SheetRow, place: SheetPlace): number =>
  findings.findIndex((finding) => isAt(finding, row, place));

/** Puts a value in a place: the finding is added, changed or, with nothing, taken away. */
export function putValue(
  findings: readonly Finding[],
  row: SheetRow,
  place: SheetPlace,
  value: SheetValue,
): Finding[] {
  const index = findPlace(findings, row, place);
  const before = findings[index];
  if (value === null) return findings.toSpliced(index, index === -1 ? 0 : 1);
  const next = withValue(before ?? { ...row.subject, side: place.side }, place, value);
  return index === -1 ? [...findings, next] : findings.with(index, { ...next, carried: false });
}

/** A number, or one of the words of the kind. */
export type SheetValue = number | string | null;

function withValue(finding: Finding, { mode }: SheetPlace, value: number | string): Finding {
  const number = typeof value === 'number' ? value : null;
  switch (finding.kind) {
    case 'rom':
      return { ...finding, degrees: number, mode: mode ?? finding.mode };
    case 'strength':
      return { ...finding, grade: number };
    case 'balance':
      return { ...finding, seconds: number };
    case 'measurement':
      return { ...finding, value: number };
    case 'reflex':
      return { ...finding, grade: REFLEX_GRADES.find((one) => one === value) ?? null };
    case 'sensation':
      return { ...finding, result: SENSATION_RESULTS.find((one) => one === value) ?? null };
    case 'special-test':
      return { ...finding, result: TEST_RESULTS.find((one) => one === value) ?? null };
    case 'gait':
    case 'free':
      return finding;
    default:
      return finding satisfies never;
  }
}

/** The value in a place. */
export function valueOf(finding: Finding | undefined): SheetValue {
  switch (finding?.kind) {
    case 'rom':
      return finding.degrees;
    case 'strength':
    case 'reflex':
      return finding.grade;
    case 'balance':
      return finding.seconds;
    case 'measurement':
      return finding.value;
    case 'sensation':
    case 'special-test':
      return finding.result;
    case 'gait':
    case 'free':
    case undefined:
      return null;
    default:
      return finding satisfies never;
  }
}

/** The rows of the open regions under their kind; a row that two regions share stands once. */
export function sheetRows(regions: readonly ExamRegion[]): { kind: FindingKind; rows: SheetRow[] }[] {
  const seen = new Set<string>();
  const rows = regions
    .flatMap((region) => EXAM_TEMPLATES[region])
    .filter((row) => {
      const key = rowKey(row);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return FINDING_KINDS.map((kind) => ({
    kind,
    rows: rows.filter(({ subject }) => subject.kind === kind),
  })).filter((group) => group.rows.length > 0);
}

/** Whether the sheet has a place for the finding; what it has none for is listed below it. */
export function isOnSheet(groups: readonly { rows: readonly SheetRow[] }[], finding: Finding): boolean {
  return groups.some(({ rows }) =>
    rows.some((row) => placesOf(row).some((place) => isAt(finding, row, place))),
  );
}

/** The value that means that nothing is wrong, for what was examined without a finding. */
export function normalOf({ subject }: SheetRow): SheetValue {
  switch (subject.kind) {
    case 'strength':
      return 5;
    case 'reflex':
      return '2+';
    case 'sensation':
      return 'normal';
    case 'special-test':
      return 'negative';
    case 'rom':
    case 'balance':
    case 'measurement':
    case 'gait':
    case 'free':
      return null;
    default:
      return subject satisfies never;
  }
}

/** Fills the empty places of the rows with the value that means normal. An act of the examiner, never a default. */
export const fillNormal = (findings: readonly Finding[], rows: readonly SheetRow[]): Finding[] =>
  rows.reduce<Finding[]>(
    (all, row) =>
      placesOf(row).reduce<Finding[]>(
        (filled, place) =>
          findPlace(filled, row, place) === -1 ? putValue(filled, row, place, normalOf(row)) : filled,
        all,
      ),
    [...findings],
  );

const NUMERIC: ReadonlySet<FindingKind> = new Set(['rom', 'strength', 'balance', 'measurement']);

/** What the row shows beside its cells: left against right, the usual range, the first measurement. */
export function comparisonOf(
  row: SheetRow,
  findings: readonly Finding[],
  baseline: readonly Finding[],
): string {
  const words = [...sideDifference(row, findings), ...normWords(row), ...baselineWords(row, baseline)];
  return words.join(' · ');
}

function sideDifference(row: SheetRow, findings: readonly Finding[]): string[] {
  if (!row.sided || !NUMERIC.has(row.subject.kind)) return [];
  const at = (side: 'left' | 'right') =>
    valueOf(findings[findPlace(findings, row, { side, mode: row.subject.kind === 'rom' ? 'active' : null })]);
  const left = at('left');
  const right = at('right');
  if (typeof left !== 'number' || typeof right !== 'number') return [];
  const by = Math.round(Math.abs(left - right) * 10) / 10;
  return by === 0 ? ['sides equal'] : [`${left < right ? 'left' : 'right'} ${by}${unitOf(row)} less`];
}

/** The unit written behind a number of the row, with its space. */
export function unitOf({ subject }: SheetRow): string {
  if (subject.kind === 'rom') return '°';
  if (subject.kind === 'balance') return ' s';
  return subject.kind === 'measurement' ? ` ${subject.unit}` : '';
}

function normWords({ subject }: SheetRow): string[] {
  const norm = subject.kind === 'rom' ? normOf(subject.joint, subject.movement) : undefined;
  return norm === undefined ? [] : [`usual ${norm}°`];
}

function baselineWords(row: SheetRow, baseline: readonly Finding[]): string[] {
  const found = placesOf(row).flatMap((place) => {
    const finding = baseline[findPlace(baseline, row, place)];
    const value = finding === undefined ? '' : findingValue(finding).replace(' active', '');
    const side = place.side === null ? '' : `${place.side.charAt(0).toUpperCase()} `;
    return value === '' ? [] : [`${side}${value}`];
  });
  return found.length === 0 ? [] : [`first ${found.join(', ')}`];
}

/** Reads a strength grade as it is spoken: `4+` is half a step above 4, `4-` half a step below. */
export function readGrade(typed: string): number | null {
  const match = /^([0-5])(?:[.,]5)?([+-]?)$/.exec(typed.trim());
  if (match === null) return null;
  const half = /[.,]5/.test(typed) ? 0.5 : 0;
  const grade = Number(match[1]) + half + (match[2] === '+' ? 0.5 : match[2] === '-' ? -0.5 : 0);
  return grade >= 0 && grade <= 5 ? grade : null;
}
