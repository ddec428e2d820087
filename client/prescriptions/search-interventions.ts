import {
  INTERVENTIONS,
  type Intervention,
  type InterventionKind,
} from '#shared/prescriptions/interventions.ts';

export const KIND_WORDS: Record<InterventionKind, string> = {
  exercise: 'Exercise',
  manual: 'Manual',
  'gait-balance': 'Gait and balance',
  modality: 'Modality',
  education: 'Education',
};

/** Interventions whose name or kind begins with every word typed; `first` before the others. */
export function searchInterventions(typed: string, first: readonly string[] = []): Intervention[] {
  const words = wordsOf(typed);
  const matches = INTERVENTIONS.filter(({ name, kind }) => {
    const parts = wordsOf(`${name} ${KIND_WORDS[kind]}`);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
  return [
    ...matches.filter(({ code }) => first.includes(code)),
    ...matches.filter(({ code }) => !first.includes(code)),
  ];
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter(Boolean);
