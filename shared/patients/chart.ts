import { z } from 'zod';
import { EnteredInError } from '#shared/corrections/entered-in-error.ts';
import { ComplianceFacts } from '#shared/compliance/model.ts';
import { StaffRole } from '#shared/platform/actor.ts';
import {
  AllergyId,
  CareRequestId,
  CareTeamMemberId,
  ClinicId,
  ConditionId,
  EpisodeId,
  HistoryFactId,
  MedicationOrderId,
  PatientId,
  StaffMemberId,
} from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { HistoryFactWords } from './history-fact.ts';
import { PayerProfile, Sex, Side } from './model.ts';
import { Onset } from './onset.ts';
import { OutsideSpecialist } from './outside-specialist.ts';

/** One line of a patient list: enough to tell two people of the same name apart. */
export const PatientRow = z.object({
  patientId: PatientId,
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  clinicName: z.string(),
  deceasedOn: PlainDate.nullable(),
  openEpisodes: z.array(z.object({ episodeId: EpisodeId, concern: z.string() })),
});
export type PatientRow = z.infer<typeof PatientRow>;

/** Identity and contact as stored, with the version to send back when changing them. */
export const PatientIdentityOnFile = z.object({
  patientId: PatientId,
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: PlainDate,
  sex: Sex,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  language: z.string().nullable(),
  deceasedOn: PlainDate.nullable(),
  clinicId: ClinicId,
  clinicName: z.string(),
  synthetic: z.boolean(),
  source: z.string(),
  version: z.number().int(),
});
export type PatientIdentityOnFile = z.infer<typeof PatientIdentityOnFile>;

export const ChartEpisode = z.object({
  episodeId: EpisodeId,
  concern: z.string(),
  bodyRegion: z.string(),
  side: Side.nullable(),
  onsetOn: PlainDate.nullable(),
  status: z.enum(['open', 'closed']),
  openedOn: PlainDate,
  closedOn: PlainDate.nullable(),
  closeReason: z.string().nullable(),
  payerProfile: PayerProfile,
  clinicName: z.string(),
  version: z.number().int(),
});
export type ChartEpisode = z.infer<typeof ChartEpisode>;

/** Who wrote a fact down, when, and what became of it. */
const factOrigin = {
  status: z.string(),
  statusReason: z.string().nullable(),
  recordedById: StaffMemberId.nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
  source: z.string(),
  version: z.number().int(),
  enteredInError: EnteredInError.nullish(),
};

export const ChartCondition = z.object({
  conditionId: ConditionId,
  episodeId: EpisodeId.nullable(),
  category: z.enum(['comorbidity', 'diagnosis']),
  code: z.string(),
  codeSystem: z.string(),
  display: z.string(),
  side: z.string().nullable(),
  onsetOn: PlainDate.nullable(),
  abatedOn: PlainDate.nullable(),
  isPrimary: z.boolean(),
  isOld: z.boolean().optional(),
  ...factOrigin,
});
export type ChartCondition = z.infer<typeof ChartCondition>;

export const ChartAllergy = z.object({
  allergyId: AllergyId,
  substance: z.string(),
  reaction: z.string().nullable(),
  severity: z.string().nullable(),
  ...factOrigin,
});
export type ChartAllergy = z.infer<typeof ChartAllergy>;

export const ChartMedication = z.object({
  medicationOrderId: MedicationOrderId,
  name: z.string(),
  dose: z.string().nullable(),
  frequency: z.string().nullable(),
  reason: z.string().nullable(),
  startedOn: PlainDate.nullable(),
  stoppedOn: PlainDate.nullable(),
  ...factOrigin,
});
export type ChartMedication = z.infer<typeof ChartMedication>;

/** What is no coded condition: surgery, injuries, therapy before, work, home. */
export const ChartHistoryFact = HistoryFactWords.extend({
  ...factOrigin,
  /** The struck-out entry that this one takes the place of. */
  correctsId: HistoryFactId.nullish(),
});
export type ChartHistoryFact = z.infer<typeof ChartHistoryFact>;

/** The last signed evaluation in which a list was read with the patient. */
const LastReview = z.object({ on: PlainDate, by: z.string(), signedAt: z.string() });
export type LastReview = z.infer<typeof LastReview>;

const ChartRequest = z.object({
  careRequestId: CareRequestId,
  reference: z.string(),
  createdAt: z.string(),
  concern: z.string(),
  narrative: z.string().nullable(),
  status: z.string(),
});

export const ChartTeamMember = z.object({
  careTeamMemberId: CareTeamMemberId,
  staffMemberId: StaffMemberId,
  name: z.string(),
  staffRole: StaffRole,
  role: z.string(),
  kind: z.string(),
  validTo: z.string().nullable(),
});
export type ChartTeamMember = z.infer<typeof ChartTeamMember>;

export const PatientChart = z.object({
  patient: PatientIdentityOnFile,
  /** The day at the patient's clinic: what forms about the chart offer, as the server asks. */
  today: PlainDate,
  identifiers: z.array(z.object({ system: z.string(), value: z.string() })),
  /** False for administrators: conditions, allergies, medications and history are then not sent. */
  clinical: z.boolean(),
  /** `compliance`: what the payer's rules look at; null where it asks for nothing. */
  /** `onsetOn` is as registered; `onset` is the answer that the record gives. */
  episodes: z.array(
    ChartEpisode.extend({
      onset: Onset.nullable(),
      today: PlainDate,
      compliance: ComplianceFacts.nullable(),
      /** The version in force, and whether the reader has marked it as read; null for who may not read prescriptions. */
      prescription: z
        .object({
          versionNumber: z.number().int(),
          startsOn: PlainDate,
          endsOn: PlainDate,
          signedBy: z.string(),
          acknowledged: z.boolean(),
        })
        .nullish(),
    }),
  ),
  conditions: z.array(ChartCondition),
  allergies: z.array(ChartAllergy),
  medications: z.array(ChartMedication),
  historyFacts: z.array(ChartHistoryFact),
  reviews: z.object({
    history: LastReview.nullable(),
    comorbidities: LastReview.nullable(),
    medications: LastReview.nullable(),
    allergies: LastReview.nullable(),
  }),
  /** Everybody with access at this moment. */
  team: z.array(ChartTeamMember),
  /** Outside, by an accepted referral: part of the care, without access. */
  outside: z.array(OutsideSpecialist),
  requests: z.array(ChartRequest),
  history: z.object({
    encounters: z.number().int(),
    scores: z.number().int(),
    observations: z.number().int(),
    procedures: z.number().int(),
  }),
});
export type PatientChart = z.infer<typeof PatientChart>;

/** One thing that came with an import. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
