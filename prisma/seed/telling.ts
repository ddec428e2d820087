import type { PlainDate } from '#shared/platform/time.ts';
import type { Dose, PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { Calendar } from './calendar.ts';
import type { OneSide, Programme } from './programme.ts';
import type { Random } from './random.ts';
import type { PhasePlan, Scenario } from './scenario.ts';
import type { Visit } from './visits.ts';

/** A patient who is being told: ids, names and what has been drawn so far. */
export interface Telling {
  scenario: Scenario;
  programme: Programme;
  calendar: Calendar;
  random: Random;
  side: OneSide;
  onsetOn: PlainDate;
  patientId: string;
  episodeId: string;
  conditionId: string;
  /** Clock time of this patient's visits. */
  slot: string;
  mrn: string;
  person: { givenName: string; familyName: string; sex: 'female' | 'male'; birthDate: PlainDate };
  contact: { address: string; phone: string };
  sideOf: (measureCode: string) => OneSide | null;
}

/** A signed version as the following moments refer to it. */
export interface Version {
  prescriptionId: string;
  number: number;
  startsOn: PlainDate;
  content: PrescriptionContent;
}

/** Told so far: what the next phase starts from. */
export interface Progress {
  versions: Version[];
  last: Map<string, number>;
  lastDoses: Map<string, Dose>;
  visits: number;
  previousVisit: PlainDate | undefined;
  /** Treatment dates since the last progress report. */
  sinceReport: PlainDate[];
  reportedOn?: PlainDate;
  /** Pain as last scored. */
  painNow?: number;
}

/** One phase of the course, as its moments are told. */
export interface ToldPhase {
  version: Version;
  phase: PhasePlan;
  baselines: readonly { measureCode: string; value: number }[];
  visits: readonly Visit[];
  progress: Progress;
}
