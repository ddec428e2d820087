import { HOME } from '#shared/home-programme/adherence.ts';
import { BOARD, REVIEW } from '#shared/oversight/board-values.ts';
import { PACE } from '#shared/oversight/expected-pace.ts';
import { RC1 } from '#shared/oversight/rc1.ts';
import { described, type ClinicValue, type NumberDescription, type ValueSection } from '../model.ts';

type Words = Pick<NumberDescription, 'title' | 'explanation'>;
const policy = (source: string) => ({ tag: 'P' as const, source });

const RULE = policy('Rules 6.2 (RC-1): nobody publishes this number.');

const days = (title: string, explanation: string, [min, max]: [number, number]): NumberDescription => ({
  title,
  explanation,
  ...RULE,
  kind: 'whole',
  unit: 'days',
  min,
  max,
  step: 1,
});

const count = (
  title: string,
  explanation: string,
  unit: string,
  [min, max]: [number, number],
): NumberDescription => ({ title, explanation, ...RULE, kind: 'whole', unit, min, max, step: 1 });

const share = (title: string, explanation: string): NumberDescription => ({
  title,
  explanation,
  ...RULE,
  kind: 'percent',
  unit: '%',
  min: 0.1,
  max: 1,
  step: 5,
});

const steps = (title: string, explanation: string): NumberDescription => ({
  title,
  explanation,
  ...policy('Rules 6.2: confidence starts at high, two steps above low.'),
  kind: 'whole',
  unit: 'steps',
  min: 0,
  max: 2,
  step: 1,
});

const RC1_VALUES = described('rc1', RC1, {
  lowAttendance: share(
    'Low attendance',
    'Below this part of the visits due, attendance is called low: treatment may not have been given enough to judge it.',
  ),
  attendanceFromVisits: count(
    'Attendance is judged from',
    'With fewer visits due than this, attendance says nothing yet.',
    'visits due',
    [1, 10],
  ),
  baselineBeforeDays: days(
    'Oldest baseline',
    'A score this many days before the phase may still be its baseline; an older one is history only.',
    [7, 90],
  ),
  lateBaselineDays: days(
    'Late baseline',
    'A first score up to this many days after the start lowers confidence a little; a later one lowers it more.',
    [1, 28],
  ),
  tooSoonDays: days(
    'Too soon to judge improvement',
    'Improvement seen earlier than this after the baseline is not judged; worsening always is.',
    [1, 28],
  ),
  staleAfterDays: days(
    'Score too old',
    'With a last score older than this, the episode can no longer be judged.',
    [14, 120],
  ),
  windowScores: count(
    'Plateau: scores in a row',
    'So many scores in a row without a detectable step make a flat window.',
    'scores',
    [3, 6],
  ),
  windowDays: days(
    'Plateau: length of the flat window',
    'The flat scores must span at least this many days.',
    [7, 90],
  ),
  windowShare: share(
    'Plateau: drift still called flat',
    'A whole window that improves by this part of the detectable change is a trend, not a plateau.',
  ),
  longGapDays: days(
    'Plateau: long gap',
    'With only two scores, so many days without a detectable change count as flat.',
    [14, 120],
  ),
  exposedDays: days(
    'Plateau: time in the phase',
    'Before this day of the phase nothing is called a plateau or under-delivered.',
    [7, 120],
  ),
  exposedVisits: count(
    'Plateau: visits attended',
    'With fewer visits attended than this, flat scores are not called a plateau.',
    'visits',
    [1, 20],
  ),
  nearShare: share(
    'Nearly detectable',
    'From this part of the detectable change on, measuring again is suggested.',
  ),
  stepsUnconfirmed: steps('Change seen once only', 'The score before the last one does not confirm it.'),
  stepsLateBaseline: steps('Late baseline', 'The baseline was taken shortly after therapy began.'),
  stepsBaselineAfterStart: steps(
    'Baseline long after the start',
    'True change is probably larger than seen.',
  ),
  stepsBelowPercent: steps(
    'Under the percent of the baseline',
    'The measure also asks for a part of the baseline, and that was not reached.',
  ),
  stepsUnverified: steps('Threshold not verified', 'The threshold was not seen in its source.'),
  stepsErrorUnknown: steps('Measurement error unknown', 'The important change stands in for it.'),
  stepsNearThreshold: steps(
    'Plateau near the threshold',
    'Flat, but more than half way to a detectable change.',
  ),
  stepsLowAttendance: steps('Low attendance', 'For flat or small change only.'),
  stepsGainsLost: steps('Part of the best gain lost', 'Still a response, but less than before.'),
  stepsSecondaryWorsening: steps(
    'A secondary measure worse',
    'The primary measures decide; one that contradicts them lowers the confidence of the episode.',
  ),
});

const isConfidence = ({ key }: ClinicValue): boolean => key.startsWith('rc1.steps');

const near = (
  words: Words,
  rest: Omit<NumberDescription, keyof Words | 'tag' | 'source'>,
  source: string,
) => ({
  ...words,
  ...rest,
  ...policy(source),
});

/** How an episode is judged: RC-1, home exercise, pace and the board. */
export const RESPONSE_SECTIONS: readonly ValueSection[] = [
  {
    id: 'response',
    title: 'Is therapy working?',
    usedIn: 'The verdict of every episode, the board and the review.',
    keeper: 'clinic',
    judgesAgain: true,
    values: RC1_VALUES.filter((one) => !isConfidence(one)),
  },
  {
    id: 'confidence',
    title: 'Confidence of a verdict',
    usedIn: 'The word high, medium or low beside each verdict.',
    keeper: 'clinic',
    judgesAgain: true,
    values: RC1_VALUES.filter(isConfidence),
  },
  {
    id: 'adherence',
    title: 'Home exercise and pace',
    usedIn:
      'The reasons of a verdict, the home programme page and the trend against the goal; never the verdict itself.',
    keeper: 'clinic',
    judgesAgain: true,
    values: [
      ...described('home', HOME, {
        lowShare: near(
          {
            title: 'Low home exercise',
            explanation: 'Fewer of the days asked for than this are named in the review.',
          },
          { kind: 'percent', unit: '%', min: 0.1, max: 1, step: 5 },
          'Rules 6.3: no agreed cut in the literature (6.1); chosen for Tandem.',
        ),
        windowDays: near(
          { title: 'Home exercise looks back', explanation: 'Days whose reports are counted.' },
          { kind: 'whole', unit: 'days', min: 7, max: 56, step: 1 },
          'Rules 6.3; chosen for Tandem.',
        ),
      }),
      ...described('pace', PACE, {
        behindShare: near(
          {
            title: 'Behind the expected pace',
            explanation: 'Less than this part of the improvement expected by now is behind.',
          },
          { kind: 'percent', unit: '%', min: 0.1, max: 1, step: 5 },
          'Rules 6.4; chosen for Tandem.',
        ),
        judgedFrom: near(
          { title: 'Pace is judged from', explanation: 'Part of the planned time that must have passed.' },
          { kind: 'percent', unit: '%', min: 0, max: 0.75, step: 5 },
          'Rules 6.4; chosen for Tandem.',
        ),
        curve: near(
          {
            title: 'Shape of recovery',
            explanation:
              'How front-loaded recovery is: 2.16 gives 71 % of the change in the first 45 % of the time; 0.1 is nearly a straight line.',
          },
          { kind: 'decimal', unit: '', min: 0.1, max: 5, step: 0.01 },
          'Rules 6.4: from back pain in therapy (Walston & McLester 2020); for every other condition Tandem’s policy.',
        ),
      }),
    ],
  },
  {
    id: 'review',
    title: 'Reviews and the board',
    usedIn: 'Due dates of review tasks and the order of the board.',
    keeper: 'clinic',
    judgesAgain: true,
    values: [
      ...described('review', REVIEW, {
        urgentDays: near(
          {
            title: 'Urgent review within',
            explanation:
              'Time for the physiatrist to look at an episode that worsens or is on a safety hold.',
          },
          { kind: 'whole', unit: 'business days', min: 1, max: 5, step: 1 },
          'Rules 6.3 V3: two business days; chosen for Tandem.',
        ),
        ordinaryDays: near(
          {
            title: 'Ordinary review within',
            explanation:
              'Time for the physiatrist to look at a plateau, mixed results or a date that has come.',
          },
          { kind: 'whole', unit: 'business days', min: 1, max: 20, step: 1 },
          'Chosen for Tandem; the rules name none.',
        ),
      }),
      ...described('board', BOARD, {
        planEndingDays: near(
          { title: 'Plan ending', explanation: 'A plan this near its end is put under Watch.' },
          { kind: 'whole', unit: 'days', min: 3, max: 42, step: 1 },
          'Chosen for Tandem, as the warning before a certification ends (rules CERT-3).',
        ),
        fewVisits: near(
          { title: 'Few visits left', explanation: 'So many prescribed visits left, or fewer, are said.' },
          { kind: 'whole', unit: 'visits', min: 0, max: 10, step: 1 },
          'Chosen for Tandem.',
        ),
        firstScoreDays: near(
          {
            title: 'First score missing',
            explanation: 'So long after the first treatment an episode without any score is missing data.',
          },
          { kind: 'whole', unit: 'days', min: 1, max: 28, step: 1 },
          'Chosen for Tandem.',
        ),
        overdueIntervals: near(
          {
            title: 'Single score overdue',
            explanation: 'A single score older than so many of its intervals is missing data.',
          },
          { kind: 'whole', unit: 'intervals', min: 1, max: 6, step: 1 },
          'Chosen for Tandem.',
        ),
      }),
    ],
  },
];
