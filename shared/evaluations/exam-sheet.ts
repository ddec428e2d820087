import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { usualWords } from './exam-norms.ts';
import type { ExamRegion } from './exam-region.ts';
import { EXAM_TEMPLATES } from './exam-templates.ts';
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
import type { SheetRow } from './sheet-rows.ts';
import { gradeRank, StrengthGrade } from './strength-grade.ts';

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

/** Puts a value in a place: the finding is added, changed or, with nothing and without a note, taken away. */
export function putValue(
  findings: readonly Finding[],
  row: SheetRow,
  place: SheetPlace,
  value: SheetValue,
): Finding[] {
  const index = findPlace(findings, row, place);
  const before = findings[index];
  if (value === null) {
    if (before === undefined) return [...findings];
    // A note stays until it is taken away itself; the row then asks for its result.
    return before.note === ''
      ? findings.toSpliced(index, 1)
      : findings.with(index, { ...withValue(before, place, null), carried: false });
  }
  const next = withValue(before ?? { ...row.subject, side: place.side }, place, value);
  return index === -1 ? [...findings, next] : findings.with(index, { ...next, carried: false });
}

/** A number, or one of the words of the kind. */
export type SheetValue = number | string | null;

/** The finding with another value, or with none. */
export function withValue(finding: Finding, { mode }: SheetPlace, value: SheetValue): Finding {
  const number = typeof value === 'number' ? value : null;
  switch (finding.kind) {
    case 'rom':
      return { ...finding, degrees: number, mode: mode ?? finding.mode };
    case 'strength':
      return { ...finding, grade: StrengthGrade.safeParse(value).data ?? null };
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

interface SheetGroup {
  kind: FindingKind;
  rows: SheetRow[];
  /** The rows again, each under the open region that brought it. */
  regions: { region: ExamRegion; rows: SheetRow[] }[];
}

/** The rows of the open regions under their kind; a row that two regions share stands once, with the first of them. */
export function sheetRows(regions: readonly ExamRegion[]): SheetGroup[] {
  const seen = new Set<string>();
  const rows = regions.flatMap((region) =>
    EXAM_TEMPLATES[region]
      .filter((row) => {
        const key = rowKey(row);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .map((row) => ({ region, row })),
  );
  return FINDING_KINDS.map((kind) => {
    const ofKind = rows.filter(({ row }) => row.subject.kind === kind);
    return {
      kind,
      rows: ofKind.map(({ row }) => row),
      regions: regions
        .map((region) => ({
          region,
          rows: ofKind.filter((one) => one.region === region).map(({ row }) => row),
        }))
        .filter((group) => group.rows.length > 0),
    };
  }).filter((group) => group.rows.length > 0);
}

/** Whether a region examines the row, also when another open one brought it. */
export const isOfRegion = (region: ExamRegion, row: SheetRow): boolean => {
  const key = rowKey(row);
  return EXAM_TEMPLATES[region].some((one) => rowKey(one) === key);
};

/**
 * Whether the sheet shows the finding; what it does not show is listed below it: what it has no place for, and a second finding for a
 * place that shows another.
 */
export function isOnSheet(
  groups: readonly { rows: readonly SheetRow[] }[],
  finding: Finding,
  findings: readonly Finding[] = [finding],
): boolean {
  return groups.some(({ rows }) =>
    rows.some((row) =>
      placesOf(row).some(
        (place) => isAt(finding, row, place) && findings[findPlace(findings, row, place)] === finding,
      ),
    ),
  );
}

/** The value that means that nothing is wrong, for what was examined without a finding; nothing where no answer does. */
export function normalOf({ subject, normal }: SheetRow): SheetValue {
  switch (subject.kind) {
    case 'strength':
      return 5;
    case 'reflex':
      return '2+';
    case 'sensation':
      return 'normal';
    case 'special-test':
      return normal === undefined ? 'negative' : normal;
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

/** The places of the rows that are still empty and have a value that means normal. */
export const placesToFill = (
  findings: readonly Finding[],
  rows: readonly SheetRow[],
): { row: SheetRow; place: SheetPlace }[] =>
  rows
    .filter((row) => normalOf(row) !== null)
    .flatMap((row) =>
      placesOf(row).flatMap((place) => (findPlace(findings, row, place) === -1 ? [{ row, place }] : [])),
    );

const NUMERIC: ReadonlySet<FindingKind> = new Set(['rom', 'strength', 'balance', 'measurement']);

/** What the row shows beside its cells: left against right, the usual range, the first measurement. */
export function comparisonOf(
  row: SheetRow,
  findings: readonly Finding[],
  baseline: readonly Finding[],
  overrides: ClinicOverrides = {},
): string {
  const words = [
    ...sideDifference(row, findings),
    ...normWords(row, overrides),
    ...baselineWords(row, baseline),
  ];
  return words.join(' · ');
}

function sideDifference(row: SheetRow, findings: readonly Finding[]): string[] {
  if (!row.sided || !NUMERIC.has(row.subject.kind)) return [];
  const at = (side: 'left' | 'right') =>
    valueOf(findings[findPlace(findings, row, { side, mode: row.subject.kind === 'rom' ? 'active' : null })]);
  const left = at('left');
  const right = at('right');
  if (row.subject.kind === 'strength') return weakerSide(left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return [];
  const by = Math.round(Math.abs(left - right) * 10) / 10;
  return by === 0 ? ['sides equal'] : [`${left < right ? 'left' : 'right'} ${by}${unitOf(row)} less`];
}

function weakerSide(left: SheetValue, right: SheetValue): string[] {
  const grades = [StrengthGrade.safeParse(left).data, StrengthGrade.safeParse(right).data] as const;
  if (grades[0] === undefined || grades[1] === undefined) return [];
  const by = gradeRank(grades[0]) - gradeRank(grades[1]);
  if (by === 0) return ['sides equal'];
  return [by < 0 ? `left weaker, ${left} against ${right}` : `right weaker, ${right} against ${left}`];
}

/** The unit written behind a number of the row, with its space. */
export function unitOf({ subject }: SheetRow): string {
  if (subject.kind === 'rom') return '°';
  if (subject.kind === 'balance') return ' s';
  return subject.kind === 'measurement' ? ` ${subject.unit}` : '';
}

function normWords({ subject }: SheetRow, overrides: ClinicOverrides): string[] {
  const usual = usualWords(subject, overrides);
  return usual === '' ? [] : [`usual ${usual}`];
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
