import { isDeepStrictEqual } from 'node:util';
import { parse, CsvError } from 'csv-parse/sync';
import { z } from 'zod';
import type { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { CSV_COLUMNS, NEEDED_COLUMNS, readRow, type ReadRow } from '#shared/home-programme/exercise-csv.ts';
import { MOST_LINES, type ImportReport } from '#shared/home-programme/import-report.ts';
import { canKeepLibrary } from '#shared/home-programme/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { unknownParts } from './change-library.ts';
import { libraryEntry, type OwnExercise } from './library.ts';
import { loadOwnExercises, writeExercises } from './repository.ts';

type ReadLine = ReadRow & { line: number };
type ReportLine = ImportReport['lines'][number];

/**
 * Reads an exercise list. Every line is judged; only when none is refused, and it is no trial, all are written. The code says
 * which exercise a line is about, so that the same file twice changes nothing.
 */
export async function importExercises(
  ctx: Context,
  { body: { csv, dryRun } }: Input<typeof homeProgrammeApi.importExercises>,
): Promise<ImportReport> {
  assertAllowed(canKeepLibrary(ctx.actor));
  const rows = readLines(csv);
  return inTransaction(ctx, async (tx) => {
    const own = await loadOwnExercises(tx, ctx);
    const lines = rows.map((row) => judge(row, rows, own));
    const isFine = lines.every(({ action }) => action !== 'refused');
    const todo = rows.flatMap((row, index) =>
      row.kind === 'read' && lines[index]?.action !== 'same' ? [row] : [],
    );
    const applied = isFine && !dryRun;
    if (applied && todo.length > 0) {
      await writeExercises(tx, ctx, todo);
      await audit.record(tx, ctx, { did: 'exercise.imported', detail: { exercises: todo.length } });
    }
    return { lines, applied };
  });
}

function readLines(csv: string): ReadLine[] {
  const records = parseCsv(csv);
  const [head, ...body] = records;
  const columns = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = NEEDED_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw invalidField('csv', `The first line must name the columns; missing: ${missing.join(', ')}.`);
  }
  const unknown = columns.filter((name) => name !== '' && !CSV_COLUMNS.some((column) => column === name));
  if (unknown.length > 0) throw invalidField('csv', `Unknown columns: ${unknown.join(', ')}.`);
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) < index);
  if (twice !== undefined) throw invalidField('csv', `The column ${twice} is named twice.`);
  if (body.length === 0) throw invalidField('csv', 'There is no exercise below the heading.');
  if (body.length > MOST_LINES) throw invalidField('csv', `At most ${MOST_LINES} exercises at once.`);
  return body.map(({ record, line }) => ({ ...readRecord(record, columns), line }));
}

/** A cell too many has moved every cell after it into another column: such a line is never read. */
function readRecord(record: readonly string[], columns: readonly string[]): ReadRow {
  const row = readRow(Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ''])));
  if (record.slice(columns.length).every((cell) => cell.trim() === '')) return row;
  const problem = `${record.length} cells, but ${columns.length} columns: put a cell with a comma or semicolon into quotes.`;
  return { kind: 'refused', code: record[0] ?? '', problems: [problem] };
}

/** What stands between the cells of the heading: a comma, or what spreadsheets write in countries with a decimal comma. */
function delimiterOf(csv: string): string {
  const heading = csv.slice(0, csv.search(/[\r\n]|$/));
  return [',', ';', '\t'].find((one) => heading.includes(one)) ?? ',';
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function parseCsv(csv: string): { record: string[]; line: number }[] {
  if (csv.includes('\uFFFD')) {
    throw invalidField(
      'csv',
      'The letters of this file cannot be read. Save it as CSV UTF-8 and choose it again.',
    );
  }
  try {
    const found: unknown = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return Records.parse(found).map(({ record, info }) => ({ record, line: lineOf(record, info.lines) }));
  } catch (error) {
    if (error instanceof CsvError)
      throw invalidField('csv', `This is no CSV that can be read: ${error.message}`);
    throw error;
  }
}

/** A cell may hold line breaks: a record is named by the line on which it begins. */
const lineOf = (record: readonly string[], lastLine: number): number =>
  lastLine - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

function judge(row: ReadLine, all: readonly ReadLine[], own: ReadonlyMap<string, OwnExercise>): ReportLine {
  const { line, code } = row;
  const first = all.find((other) => other.code === code && other.line < line);
  const problems = [
    ...(first && code !== '' ? [`code: the same as on line ${first.line}.`] : []),
    ...(row.kind === 'refused'
      ? row.problems
      : unknownParts(row.content).map(({ path, message }) => `${path}: ${message}`)),
  ];
  if (row.kind === 'refused' || problems.length > 0) return { line, code, action: 'refused', problems };
  const now = libraryEntry(row.code, own.get(row.code));
  if (!now) return { line, code, action: 'add', problems };
  return { line, code, action: isDeepStrictEqual(now.content, row.content) ? 'same' : 'change', problems };
}
