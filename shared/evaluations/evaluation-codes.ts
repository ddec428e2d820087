import type { EvaluationCoding, EvaluationKind } from './model.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { type PlainDate, shortDate } from '#shared/platform/time.ts';

/** One way to bill a therapist's evaluation: untimed, one unit whatever its minutes (rules.md 2.1). */
export interface EvaluationCode {
  code: string;
  kind: EvaluationKind;
  /** Our own short words; the official descriptors are not ours to ship. */
  label: string;
  /** For the first evaluation of the discipline in an episode, for a later one, or for either. */
  comes: 'first' | 'later' | 'either';
  /** How long one usually takes; it creates no units. Speech therapy's have none that we know. */
  typicalMinutes: number | null;
}

const of =
  (kind: EvaluationKind) =>
  (
    code: string,
    label: string,
    typicalMinutes: number | null,
    comes: EvaluationCode['comes'] = 'first',
  ): EvaluationCode => ({ code, kind, label, typicalMinutes, comes });

const physical = of('pt-evaluation');
const occupational = of('ot-evaluation');
const speech = of('speech-evaluation');

/**
 * Evaluation codes by discipline. Physical therapy's are untimed by [S13], and 20 minutes are usual for 97161 [S14]; the other times,
 * and occupational and speech therapy's codes, are from memory [M]: for billing to confirm.
 */
export const EVALUATION_CODES: readonly EvaluationCode[] = [
  physical('97161', 'Low complexity', 20),
  physical('97162', 'Moderate complexity', 30),
  physical('97163', 'High complexity', 45),
  physical('97164', 'Re-evaluation', 20, 'later'),
  occupational('97165', 'Low complexity', 30),
  occupational('97166', 'Moderate complexity', 45),
  occupational('97167', 'High complexity', 60),
  occupational('97168', 'Re-evaluation', 30, 'later'),
  // Speech therapy has no code for a re-evaluation: what is evaluated names it.
  speech('92521', 'Fluency', null, 'either'),
  speech('92522', 'Speech sounds', null, 'either'),
  speech('92523', 'Speech sounds and language', null, 'either'),
  speech('92524', 'Voice and resonance', null, 'either'),
  speech('92610', 'Swallowing', null, 'either'),
];

/** What a re-evaluation is that belongs to treatment and is no service of its own [M]. */
export const NOT_BILLED = 'none';

/** Whether a code is an evaluation's: it is billed by signing the evaluation, never by a session. */
export const isEvaluationCode = (code: string): boolean => EVALUATION_CODES.some((one) => one.code === code);

/** The codes that this evaluation can have: another one after a first is a re-evaluation. */
export const codesOf = (kind: EvaluationKind, earlierOn: PlainDate | null): readonly EvaluationCode[] =>
  EVALUATION_CODES.filter(
    (one) => one.kind === kind && one.comes !== (earlierOn === null ? 'later' : 'first'),
  );

/** What makes an evaluation low, moderate or high, in our own words [M]: the therapist reads it and decides, nothing is worked out. */
export interface ComplexityRow {
  label: string;
  low: string;
  moderate: string;
  high: string;
}

export const COMPLEXITY: Partial<Record<EvaluationKind, readonly ComplexityRow[]>> = {
  'pt-evaluation': [
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
  ],
  'ot-evaluation': [
    {
      label: 'Occupational profile and history',
      low: 'brief, about the problem',
      moderate: 'expanded review of records',
      high: 'extensive review of records',
    },
    { label: 'Performance deficits found', low: '1 to 3', moderate: '3 to 5', high: '5 or more' },
    {
      label: 'Comorbidities that affect performance; help or changes needed to assess',
      low: 'none; none',
      moderate: 'possible; some',
      high: 'present; significant',
    },
    {
      label: 'Decision making, by the treatments to weigh',
      low: 'low, few',
      moderate: 'moderate, several',
      high: 'high, many',
    },
  ],
};

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
    ? 'No evaluation of this discipline is signed in this episode yet, so this is no re-evaluation. Choose the code of a first one.'
    : `The evaluation of ${shortDate(earlierOn)} is signed, so this one is a re-evaluation. Choose its code again.`;
