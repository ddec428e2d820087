import { emptyEvaluation, type EvaluationContent } from '#shared/evaluations/model.ts';
import { examination } from './exam-content.ts';
import type { OneSide, Programme } from './programme.ts';
import type { Baseline } from './visits.ts';

/** Puts the side into a programme's words: `{side}` and, at the start of a sentence, `{Side}`. */
export function withSide(text: string, side: OneSide | undefined): string {
  const word = side ?? '';
  return text.replaceAll('{side}', word).replaceAll('{Side}', word.charAt(0).toUpperCase() + word.slice(1));
}

/** The ICD-10-CM code for the side. */
export const codeFor = ({ diagnosis }: Programme, side: OneSide): string =>
  typeof diagnosis.code === 'string' ? diagnosis.code : diagnosis.code[side];

/** The side that a diagnosis carries: of a limb, or of the leg or arm that a spinal problem reaches. */
export const diagnosisSide = (programme: Programme, side: OneSide): OneSide | null =>
  programme.sided || programme.key.endsWith('radiculopathy') ? side : null;

interface Told {
  programme: Programme;
  side: OneSide;
  onsetOn: string;
  severity: number;
}

/** The physiatrist's consult, complete enough to be signed. */
export function consultContent({ programme, side, onsetOn, severity }: Told): EvaluationContent {
  const words = (text: string): string => withSide(text, side);
  const empty = emptyEvaluation();
  return {
    ...empty,
    reason: `${words(programme.concern)}: what is it, and which treatment?`,
    history: {
      present: words(programme.history),
      past: '',
      surgery: '',
      priorTherapy: '',
    },
    symptoms: {
      location: words(programme.location),
      onsetOn: onsetOn as EvaluationContent['symptoms']['onsetOn'],
      quality: programme.quality,
      severity,
      aggravating: programme.aggravating,
      easing: programme.easing,
      dailyPattern: 'Worse towards the evening.',
    },
    function: { limits: programme.limits, work: '', patientGoals: programme.goals },
    reviewed: { history: true, comorbidities: true, medications: true, allergies: true },
    ...examination(programme, side, severity),
    impression: words(programme.impression),
    diagnoses: [
      {
        code: codeFor(programme, side),
        display: programme.diagnosis.display,
        side: diagnosisSide(programme, side),
        primary: true,
      },
    ],
    redFlags: { reviewed: true, present: [], wells: programme.legScore ?? null },
    plan: words(programme.plan),
  };
}

/** The therapist's evaluation with the baselines of the prescribed measures. */
export function therapyEvaluation(
  told: Told,
  baselines: readonly Baseline[],
  sideOf: SideOf,
): EvaluationContent {
  const { programme, side } = told;
  const consult = consultContent(told);
  return {
    ...consult,
    reason: 'First visit to therapy: baselines and plan within the prescription.',
    diagnoses: [],
    impression: '',
    movementDiagnosis: withSide(programme.movementDiagnosis, side),
    scores: baselines.map(({ measureCode, value }) => ({
      measureCode,
      side: sideOf(measureCode),
      value,
      condition: null,
      confirmed: false,
    })),
    plan: `${withSide(programme.plan, side)} Home programme explained and practised.`,
  };
}

export type SideOf = (measureCode: string) => OneSide | null;
