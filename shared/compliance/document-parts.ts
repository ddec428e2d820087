import type { DocumentBlock, DocumentContent } from '#shared/documents/model.ts';
import { reachableChange } from '#shared/outcomes/reachable.ts';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { PAYER_LABEL } from '#shared/patients/model.ts';
import { ageOn, shortDate, type PlainDate } from '#shared/platform/time.ts';
import { seriesName, targetWords } from '#shared/prescriptions/words.ts';
import type { AssessedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import type { DocumentSubject } from './document-facts.ts';
import { GOAL_STATUS_LABEL } from './model.ts';

/** The patient block: who, and what the document is about. */
export function patientBlock(
  { patient, episode }: DocumentSubject,
  asOf: PlainDate,
): DocumentContent['patient'] {
  return {
    name: [patient.givenName, patient.familyName].filter(Boolean).join(' '),
    recordNumber: patient.mrn,
    pairs: [
      { label: 'Born', value: `${shortDate(patient.birthDate)} (${ageOn(patient.birthDate, asOf)} years)` },
      { label: 'Payer', value: PAYER_LABEL[episode.payerProfile] },
    ],
  };
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

const valueWords = (one: ReportedMeasure['now'], unit: string): string =>
  one === null
    ? 'no value'
    : `${number(one.value)}${unit === '' || unit === '°' ? unit : ` ${unit}`}\n${shortDate(one.on)}`;

/** `15 better, beyond the error of 10`: the number, and what it must be read against. */
export function changeWords({ measureCode, baseline, now, mdc, mcid }: ReportedMeasure): string {
  if (baseline === null || now === null || baseline.on === now.on) return 'cannot be said yet';
  const rises = getMeasure(measureCode)?.direction === 'higherIsBetter';
  const better = Math.round((rises ? now.value - baseline.value : baseline.value - now.value) * 100) / 100;
  if (better === 0) return 'no change';
  const size = Math.abs(better);
  const word = `${number(size)} ${better > 0 ? 'better' : 'worse'}`;
  if (mdc === null) return `${word}; error not known`;
  // Judged by the published value; shown as the smallest change that can be reached (rules.md 6.5).
  const shown = (threshold: number) => number(reachableChange(measureCode, threshold));
  if (size < mdc) return `${word}, within the error of ${shown(mdc)}`;
  const important = mcid !== null && better > 0 ? `; ${shown(mcid)} matters to patients` : '';
  return `${word}, beyond the error of ${shown(mdc)}${important}`;
}

const fullName = (row: Pick<ReportedMeasure, 'measureCode' | 'side'>): string => {
  const name = getMeasure(row.measureCode)?.name;
  return name === undefined || name === seriesName(row) ? seriesName(row) : `${name} (${seriesName(row)})`;
};

/** Measures at baseline, at the last report if there was one, and now. */
export function measureTable(
  measures: readonly ReportedMeasure[],
  { now, withLastReport }: { now: string; withLastReport: boolean },
): DocumentBlock {
  return {
    kind: 'table',
    columns: [
      { label: 'Measure', share: 4 },
      { label: 'Baseline', align: 'end', share: 2 },
      ...(withLastReport ? [{ label: 'Last report', align: 'end' as const, share: 2 }] : []),
      { label: now, align: 'end', share: 2 },
      { label: 'Change since baseline', share: 4 },
    ],
    rows: measures.map((row) => {
      const measure = getMeasure(row.measureCode);
      const unit = measure === undefined ? '' : unitLabel(measure);
      return [
        fullName(row),
        valueWords(row.baseline, unit),
        ...(withLastReport ? [valueWords(row.lastReport, unit)] : []),
        valueWords(row.now, unit),
        changeWords(row),
      ];
    }),
    empty: 'No measure was prescribed.',
  };
}

/** Each goal, where it stands in numbers, and how the clinician judged it. */
export const goalTable = (goals: readonly AssessedGoal[]): DocumentBlock => ({
  kind: 'table',
  columns: [
    { label: 'Goal', share: 4 },
    { label: 'Target', share: 5 },
    { label: 'Now', align: 'end', share: 1 },
    { label: 'Assessment', share: 6 },
  ],
  rows: goals.map((goal) => [
    goal.description,
    `${seriesName(goal)} ${targetWords(goal)} by ${shortDate(goal.targetOn)}`,
    goal.now === null ? '–' : number(goal.now.value),
    sentences(GOAL_STATUS_LABEL[goal.status], goal.comment),
  ]),
  empty: 'No goal was assessed in this report.',
});

/** Parts one after the other, each ended once: "Met. Reached at the last score." */
export const sentences = (...parts: (string | null)[]): string =>
  parts
    .map((part) => (part ?? '').trim())
    .filter(Boolean)
    .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
    .join(' ');

/** Typed text as it was written: one paragraph per line. */
export const paragraphs = (text: string): DocumentBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));
