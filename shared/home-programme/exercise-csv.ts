import { ExerciseCode, ExerciseContent } from './model.ts';

/** The columns of the exercise list, in the order in which they are written. */
export const CSV_COLUMNS = [
  'code',
  'name_en',
  'name_es',
  'category',
  'region',
  'steps_en',
  'steps_es',
  'caution_en',
  'caution_es',
  'equipment',
  'sets',
  'repetitions',
  'hold_seconds',
  'minutes',
  'times_per_day',
  'days_per_week',
  'agents',
  'intervention',
  'picture',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
export const NEEDED_COLUMNS: readonly CsvColumn[] = [
  'code',
  'name_en',
  'category',
  'region',
  'steps_en',
  'times_per_day',
  'days_per_week',
];

/** Between several steps, tools or agents in one cell. */
const BETWEEN = '|';

type Row = Readonly<Partial<Record<CsvColumn, string>>>;

const cell = (row: Row, column: CsvColumn): string => (row[column] ?? '').trim();
const parts = (row: Row, column: CsvColumn): string[] =>
  cell(row, column)
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const number = (row: Row, column: CsvColumn): number | null =>
  cell(row, column) === '' ? null : Number(cell(row, column));
const orNull = (value: string): string | null => (value === '' ? null : value);

/** Where a part of an exercise stands in the file. */
const COLUMN_OF: Record<string, CsvColumn> = {
  'name.en': 'name_en',
  'name.es': 'name_es',
  'steps.en': 'steps_en',
  'steps.es': 'steps_es',
  'caution.en': 'caution_en',
  'caution.es': 'caution_es',
  'dose.sets': 'sets',
  'dose.repetitions': 'repetitions',
  'dose.holdSeconds': 'hold_seconds',
  'dose.minutes': 'minutes',
  'dose.timesPerDay': 'times_per_day',
  'dose.daysPerWeek': 'days_per_week',
};

const columnOf = (path: readonly PropertyKey[]): string => {
  const key = path.slice(0, 2).map(String).join('.');
  return COLUMN_OF[key] ?? String(path[0] ?? '');
};

export type ReadRow =
  | { kind: 'read'; code: ExerciseCode; content: ExerciseContent }
  | { kind: 'refused'; code: string; problems: string[] };

/** Reads one line of the exercise list; what is wrong with it is said by column. */
export function readRow(row: Row): ReadRow {
  const code = ExerciseCode.safeParse(cell(row, 'code'));
  const content = ExerciseContent.safeParse({
    name: { en: cell(row, 'name_en'), es: cell(row, 'name_es') },
    category: cell(row, 'category'),
    region: cell(row, 'region'),
    steps: { en: parts(row, 'steps_en'), es: parts(row, 'steps_es') },
    caution: { en: cell(row, 'caution_en'), es: cell(row, 'caution_es') },
    equipment: parts(row, 'equipment'),
    dose: {
      sets: number(row, 'sets'),
      repetitions: number(row, 'repetitions'),
      holdSeconds: number(row, 'hold_seconds'),
      minutes: number(row, 'minutes'),
      timesPerDay: number(row, 'times_per_day'),
      daysPerWeek: number(row, 'days_per_week'),
    },
    agents: parts(row, 'agents'),
    intervention: orNull(cell(row, 'intervention')),
    picture: orNull(cell(row, 'picture')),
  });
  if (code.success && content.success) return { kind: 'read', code: code.data, content: content.data };
  const problems = [
    ...(code.error?.issues ?? []).map(({ message }) => `code: ${message}`),
    ...(content.error?.issues ?? []).map(({ path, message }) => `${columnOf(path)}: ${message}`),
  ];
  return { kind: 'refused', code: cell(row, 'code'), problems };
}

const written = (code: string, content: ExerciseContent): Record<CsvColumn, string> => {
  const { name, steps, caution, dose } = content;
  const text = (value: number | string | null): string => (value === null ? '' : String(value));
  const join = (list: readonly string[]): string => list.join(` ${BETWEEN} `);
  return {
    code,
    name_en: name.en,
    name_es: name.es,
    category: content.category,
    region: content.region,
    steps_en: join(steps.en),
    steps_es: join(steps.es),
    caution_en: caution.en,
    caution_es: caution.es,
    equipment: join(content.equipment),
    sets: text(dose.sets),
    repetitions: text(dose.repetitions),
    hold_seconds: text(dose.holdSeconds),
    minutes: text(dose.minutes),
    times_per_day: text(dose.timesPerDay),
    days_per_week: text(dose.daysPerWeek),
    agents: join(content.agents),
    intervention: text(content.intervention),
    picture: text(content.picture),
  };
};

const quoted = (value: string): string =>
  /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The exercise list as CSV: what the import reads back unchanged. */
export function writeCsv(exercises: readonly { code: string; content: ExerciseContent }[]): string {
  const lines = exercises.map(({ code, content }) => {
    const row = written(code, content);
    return CSV_COLUMNS.map((column) => quoted(row[column])).join(',');
  });
  return `${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
