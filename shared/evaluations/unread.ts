import { z } from 'zod';
import { text } from '#shared/platform/endpoint.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { normalOf, placesToFill, putValue, rowKey, type SheetPlace, type SheetValue } from './exam-sheet.ts';
import type { SheetRow } from './sheet-rows.ts';
import { type Finding, findingSubject } from './findings.ts';
import { CELL_RANGE } from './read-cell.ts';

/**
 * Something that stands on the screen and is no value: kept as it was typed, so that the draft never holds part of it, a reload shows
 * it again, and signing waits for it by name.
 */
export const Unread = z.object({
  /** Its place: a path of the content, or a cell of the sheet (`unreadPlace`). */
  at: text(200),
  what: text(200),
  typed: text(60),
  /** What belongs there. */
  wanted: text(200),
});
export type Unread = z.infer<typeof Unread>;

/** The name of a cell of the sheet. */
export const unreadPlace = (row: SheetRow, { side, mode }: SheetPlace): string =>
  ['findings', rowKey(row), side ?? '', mode ?? ''].join('|');

/** The cell in words: "Lumbar flexion, left, active". */
export const placeLabel = (subject: string, { side, mode }: SheetPlace): string =>
  [subject, side ?? '', mode ?? ''].filter(Boolean).join(', ');

/** What a cell was given: a value (nothing when it was emptied), or a text that is none. */
export type Reading = { value: SheetValue } | { typed: string };

interface Examined {
  findings: Finding[];
  unread: Unread[];
}

/** What is stored is what stands in the cell, or nothing: never an earlier value, never part of one. */
export function putReading(
  { findings, unread }: Examined,
  row: SheetRow,
  place: SheetPlace,
  reading: Reading,
): Examined {
  const at = unreadPlace(row, place);
  const others = unread.filter((one) => one.at !== at);
  if ('value' in reading) {
    return { findings: putValue(findings, row, place, reading.value), unread: others };
  }
  const what = placeLabel(findingSubject(row.subject), place);
  const wanted = CELL_RANGE[row.subject.kind] ?? '';
  return {
    findings: putValue(findings, row, place, null),
    unread: [...others, { at, what, typed: reading.typed, wanted }],
  };
}

/**
 * Fills the empty places of the rows with the value that means normal. An act of the examiner, never a default; a cell whose text
 * cannot be read is not empty.
 */
export const fillNormal = (
  findings: readonly Finding[],
  unread: readonly Unread[],
  rows: readonly SheetRow[],
): Finding[] =>
  placesToFill(findings, rows)
    .filter(({ row, place }) => !unread.some(({ at }) => at === unreadPlace(row, place)))
    .reduce<Finding[]>((all, { row, place }) => putValue(all, row, place, normalOf(row)), [...findings]);

/** What cannot be read holds back signing, each by its name and with what to do. */
export const unreadIssues = (unread: readonly Unread[]): ProblemIssue[] =>
  unread.map(({ at, what, typed, wanted }) => ({
    path: at,
    code: 'unread',
    message: `${what}: “${typed}” is not ${wanted === '' ? 'a value' : wanted}. Correct it or empty the field.`,
  }));
