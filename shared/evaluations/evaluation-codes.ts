import type { EvaluationCoding, EvaluationKind } from './model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { type PlainDate, shortDate } from '#shared/platform/time.ts';

/** One way to bill a therapist's evaluation: untimed, one unit whatever its minutes (rules.md 2.1). */
export interface EvaluationCode {
  code: string;
  kind: EvaluationKind;
  /** Our own short words; the official descriptors are not ours to ship. */
  label: string;
  /** Written when the discipline has evaluated in this episode before. */
  again: boolean;
  /** How long one usually takes; it creates no units. 97161: 20 minutes [S14], the others from memory [M]. */
  typicalMinutes: number;
}

const first = (code: string, label: string, typicalMinutes: number): EvaluationCode => ({
  code,
  kind: 'pt-evaluation',
  label,
  again: false,
  typicalMinutes,
});

/** Evaluation codes by discipline [S13]. */
export const EVALUATION_CODES: readonly EvaluationCode[] = [
  first('97161', 'Low complexity', 20),
  first('97162', 'Moderate complexity', 30),
  first('97163', 'High complexity', 45),
  { ...first('97164', 'Re-evaluation', 20), again: true },
];

/** What a re-evaluation is that belongs to treatment and is no service of its own [M]. */
export const NOT_BILLED = 'none';

/** Whether a code is an evaluation's: it is billed by signing the evaluation, never by a session. */
export const isEvaluationCode = (code: string): boolean => EVALUATION_CODES.some((one) => one.code === code);

/** The codes that this evaluation can have: another one after a first is a re-evaluation. */
export const codesOf = (kind: EvaluationKind, earlierOn: PlainDate | null): readonly EvaluationCode[] =>
  EVALUATION_CODES.filter((one) => one.kind === kind && one.again === (earlierOn !== null));

/** What makes an evaluation low, moderate or high, in our own words [M]: the therapist reads it and decides, nothing is worked out. */
export interface ComplexityRow {
  label: string;
  low: string;
  moderate: string;
  high: string;
}

export const PT_COMPLEXITY: readonly ComplexityRow[] = [
  {
    label: 'History: personal factors and comorbidities that bear on the plan',
    low: 'none',
    moderate: '1 or 2',
    high: '3 or more',
  },
  {
    label: 'Examined: body structures and functions, activity limits, participation',
    low: '1 or 2 elements',
    moderate: '3 or more',
    high: '4 or more',
  },
  {
    label: 'Clinical presentation',
    low: 'stable, uncomplicated',
    moderate: 'evolving, changing',
    high: 'unstable, unpredictable',
  },
  { label: 'Decision making, with measured function', low: 'low', moderate: 'moderate', high: 'high' },
];

/** Shortest and longest an evaluation can be, as for any service (rules.md 2.2 step 7). */
export const EVALUATION_MINUTES = { min: 1, max: 480 };

/** What is still open about code and minutes, and a code that does not fit what is signed already. */
export function codingIssues(
  kind: EvaluationKind,
  { code, minutes }: EvaluationCoding,
  earlierOn: PlainDate | null,
): ProblemIssue[] {
  if (EVALUATION_CODES.every((one) => one.kind !== kind)) return [];
  const issue = (path: string, message: string): ProblemIssue => ({ path, code: 'missing', message });
  const isKnown = codesOf(kind, earlierOn).some((one) => one.code === code);
  const isUnbilled = code === NOT_BILLED && earlierOn !== null;
  const choose =
    code === null
      ? [issue('coding.code', 'Minutes and code: the code of this evaluation is not chosen.')]
      : isKnown || isUnbilled
        ? []
        : [issue('coding.code', wrongCode(earlierOn))];
  const asksMinutes = code !== NOT_BILLED && minutes === null;
  return asksMinutes
    ? [...choose, issue('coding.minutes', 'Minutes and code: the minutes of this evaluation are missing.')]
    : choose;
}

const wrongCode = (earlierOn: PlainDate | null): string =>
  earlierOn === null
    ? 'No evaluation of this discipline is signed in this episode yet, so this is no re-evaluation. Choose its complexity.'
    : `The evaluation of ${shortDate(earlierOn)} is signed, so this one is a re-evaluation. Choose its code again.`;
