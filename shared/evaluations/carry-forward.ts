import type { PlainDate } from '#shared/platform/time.ts';
import type { EvaluationId } from '#shared/platform/ids.ts';
import { isBlankFinding } from './findings.ts';
import { type CarriedSection, CARRIED_SECTIONS, emptyEvaluation, type EvaluationContent } from './model.ts';

interface PreviousEvaluation {
  evaluationId: EvaluationId;
  evaluatedOn: PlainDate;
  content: EvaluationContent;
}

/**
 * Starts an evaluation from the previous one. What is a fact of this visit starts empty: why they come, how bad it is now,
 * the red flags, the reviews, the scores, the judgement. The rest is copied and marked until somebody confirms it.
 */
export function carryForward({ evaluationId, evaluatedOn, content }: PreviousEvaluation): EvaluationContent {
  const fresh = emptyEvaluation();
  const started: EvaluationContent = {
    ...fresh,
    history: { ...content.history, present: '' },
    symptoms: { ...content.symptoms, severity: null },
    bodyChart: content.bodyChart,
    examined: content.examined,
    function: content.function,
    diagnoses: content.diagnoses,
    movementDiagnosis: content.movementDiagnosis,
    plan: content.plan,
    findings: content.findings
      .filter((finding) => !isBlankFinding(finding))
      .map((finding) => ({ ...finding, carried: true })),
  };
  return {
    ...started,
    carried: {
      from: { evaluationId, evaluatedOn },
      sections: CARRIED_SECTIONS.filter((section) => saysSomething(started, section)),
    },
  };
}

function saysSomething(content: EvaluationContent, section: CarriedSection): boolean {
  switch (section) {
    case 'diagnoses':
      return content.diagnoses.length > 0 || content.movementDiagnosis !== '';
    case 'plan':
      return content.plan !== '';
    case 'symptoms':
      return content.bodyChart.length > 0 || isSaid(content.symptoms);
    case 'history':
    case 'function':
      return isSaid(content[section]);
    default:
      return section satisfies never;
  }
}

const isSaid = (texts: object): boolean =>
  Object.values(texts).some((value) => value !== '' && value !== null);

/** The section has been looked at: it stays as it is, or was changed. */
export const confirmSection = (content: EvaluationContent, section: CarriedSection): EvaluationContent => ({
  ...content,
  carried: { ...content.carried, sections: content.carried.sections.filter((one) => one !== section) },
});
