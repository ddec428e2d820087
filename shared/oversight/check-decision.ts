import { getMeasure } from '#shared/outcomes/registry.ts';
import { judgedScores } from '#shared/outcomes/series.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { addDays, shortDate } from '#shared/platform/time.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { improvementBetween } from './judge-measure.ts';
import type { NewDecision } from './model.ts';

/** The board rests an episode until the date of its decision; beyond these days the question is asked whether that is meant (product policy). */
export const LOOK_AGAIN_ASK_DAYS = 90;
/** Nobody rests an episode longer than a year by one decision (product policy). */
export const LOOK_AGAIN_LAST_DAYS = 366;

export interface CheckedDecision {
  /** What cannot be, with its place. */
  refusals: ProblemIssue[];
  /** What is unusual and has not been confirmed. */
  doubts: ProblemIssue[];
}

type Decision = Pick<NewDecision, 'kind' | 'reviewOn' | 'expected' | 'detail' | 'confirmed'>;
type Facts = Pick<EpisodeFacts, 'scores' | 'goals' | 'sessions'>;

/**
 * Whether a decision can be held against something later: a date to look again that comes, a value that can be measured and is no
 * step backwards, a reason for discharge that the record bears out. The unusual is asked about, by the code of the doubt.
 */
export function checkDecision(decision: Decision, facts: Facts, today: string): CheckedDecision {
  const found = [
    ...(decision.kind === 'discharge' ? [] : dateIssues(decision, today)),
    ...expectedIssues(decision, facts, today),
    ...goalIssues(decision, facts, today),
    ...visitIssues(decision, facts, today),
  ];
  const confirmed = decision.confirmed ?? [];
  return {
    refusals: found.flatMap(({ asks, ...issue }) => (asks ? [] : [issue])),
    doubts: found.flatMap(({ asks, ...issue }) => (asks && !confirmed.includes(issue.code) ? [issue] : [])),
  };
}

type Finding = ProblemIssue & { asks: boolean };
const refusal = (path: string, code: string, message: string): Finding => ({
  path,
  code,
  message,
  asks: false,
});
const question = (path: string, code: string, message: string): Finding => ({
  path,
  code,
  message,
  asks: true,
});

function dateIssues({ reviewOn }: Decision, today: string): Finding[] {
  if (reviewOn <= today) return [refusal('reviewOn', 'date', 'Choose a review date after today.')];
  const last = addDays(today, LOOK_AGAIN_LAST_DAYS);
  if (reviewOn > last)
    return [
      refusal('reviewOn', 'date', `Look again within a year: ${shortDate(last, today)} at the latest.`),
    ];
  return reviewOn > addDays(today, LOOK_AGAIN_ASK_DAYS)
    ? [
        question(
          'reviewOn',
          'late-review',
          `Until ${shortDate(reviewOn, today)} the board will not ask about this episode again, unless its judgement changes. Confirm the date.`,
        ),
      ]
    : [];
}

function expectedIssues({ expected }: Decision, { scores }: Facts, today: string): Finding[] {
  if (!expected) return [];
  const measure = getMeasure(expected.measureCode);
  if (!measure)
    return [refusal('expected.measureCode', 'unknown-measure', 'Choose one of the outcome measures.')];
  const { abbreviation, sanity, direction } = measure;
  if (measure.sided && expected.side === null)
    return [refusal('expected.side', 'side-missing', `Say which side ${abbreviation} is for.`)];
  if (!measure.sided && expected.side !== null)
    return [refusal('expected.side', 'side-not-used', `${abbreviation} has no side.`)];
  if (expected.value < sanity.refuseBelow || expected.value > sanity.refuseAbove)
    return [
      refusal(
        'expected.value',
        'out-of-range',
        `${abbreviation} runs from ${sanity.refuseBelow} to ${sanity.refuseAbove}.`,
      ),
    ];
  const now = judgedScores(scores, expected, today).at(-1);
  return now !== undefined && improvementBetween(direction, now.value, expected.value) < 0
    ? [
        question(
          'expected.value',
          'worse-expected',
          `${abbreviation} ${expected.value} is worse than ${now.value} on ${shortDate(now.measuredOn, today)}: it would be judged as reached at once. Confirm that no more is expected.`,
        ),
      ]
    : [];
}

/** "Goals met" closes an episode, so each goal was measured, and one that was not reached is said (rules.md 1.5). */
function goalIssues({ detail }: Decision, { goals, scores }: Facts, today: string): Finding[] {
  if (detail.type !== 'discharge' || detail.closeReason !== 'goals-met') return [];
  const path = 'detail.closeReason';
  if (goals.length === 0)
    return [refusal(path, 'no-goals', 'No goal is prescribed that could be met. Choose another reason.')];
  return goals.flatMap((goal): Finding[] => {
    const measure = getMeasure(goal.measureCode);
    const name = [measure?.abbreviation ?? goal.measureCode, goal.side].filter(Boolean).join(' ');
    const now = judgedScores(scores, goal, today).at(-1);
    if (now === undefined)
      return [
        refusal(
          path,
          'goal-unmeasured',
          `${name} was never measured, so its goal is not known to be met. Measure it, or choose another reason.`,
        ),
      ];
    return measure !== undefined && improvementBetween(measure.direction, goal.target, now.value) < 0
      ? [
          question(
            path,
            'goal-not-reached',
            `${name} is ${now.value} and its goal ${goal.target}. Confirm that the goals are met all the same.`,
          ),
        ]
      : [];
  });
}

/** A visit that was begun and not signed outlives the episode: its note can be signed, but nobody should be surprised by it. */
function visitIssues({ detail }: Decision, { sessions }: Facts, today: string): Finding[] {
  const begun = sessions.find(({ status }) => status === 'arrived');
  return detail.type !== 'discharge' || begun === undefined
    ? []
    : [
        question(
          'detail.closeReason',
          'visit-unsigned',
          `The note of the visit on ${shortDate(begun.date, today)} is not signed yet. Its therapist can still sign it after the discharge. Confirm that the care ends now.`,
        ),
      ];
}
