import type { MissingPath } from './missing-element.ts';
import type { PrescriptionDraftContent } from './model.ts';
import { limbWords, seriesName } from './words.ts';

/** Names the row that a path leads to, so that two of a kind are told apart; nothing for a whole field. */
export function aboutRow(draft: PrescriptionDraftContent, path: MissingPath): string | undefined {
  const [field, index] = path.split('.');
  if (index === undefined) return undefined;
  const at = Number(index);
  switch (field) {
    case 'diagnoses':
      return draft.diagnoses[at]?.display;
    case 'interventions':
      return draft.interventions[at]?.name;
    case 'precautions':
      return draft.precautions[at]?.intervention || undefined;
    case 'weightBearing':
      return named(draft.weightBearing[at], ({ limb }) => limbWords(limb));
    case 'goals':
      return named(draft.goals[at], seriesName);
    case 'measures':
      return named(draft.measures[at], seriesName);
    default:
      return undefined;
  }
}

const named = <Row>(row: Row | undefined, name: (row: Row) => string): string | undefined =>
  row === undefined ? undefined : name(row);
