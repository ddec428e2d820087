import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { amountWords, aWeekWords, durationWords } from '#shared/prescriptions/schedule.ts';
import { goalWords, seriesName } from '#shared/prescriptions/words.ts';
import { PLAN_ELEMENTS, type PlanElement } from './rule-packs.ts';

type PlanContent = Pick<
  PrescriptionDraftContent,
  'diagnoses' | 'goals' | 'frequencyPerWeek' | 'durationWeeks' | 'amountPerDay' | 'durationVisits'
> & { interventions: readonly { name: string }[] };

export const PLAN_ELEMENT_LABEL: Record<PlanElement, string> = {
  diagnosis: 'Diagnosis',
  goals: 'Long-term goals, measurable',
  type: 'Type of therapy',
  amount: 'Amount (times a day)',
  frequency: 'Frequency (times a week)',
  duration: 'Duration',
};

/** What a version says about each element of a plan of care (rules.md POC-2, POC-3); null where it says nothing. */
export function planElements(content: PlanContent): Record<PlanElement, string | null> {
  const names = content.interventions.map(({ name }) => name);
  return {
    diagnosis: content.diagnoses.map(({ code, display }) => `${display} (${code})`).join('; ') || null,
    goals: content.goals.map(measurable).join('; ') || null,
    type: names.length === 0 ? null : names.join('; '),
    amount:
      content.frequencyPerWeek === null
        ? null
        : `${amountWords(content)}${content.amountPerDay ? '' : ' (the plan says nothing else)'}`,
    frequency: content.frequencyPerWeek === null ? null : aWeekWords(content.frequencyPerWeek, content),
    duration: durationWords(content) || null,
  };
}

/** "Sits through a working day: ODI at most 20 % by 6 Dec 2026": what it is for, and what it is measured by. */
const measurable = (goal: PlanContent['goals'][number]): string =>
  [goal.description, `${seriesName(goal)} ${goalWords(goal)}`].filter(Boolean).join(': ');

/** Elements that a plan lacks: with one missing it cannot be certified. */
export function missingPlanElements(content: PlanContent): PlanElement[] {
  const said = planElements(content);
  return PLAN_ELEMENTS.filter((element) => said[element] === null);
}
