import { dateProblem, dayOfToday, birth, type NamedDay } from '#shared/platform/date-order.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';

/** The days that the dates of an evaluation are held against. */
export interface EvaluationDays {
  birthDate: string;
  /** The clinic's day. */
  today: string;
}

/** Dates of an evaluation that cannot be right beside the patient's life and each other, by their field. */
export function wrongDates(
  { evaluatedOn, onsetOn }: { evaluatedOn: string; onsetOn: string | null },
  { birthDate, today }: EvaluationDays,
): ProblemIssue[] {
  const born = birth(birthDate, today);
  const now = dayOfToday(today);
  const visit: NamedDay = { on: evaluatedOn, name: 'the evaluation' };
  const issue = (path: string, message: string | undefined): ProblemIssue[] =>
    message === undefined ? [] : [{ path, code: 'order', message }];
  const wrongVisit = dateProblem('The evaluation', evaluatedOn, { notBefore: [born], notAfter: [now] });
  // A day that is wrong itself is no measure for another one.
  const latest = wrongVisit === undefined ? [now, visit] : [now];
  return [
    ...issue('evaluatedOn', wrongVisit),
    ...issue(
      'content.symptoms.onsetOn',
      dateProblem('The onset', onsetOn, { notBefore: [born], notAfter: latest }),
    ),
  ];
}
