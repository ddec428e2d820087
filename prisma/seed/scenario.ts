import type { InjectedMuscle } from '#shared/orders/procedure.ts';
import type { ProcedureKind } from '#shared/orders/procedure-kinds.ts';
import type { TaperStep } from '#shared/prescriptions/model.ts';
import type { BoardState } from '#shared/oversight/board-states.ts';
import type { PayerProfile, Side } from '#shared/patients/model.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { ChangeProposal } from '#shared/prescriptions/change-proposal.ts';
import type { WellsItem } from '#shared/evaluations/wells.ts';
import type { ClinicKey, StaffKey } from './clinics.ts';
import type { Shape } from './curve.ts';
import type { OneSide } from './programme.ts';

export interface ScenarioPerson {
  givenName: string;
  familyName: string;
  sex: 'female' | 'male';
  age: number;
  mrn?: string;
}

/** One signed version and what happens under it. */
export interface PhasePlan {
  startsDaysAgo: number;
  weeks: number;
  perWeek: number;
  /** A frequency that falls by weeks; its first one is `perWeek`, together they are `weeks`. */
  taper?: readonly TaperStep[];
  /** Days after the start; at the latest on the last day of the plan. */
  reEvaluationDay: number;
  /** Share of the visits that are attended. */
  attendance?: number;
  /** How the measures go; one word for all, or by code. */
  course: Shape | ({ rest: Shape } & Record<string, Shape>);
  /** Values that are told exactly, spread evenly over the phase; the first one is the phase's baseline. */
  values?: Record<string, readonly number[]>;
  /** No score is taken later than this. */
  lastScoreDaysAgo?: number;
  /** Visits stop here though the plan goes on. */
  lastVisitDaysAgo?: number;
  /** Interventions of the programme that this first version leaves out. */
  without?: readonly string[];
  /** Ended before its time, with no other version yet. */
  stopped?: { daysAgo: number; reason: string };
  /** Share of home exercise days done. */
  home?: number;
  /** What is different from the version before; the first version has none. */
  change?: {
    kind: 'adjust-dose' | 'change-method';
    why: string;
    expectation: string;
    reason: string;
    edit?: (content: PrescriptionContent) => Partial<PrescriptionContent>;
  };
}

export interface PlannedDecision {
  daysAgo: number;
  kind: 'continue' | 'order' | 'refer' | 'discharge';
  why: string;
  expectation: string;
  /** Days after the decision. */
  reviewInDays: number;
  expects?: { measureCode: string; value: number };
  order?: {
    kind: 'x-ray' | 'mri' | 'emg-ncs' | 'ultrasound';
    indication: string;
    result?: string;
    reading?: string;
  };
  referral?: { specialty: string; surgicalOpinion: boolean; question: string; answer?: string };
}

export interface PlannedInjection {
  daysAgo: number;
  kind?: ProcedureKind;
  display: string;
  site: string;
  level?: string;
  /** Where it is not the episode's. */
  side?: Side;
  agent: string;
  doseMg: number;
  /** Botulinum toxin is counted in units, muscle by muscle. */
  muscles?: readonly InjectedMuscle[];
  dilution?: string;
  guidance: 'ultrasound' | 'fluoroscopy' | 'landmarks';
  lot: string;
  windowDays: number;
  expects: { measureCode: string; change: number };
  restDays: number;
  restriction?: { days: number; words: string };
  complication?: string;
}

/** The story of one patient with one episode. */
export interface Scenario {
  /** Also the seed of everything that is drawn for this patient. */
  key: string;
  programme: string;
  clinic: ClinicKey;
  physiatrist: StaffKey;
  therapist: StaffKey;
  person?: ScenarioPerson;
  side?: OneSide;
  payer?: PayerProfile;
  /** ICD-10-CM codes with words: what proposes precautions. */
  comorbidities?: readonly (readonly [code: string, display: string])[];
  /** Found after the version was signed, which does not decide it yet. */
  learned?: { daysAgo: number; code: string; display: string };
  allergies?: readonly string[];
  medications?: readonly (readonly [name: string, dose: string, frequency: string])[];
  /** The day of the consult, or of the opening when there is none yet. */
  consultDaysAgo: number;
  /** When it began or was operated on; drawn, unless told. */
  onsetDaysBefore?: number;
  stage: 'opened' | 'consulted' | 'treated';
  phases?: readonly PhasePlan[];
  decisions?: readonly PlannedDecision[];
  request?: { daysAgo: number; proposal: ChangeProposal; reason: string; line: string };
  hold?: {
    daysAgo: number;
    code: string;
    level: 'emergency' | 'urgent' | 'prompt';
    note: string;
    /** The physiatrist has read it and awaits something. */
    readAfterMinutes?: number;
    /** Wells items that were found, for a swollen leg. */
    wells?: readonly WellsItem[];
    closedAfterDays?: number;
    closeReason?: string;
    /** Nobody read it within the hour: who was on call. */
    passedOnTo?: StaffKey;
  };
  injection?: PlannedInjection;
  /** Occupational or speech therapist on the team as well. */
  alsoOnTeam?: readonly StaffKey[];
  /** Clock time of today's session. */
  today?: string;
  /** The therapist has not read the newest version yet. */
  unread?: boolean;
  /** A session of the last working day that was held and not signed. */
  unsigned?: boolean;
  /** No progress report has been written lately: one is due. */
  reportDue?: boolean;
  /** A score that was marked as entered in error. */
  mistaken?: boolean;
  closed?: { daysAgo: number; reason: 'goals-met' | 'plateau' | 'patient-choice' | 'moved' };
  /** Where it stands on the board when the demo is loaded. */
  expected: BoardState;
}
