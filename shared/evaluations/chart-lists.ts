import { HISTORY_KIND_LABEL, historySentence } from '#shared/patients/history-fact.ts';
import type { EvaluationDetail } from './contract.ts';
import type { EvaluationContent } from './model.ts';

/** What the chart said, as a signed evaluation keeps it: what was not recorded is said too. */
export function sayChartLists(chart: EvaluationDetail['chart']): EvaluationContent['onFile'] {
  const said = (facts: EvaluationDetail['chart']['allergies']) =>
    facts.map(({ text, detail }) => (detail === null ? text : `${text} (${detail})`));
  const lists = [
    {
      label: 'History',
      lines: chart.history.map((fact) => `${HISTORY_KIND_LABEL[fact.kind]}: ${historySentence(fact)}`),
    },
    { label: 'Comorbidities', lines: said(chart.comorbidities) },
    { label: 'Medications', lines: said(chart.medications) },
    { label: 'Allergies', lines: said(chart.allergies) },
  ];
  return lists.map(({ label, lines }) => ({
    label,
    lines: lines.length === 0 ? ['none on the chart'] : lines,
  }));
}
