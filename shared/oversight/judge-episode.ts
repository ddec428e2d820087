import { isLowAttendance } from './judge-measure.ts';
import type { Attendance, Confidence, ResponseClass } from './measure-judgement.ts';
import { RC1, type Rc1 } from './rc1.ts';

/** A measure's judgement as the episode weighs it. */
export interface WeighedMeasure {
  code: string;
  role: 'primary' | 'secondary';
  class: ResponseClass;
  confidence?: Confidence | null | undefined;
  flags: readonly string[];
}

export interface EpisodeCourse {
  measures: readonly WeighedMeasure[];
  daysSincePhaseStart: number;
  attendance: Attendance | null;
  openRedFlag: boolean;
}

export const VERDICTS = [
  'SAFETY_HOLD',
  'CANNOT_JUDGE',
  'MIXED',
  'WORSENING',
  'WORKING',
  'PARTLY_WORKING',
  'UNDER_DELIVERED',
  'NOT_WORKING',
  'TOO_EARLY',
] as const;
export type VerdictCode = (typeof VERDICTS)[number];

export const VERDICT_ACTIONS = [
  'STOP_AND_ALERT',
  'COLLECT_MEASURES',
  'PHYSIATRIST_REVIEW',
  'PHYSIATRIST_REVIEW_URGENT',
  'CONTINUE',
  'CONSIDER_DISCHARGE_OR_PROGRESS',
  'CONTINUE_AND_REMEASURE',
  'FIX_ATTENDANCE',
] as const;
export type VerdictAction = (typeof VERDICT_ACTIONS)[number];

export const EPISODE_FLAGS = [
  'LOW_ATTENDANCE',
  'NO_PRIMARY',
  'PLATEAU_AFTER_RESPONSE',
  'SECONDARY_WORSENING',
  'SOME_PLATEAU',
] as const;
export type EpisodeFlag = (typeof EPISODE_FLAGS)[number];

export interface EpisodeJudgement {
  verdict: VerdictCode;
  action: VerdictAction;
  flags: EpisodeFlag[];
  confidence: Confidence | null;
}

const STEPS: readonly Confidence[] = ['low', 'medium', 'high'];
const lowest = (all: readonly (Confidence | null | undefined)[]): Confidence =>
  STEPS[Math.min(...all.map((c) => (c ? STEPS.indexOf(c) : 0)))] ?? 'low';
const stepsDown = (c: Confidence, steps: number): Confidence =>
  STEPS[Math.max(0, STEPS.indexOf(c) - steps)] ?? 'low';

/** Weighs the measures of an episode into one verdict: the first of V0-V8 that holds (rules.md 6.3). Conflicts are said, never averaged. */
export function judgeEpisode(
  { measures, daysSincePhaseStart, attendance, openRedFlag }: EpisodeCourse,
  rc1: Rc1 = RC1,
): EpisodeJudgement {
  const flags = new Set<EpisodeFlag>();
  const lowAttendance = attendance !== null && isLowAttendance(attendance, rc1);
  if (lowAttendance) flags.add('LOW_ATTENDANCE');
  if (openRedFlag) return { verdict: 'SAFETY_HOLD', action: 'STOP_AND_ALERT', flags: [], confidence: null };

  const eligible = measures.filter((m) => m.class !== 'INSUFFICIENT_DATA' && m.class !== 'NOT_ASSESSABLE');
  if (eligible.length === 0) {
    return {
      verdict: 'CANNOT_JUDGE',
      action: 'COLLECT_MEASURES',
      flags: [...flags].sort(),
      confidence: null,
    };
  }
  const primary = eligible.filter((m) => m.role === 'primary');
  const judged = primary.length > 0 ? primary : eligible;
  if (primary.length === 0) flags.add('NO_PRIMARY');

  const outcome = weigh(
    judged,
    { isUnderDelivered: lowAttendance && daysSincePhaseStart >= rc1.exposedDays },
    flags,
  );
  let confidence =
    outcome.verdict === 'MIXED' || primary.length === 0 ? 'low' : lowest(judged.map((m) => m.confidence));
  if (eligible.some((m) => !judged.includes(m) && m.class === 'WORSENING')) {
    flags.add('SECONDARY_WORSENING');
    confidence = stepsDown(confidence, rc1.stepsSecondaryWorsening);
  }
  return { ...outcome, flags: [...flags].sort(), confidence };
}

function weigh(
  judged: readonly WeighedMeasure[],
  { isUnderDelivered }: { isUnderDelivered: boolean },
  flags: Set<EpisodeFlag>,
): Pick<EpisodeJudgement, 'verdict' | 'action'> {
  const some = (...classes: ResponseClass[]): boolean => judged.some((m) => classes.includes(m.class));
  const all = (judgedClass: ResponseClass): boolean => judged.every((m) => m.class === judgedClass);

  if (some('WORSENING')) {
    return some('RESPONDING', 'PARTIAL')
      ? { verdict: 'MIXED', action: 'PHYSIATRIST_REVIEW' }
      : { verdict: 'WORSENING', action: 'PHYSIATRIST_REVIEW_URGENT' };
  }
  if (all('RESPONDING')) {
    if (!judged.every((m) => m.flags.includes('PLATEAU_AFTER_RESPONSE')))
      return { verdict: 'WORKING', action: 'CONTINUE' };
    flags.add('PLATEAU_AFTER_RESPONSE');
    return { verdict: 'WORKING', action: 'CONSIDER_DISCHARGE_OR_PROGRESS' };
  }
  if (some('RESPONDING', 'PARTIAL')) {
    return {
      verdict: 'PARTLY_WORKING',
      action: some('PLATEAU') ? 'PHYSIATRIST_REVIEW' : 'CONTINUE_AND_REMEASURE',
    };
  }
  if (isUnderDelivered) return { verdict: 'UNDER_DELIVERED', action: 'FIX_ATTENDANCE' };
  if (all('PLATEAU')) return { verdict: 'NOT_WORKING', action: 'PHYSIATRIST_REVIEW' };
  if (some('PLATEAU')) flags.add('SOME_PLATEAU');
  return { verdict: 'TOO_EARLY', action: 'CONTINUE_AND_REMEASURE' };
}
