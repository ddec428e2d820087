import { memo, type ComponentType } from 'react';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { SECTION_FIELDS, type SectionKey } from './contract-rows.ts';
import type { DraftAccess } from './draft-access.ts';

interface SectionProps {
  access: DraftAccess;
}

/**
 * Draws a section again only when something it shows has changed: a letter in one field must not redraw a hundred others.
 * A section shows its own fields, those it names here, and what the record says.
 */
export function memoSection(
  section: SectionKey,
  Section: ComponentType<SectionProps>,
  alsoReads: readonly (keyof PrescriptionDraftContent)[] = [],
) {
  const fields = [...SECTION_FIELDS[section], ...alsoReads];
  return memo(Section, ({ access: before }, { access: after }) => {
    const sameContent = fields.every((field) => before.content[field] === after.content[field]);
    return sameContent && isSameRecord(before, after);
  });
}

const isSameRecord = (before: DraftAccess, after: DraftAccess): boolean =>
  before.today === after.today &&
  before.previous === after.previous &&
  (
    [
      'header',
      'diagnoses',
      'proposedPrecautions',
      'precautionBasis',
      'unreadConditions',
      'latestScores',
      'thresholdChoices',
      'payerProfile',
    ] as const
  ).every((part) => before.page[part] === after.page[part]);
