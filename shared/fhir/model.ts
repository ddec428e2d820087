/** One thing that keeps a file from being imported: where it is, and what is wrong there. */
export interface ImportIssue {
  /** `entry[3].resource.birthDate` */
  place: string;
  message: string;
}

/** A resource that is left out, and why; counted by type and reason. */
export interface Skipped {
  resourceType: string;
  reason: string;
}

/** Who the bundle is about, as identity is kept here. */
export interface ImportedPatient {
  sourceId: string;
  /** What identifies the patient in other systems; the first one names them in messages. */
  identifiers: { system: string; value: string }[];
  mrn: string | undefined;
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: 'female' | 'male' | 'other' | 'unknown';
  phone: string | undefined;
  email: string | undefined;
  address: string | undefined;
  language: string | undefined;
  deceasedOn: string | undefined;
}

/** A code with its system's URI and its words; free text alone has the system `text`. */
export interface ImportedCode {
  code: string;
  codeSystem: string;
  display: string;
}

/** What a resource becomes, by table. Dates are calendar dates as written at the source, moments are ISO texts. */
export interface ImportedRows {
  condition: ImportedCode & { onsetOn?: string; abatedOn?: string; status: 'active' | 'resolved' };
  allergy: {
    substance: string;
    code?: string;
    codeSystem?: string;
    reaction?: string;
    severity?: 'mild' | 'moderate' | 'severe';
    status: 'active' | 'resolved';
  };
  medication_order: {
    name: string;
    code?: string;
    codeSystem?: string;
    dose?: string;
    frequency?: string;
    startedOn?: string;
    stoppedOn?: string;
    status: 'active' | 'stopped';
    reason?: string;
  };
  external_encounter: {
    type: string;
    encounterClass: string;
    status: string;
    startedAt: string;
    endedAt?: string;
    reason?: string;
  };
  procedure: ImportedCode & { performedOn: string; site?: string; complication?: string };
  outcome_score: { measureCode: string; value: number; measuredOn: string };
  imported_observation: ImportedCode & {
    category: string;
    valueNumber?: number;
    unit?: string;
    valueText?: string;
    observedAt: string;
  };
}

export type ImportedTable = keyof ImportedRows;
export type RowIn<Table extends ImportedTable> = { table: Table; row: ImportedRows[Table] };
export type ImportedRow = { [Table in ImportedTable]: RowIn<Table> }[ImportedTable];

/** A resource that is taken. One resource may become several rows (the components of a blood pressure). */
export interface TakenResource {
  resourceType: string;
  sourceId: string;
  rows: ImportedRow[];
}

/** A bundle, read and understood; nothing stored yet. */
export interface ReadableBundle {
  patient: ImportedPatient;
  taken: TakenResource[];
  skipped: Skipped[];
}

export type BundleReading =
  { kind: 'readable'; bundle: ReadableBundle } | { kind: 'refused'; issues: ImportIssue[] };
