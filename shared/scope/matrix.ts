/**
 * The columns of rules.md section 3, and the assistant, who has none there: as the physical therapist, less what needs a
 * therapist's licence. Patients have no account: what is theirs happens on the public page or not at all.
 */
export const SCOPE_COLUMNS = [
  'physiatrist',
  'physical-therapist',
  'physical-therapist-assistant',
  'administrator',
  'patient',
] as const;
export type ScopeColumn = (typeof SCOPE_COLUMNS)[number];

/** Y may do, N refused, R may request or recommend only, V views, NA not part of the work, own: their own only, report: may report it. */
export type ScopeCell = 'Y' | 'N' | 'R' | 'V' | 'NA' | 'own' | 'report';

export const CELL_WORDS: Record<ScopeCell, string> = {
  Y: 'does it',
  N: 'refused',
  R: 'asks for it',
  V: 'reads it',
  NA: 'not part of the work',
  own: 'their own',
  report: 'reports it',
};

export interface ScopeAct {
  id: string;
  words: string;
  cells: Record<ScopeColumn, ScopeCell>;
  /** The endpoints that do it: refused to whoever may not. */
  does: readonly string[];
  /** Where a column does it by another endpoint. */
  by?: Partial<Record<ScopeColumn, readonly string[]>>;
  /** How it is asked for, where the cell is R. */
  asks?: readonly string[];
  /** What came of it, which any clinician of the care team writes down: not the act itself. */
  recorded?: readonly string[];
  /** Where it is read, where the cell is V. */
  views?: readonly string[];
  /** Refused by what the prescription says, whoever asks: not a matter of role. */
  byState?: true;
  note?: string;
}

const cells = (
  physiatrist: ScopeCell,
  therapist: ScopeCell,
  administrator: ScopeCell,
  patient: ScopeCell,
  // What a therapist asks for, an assistant tells the therapist.
  assistant: ScopeCell = therapist === 'Y' ? 'Y' : 'N',
): ScopeAct['cells'] => ({
  physiatrist,
  'physical-therapist': therapist,
  'physical-therapist-assistant': assistant,
  administrator,
  patient,
});

const ASK_FOR_CHANGE = ['prescriptions.ask-for-change'] as const;
const RECOMMEND = ['orders.recommend'] as const;

/** rules.md section 3, row by row: product policy drawn from usual US licensure; state practice acts differ. */
export const SCOPE_OF_PRACTICE: readonly ScopeAct[] = [
  {
    id: 'register',
    words: 'Register a patient, demographics, scheduling',
    cells: cells('Y', 'Y', 'Y', 'own'),
    does: ['intake.create-request', 'patients.change-identity', 'intake.accept-request', 'sessions.plan'],
    by: { patient: ['intake.submit-request'] },
  },
  {
    id: 'assign-team',
    words: 'Assign or change the care team',
    cells: cells('R', 'R', 'Y', 'N'),
    does: ['care-teams.assign-member', 'care-teams.end-membership'],
    asks: ['care-teams.ask-for-change'],
  },
  {
    id: 'diagnose',
    words: 'Medical diagnosis (ICD-10)',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['patients.add-condition'],
  },
  {
    id: 'impairments',
    words: 'PT movement diagnosis, impairment list',
    cells: cells('Y', 'Y', 'N', 'N', 'N'),
    does: ['evaluations.start'],
    note: 'Occupational and speech therapists write the evaluation of their own discipline.',
  },
  {
    id: 'imaging',
    words: 'Order X-ray, MRI, CT, ultrasound',
    cells: cells('Y', 'R', 'N', 'N'),
    does: ['orders.place', 'orders.cancel', 'orders.acknowledge'],
    recorded: ['orders.schedule', 'orders.enter-result'],
    asks: RECOMMEND,
    note: 'Some states let physical therapists order imaging: off, and there is no way around it.',
  },
  {
    id: 'emg',
    words: 'Order or perform EMG and nerve conduction',
    cells: cells('Y', 'R', 'N', 'N'),
    does: ['orders.place'],
    asks: RECOMMEND,
  },
  {
    id: 'medication',
    words: 'Prescribe or change medication',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['medications.order', 'medications.change', 'medications.stop'],
  },
  {
    id: 'procedure',
    words: 'Joint injection, nerve block, botulinum toxin, spinal procedure',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['orders.perform-procedure', 'orders.change-therapy-rest'],
    recorded: ['orders.note-complication'],
  },
  {
    id: 'refer',
    words: 'Surgical or specialist referral',
    cells: cells('Y', 'R', 'N', 'N'),
    does: [
      'orders.send-referral',
      'orders.begin-surgical-evaluation',
      'orders.save-surgical-evaluation',
      'orders.sign-surgical-evaluation',
      'orders.decide-surgical-evaluation',
    ],
    recorded: ['orders.send-surgical-evaluation', 'orders.note-acceptance', 'orders.answer-referral'],
    asks: RECOMMEND,
  },
  {
    id: 'prescribe-therapy',
    words: 'PT prescription: create, sign, change, stop',
    cells: cells('Y', 'R', 'N', 'N'),
    does: [
      'prescriptions.begin-draft',
      'prescriptions.save-draft',
      'prescriptions.sign',
      'prescriptions.stop',
      'prescriptions.approve-change',
    ],
    asks: ASK_FOR_CHANGE,
  },
  {
    id: 'loosen-limits',
    words: 'Weight-bearing status, precautions, vital-sign limits',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['prescriptions.save-draft', 'patients.change-condition-status'],
    note: 'A therapist may always tighten: record a comorbidity, treat with less, call a visit off, raise a red flag, which stops treatment.',
  },
  {
    id: 'certify',
    words: 'Certify and recertify the plan of care',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['prescriptions.sign'],
  },
  {
    id: 'plan-of-care',
    words: 'Write the plan of care within the prescription',
    cells: cells('Y', 'Y', 'N', 'N', 'N'),
    does: ['compliance.record-plan-sending'],
  },
  {
    id: 'treat',
    words: 'Exercise, manual therapy, gait training, permitted modalities',
    cells: cells('NA', 'Y', 'N', 'N'),
    does: ['sessions.save-draft', 'sessions.sign'],
  },
  {
    id: 'progress-dose',
    words: 'Progress the dose inside the prescription’s limits',
    cells: cells('Y', 'Y', 'N', 'N'),
    does: ['sessions.save-draft'],
    by: { physiatrist: ['prescriptions.sign'] },
  },
  {
    id: 'contraindicated',
    words: 'Use an intervention that the prescription marks contraindicated',
    cells: cells('N', 'N', 'N', 'N'),
    does: ['sessions.sign'],
    byState: true,
    note: 'Nobody does without a new signed version; the gate and the signature both refuse it.',
  },
  {
    id: 'measure',
    words: 'Measure outcomes, range of motion, strength',
    cells: cells('Y', 'Y', 'N', 'report'),
    does: ['outcomes.enter-scores'],
  },
  {
    id: 'notes',
    words: 'Write the treatment note, progress report, discharge note',
    cells: cells('V', 'Y', 'N', 'N'),
    does: ['sessions.sign', 'sessions.sign-progress-report', 'compliance.sign-discharge-note'],
    views: ['sessions.list-of-episode', 'sessions.list-progress-reports'],
  },
  {
    id: 'raise-flag',
    words: 'Raise a red flag or a safety hold',
    cells: cells('Y', 'Y', 'report', 'report'),
    does: ['sessions.raise-red-flag'],
    by: {
      administrator: ['sessions.report-danger-sign', 'intake.create-request'],
      patient: ['intake.submit-request'],
    },
  },
  {
    id: 'clear-hold',
    words: 'Clear a safety hold',
    cells: cells('Y', 'N', 'N', 'N'),
    does: ['sessions.close-hold', 'sessions.acknowledge-hold'],
  },
  {
    id: 'see-notes',
    words: 'See clinical notes',
    cells: cells('Y', 'Y', 'N', 'own'),
    does: ['evaluations.list', 'sessions.list-of-episode', 'orders.list', 'medications.list'],
    note: 'Of their own care team only; what is not theirs is not found.',
  },
  {
    id: 'see-verdict',
    words: 'See the response verdict',
    cells: cells('Y', 'Y', 'N', 'N'),
    does: ['oversight.get-board', 'oversight.get-review', 'oversight.list-verdicts'],
  },
];

export interface ScopeDeviation {
  act: string;
  column: ScopeColumn;
  endpoint: string;
  kind: 'stricter' | 'wider';
  why: string;
}

/** Where Tandem decides otherwise than the table, and why: shown with the table, and the test holds them to it. */
export const SCOPE_DEVIATIONS: readonly ScopeDeviation[] = [
  {
    act: 'register',
    column: 'administrator',
    endpoint: 'sessions.plan',
    kind: 'stricter',
    why: 'A session is a clinical row: the care team books it, administrators see identity, teams and requests.',
  },
  ...(['physiatrist', 'physical-therapist'] as const).map((column) => ({
    act: 'register',
    column,
    endpoint: 'intake.accept-request',
    kind: 'stricter' as const,
    why: 'Clinicians write the request; matching it to a patient and opening the episode is the administrator’s.',
  })),
  {
    act: 'register',
    column: 'physical-therapist-assistant',
    endpoint: 'intake.accept-request',
    kind: 'stricter',
    why: 'As for the therapist.',
  },
  ...(['sessions.sign-progress-report', 'compliance.sign-discharge-note'] as const).map((endpoint) => ({
    act: 'notes',
    column: 'physical-therapist-assistant' as const,
    endpoint,
    kind: 'stricter' as const,
    why: 'An assistant signs the treatment note, with a co-signature; reports and the discharge are the therapist’s (PR-3).',
  })),
  {
    act: 'notes',
    column: 'physiatrist',
    endpoint: 'compliance.sign-discharge-note',
    kind: 'wider',
    why: 'A clinician signs the discharge note (rules.md 1.5), and a physician is one.',
  },
];

/** Cells whose act has no endpoint: nobody can do it in the software, so nothing is refused or allowed. */
export const SCOPE_WITHOUT_ENDPOINT: readonly { act: string; column: ScopeColumn; why: string }[] = [
  { act: 'measure', column: 'patient', why: 'Patients have no account: they answer on paper or aloud.' },
  { act: 'see-notes', column: 'patient', why: 'Patients have no account: they are given printed documents.' },
];
