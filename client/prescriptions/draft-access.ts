import type { Difference } from '#shared/prescriptions/difference.ts';
import type { MissingElement } from '#shared/prescriptions/missing-elements.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionPage, PrescriptionVersion } from '#shared/prescriptions/page.ts';

/** What a section of the editor gets: the words, a way to change them, what is different and what is missing. */
export interface DraftAccess {
  page: PrescriptionPage;
  content: PrescriptionDraftContent;
  change: (part: Partial<PrescriptionDraftContent>) => void;
  /** The same for a row that is drawn by itself: it is given the words as they are when it changes them. */
  edit: (from: (content: PrescriptionDraftContent) => Partial<PrescriptionDraftContent>) => void;
  /** The version that the draft follows; nothing when it will be the first. */
  previous: PrescriptionVersion | undefined;
  differences: readonly Difference[];
  missing: readonly MissingElement[];
  /** Today on the clinic's calendar. */
  today: string;
}

type Field = keyof PrescriptionDraftContent;

/** The difference of one row or field against the version before, if there is one. */
export const differenceOf = (
  { differences }: Pick<DraftAccess, 'differences'>,
  path: Field,
  row: string | null = null,
): Difference | undefined => differences.find((one) => one.path === path && one.row === row);

/** What is missing in the row of a list, in words. */
export const gapsOfRow = ({ missing }: Pick<DraftAccess, 'missing'>, path: Field, index: number): string[] =>
  missing.filter((one) => one.path === `${path}.${index}`).map(({ sentence }) => sentence);

/** Replaces one row of a list. */
export const replaced = <Row>(rows: readonly Row[], index: number, part: Partial<Row>): Row[] =>
  rows.map((row, at) => (at === index ? { ...row, ...part } : row));

/** A list without one row. */
export const without = <Row>(rows: readonly Row[], index: number): Row[] =>
  rows.filter((_, at) => at !== index);

/** Leads to the field or the row that a missing element names. */
export function focusPath(path: string): void {
  const [field = ''] = path.split('.');
  const place = [path, field]
    .map((one) => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(one)}"]`))
    .find((one) => one !== null);
  if (!place) return;
  place.scrollIntoView({ block: 'center' });
  place.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}
