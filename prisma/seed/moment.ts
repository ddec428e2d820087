import type { StaffKey } from './clinics.ts';

export type Column = string | number | boolean | null | readonly unknown[] | Record<string, unknown>;

/** A row to insert; the organization is added when it is written. */
export interface SeedRow {
  table: string;
  columns: Record<string, Column>;
}

/** A change of rows that are there already. */
export interface SeedChange {
  table: string;
  where: Record<string, string | boolean>;
  set: Record<string, Column>;
}

/** What somebody did at one moment: rows, changes and the audit row that says so. */
export interface Moment {
  at: Date;
  by: StaffKey | 'public' | 'system';
  did: string;
  subject?: { type: string; id: string };
  detail?: Record<string, string | number | boolean | null>;
  /** False for what happens before the patient is in the register. */
  aboutPatient?: boolean;
  rows: SeedRow[];
  changes?: SeedChange[];
  /** The board is judged again afterwards. */
  refresh?: boolean;
  /** Rows that need the judgement of that moment: written after it was made. */
  decision?: PendingDecision;
}

/** A decision cites the verdict it was made on; that one is known only when the moment has come. */
export interface PendingDecision {
  id: string;
  columns: Record<string, Column>;
  /** What follows from it in the same moment. */
  rows: SeedRow[];
}

export const row = (table: string, columns: Record<string, Column>): SeedRow => ({ table, columns });
