import { type EvaluationKind, isTherapyEvaluation } from '#shared/evaluations/model.ts';

export interface SectionEntry {
  /** Also the id of its place in the page. */
  id: string;
  label: string;
}

/** The parts of the form from top to bottom. */
export const sectionsOf = (kind: EvaluationKind): readonly SectionEntry[] => [
  { id: 'reason', label: 'Reason' },
  { id: 'history', label: 'History' },
  { id: 'symptoms', label: 'Symptoms' },
  { id: 'bodyChart', label: 'Body chart' },
  { id: 'function', label: 'Function' },
  { id: 'reviewed', label: 'On the chart' },
  { id: 'redFlags', label: 'Red flags' },
  { id: 'findings', label: 'Examination' },
  { id: 'scores', label: 'Baseline scores' },
  ...(isTherapyEvaluation(kind)
    ? [{ id: 'diagnoses', label: kind === 'pt-evaluation' ? 'Movement diagnosis' : 'Judgement' }]
    : [
        { id: 'impression', label: 'Impression' },
        { id: 'diagnoses', label: 'Diagnoses' },
      ]),
  { id: 'plan', label: 'Plan' },
  ...(isTherapyEvaluation(kind) ? [{ id: 'coding', label: 'Minutes and code' }] : []),
];

/** The section in which a path of the content stands. */
export function sectionOf(path: string): string {
  const [first = '', second = ''] = path.split(/[.|]/);
  if (first === 'carried') return second;
  return first === 'movementDiagnosis' ? 'diagnoses' : first;
}

/** Takes the reader to a field of the form by its path in the content, or else to its section. */
export function goToField(path: string): void {
  const name = CSS.escape(`content.${path}`);
  const field =
    document.querySelector<HTMLElement>(`[name="${name}"]`) ??
    document.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`) ??
    document.querySelector<HTMLElement>(`[name^="${name}\\."]`) ??
    document.querySelector<HTMLElement>(
      `#${CSS.escape(sectionOf(path))} :is(input, textarea, select, button)`,
    );
  field?.focus({ preventScroll: true });
  (field ?? document.getElementById(sectionOf(path)))?.scrollIntoView({ block: 'center' });
}
