import type { SheetPlace } from '#shared/evaluations/exam-sheet.ts';
import type { SheetRow } from '#shared/evaluations/sheet-rows.ts';
import type { Finding } from '#shared/evaluations/findings.ts';
import type { Reading } from '#shared/evaluations/unread.ts';

/** Stable functions, so that only the row that changed is drawn again. */
export interface SheetActs {
  put: (row: SheetRow, place: SheetPlace, reading: Reading) => void;
  edit: (index: number, finding: Finding) => void;
  /** The empty places of the rows were examined and are normal. */
  fill: (rows: readonly SheetRow[]) => void;
  /** Something unlikely is right after all, or is not said to be. */
  confirm: (sentence: string, isRight: boolean) => void;
}
