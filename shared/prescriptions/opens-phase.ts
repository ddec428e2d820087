import { rowKey } from './difference.ts';
import type { PrescriptionDraftContent as Content } from './model.ts';
import { frequencyOn, isStep, scheduleWords } from './schedule.ts';
import { weightBearingWords } from './words.ts';

/**
 * Whether a new version opens a new phase, judged from a new baseline: interventions that come or go, a frequency changed by
 * at least one a week, other goals or another weight bearing (rules.md 6.5). Limits inside an intervention, a longer plan
 * with the same targets, notes and measures do not.
 */
export function opensPhase(before: Content | undefined, after: Content): boolean {
  if (before === undefined) return true;
  if (isOtherFrequency(before, after)) return true;
  const limbs = (content: Content) =>
    content.weightBearing.map((row) => `${row.limb} ${weightBearingWords({ ...row, until: null })}`);
  const targets = (content: Content) => content.goals.map((goal) => `${rowKey.series(goal)} ${goal.target}`);
  const methods = (content: Content) => content.interventions.map(rowKey.intervention);
  return [limbs, targets, methods].some((pick) => !isSameSet(pick(before), pick(after)));
}

/** A taper that goes on as it was written is no other frequency: what counts is the one due on the new version's first day. */
function isOtherFrequency(before: Content, after: Content): boolean {
  const { startsOn, frequencyPerWeek, durationWeeks } = before;
  const steps = before.taper?.filter(isStep) ?? [];
  if (startsOn === null || frequencyPerWeek === null || durationWeeks === null || after.startsOn === null) {
    return frequencyPerWeek !== after.frequencyPerWeek || isOtherAmount(before, after);
  }
  if (startsOn === after.startsOn && (steps.length > 0 || (after.taper?.length ?? 0) > 0)) {
    return scheduleWords(before) !== scheduleWords(after);
  }
  const due = frequencyOn({ startsOn, frequencyPerWeek, durationWeeks, taper: steps }, after.startsOn);
  return due !== after.frequencyPerWeek || isOtherAmount(before, after);
}

/** Twice a day is another frequency than once (POC-3). */
const isOtherAmount = (before: Content, after: Content): boolean =>
  (before.amountPerDay ?? 1) !== (after.amountPerDay ?? 1);

const isSameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((one) => right.has(one));
};
