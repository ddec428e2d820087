import { z } from 'zod';
import { ErrorReason } from '#shared/corrections/entered-in-error.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, pageQuery, requiredText, text } from '#shared/platform/endpoint.ts';
import {
  AllergyId,
  ConditionId,
  EpisodeId,
  HistoryFactId,
  MedicationOrderId,
  PatientId,
} from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { ChartEpisode, HistoryEntry, PatientChart, PatientIdentityOnFile, PatientRow } from './chart.ts';
import { isIcd10Shaped, normalizeIcd10 } from './code-systems.ts';
import { NewHistoryFact } from './history-fact.ts';
import { blankable, PatientIdentity } from './identity.ts';
import {
  ALLERGY_SEVERITIES,
  BodyRegion,
  CONDITION_STATUSES,
  MEDICATION_STATUSES,
  PayerProfile,
  Side,
} from './model.ts';

const onPatient = z.object({ patientId: PatientId });

const icd10Code = text(12)
  .transform(normalizeIcd10)
  .refine(isIcd10Shaped, { error: 'Write an ICD-10-CM code such as E11.9 or M54.16.' });

const statusReason = blankable(300);

export const patientsApi = {
  search: endpoint({
    id: 'patients.search',
    method: 'GET',
    path: '/api/patients',
    summary: 'Patients by name, birth date or record number; for clinicians those of their care teams',
    permission: 'signed-in',
    query: z.object({ search: text(120).default(''), ...pageQuery }),
    response: z.object({ patients: z.array(PatientRow), nextCursor: z.string().nullable() }),
  }),
  chart: endpoint({
    id: 'patients.get-chart',
    method: 'GET',
    path: '/api/patients/:patientId',
    summary: 'The chart: identity, episodes, conditions, allergies, medications, care team',
    permission: 'signed-in',
    params: onPatient,
    response: PatientChart,
  }),
  history: endpoint({
    id: 'patients.list-history',
    method: 'GET',
    path: '/api/patients/:patientId/history',
    summary: 'What an import brought: visits elsewhere, measured values or procedures, newest first',
    permission: CLINICAL_ROLES,
    params: onPatient,
    query: z.object({ kind: z.enum(['encounters', 'scores', 'observations', 'procedures']), ...pageQuery }),
    response: z.object({ entries: z.array(HistoryEntry), nextCursor: z.string().nullable() }),
  }),
  changeIdentity: endpoint({
    id: 'patients.change-identity',
    method: 'PUT',
    path: '/api/patients/:patientId',
    summary: 'Correct name, birth date, contact',
    permission: 'signed-in',
    params: onPatient,
    body: PatientIdentity.extend({ expectedVersion }),
    response: PatientIdentityOnFile,
    errors: ['stale-version'],
  }),
  changeEpisode: endpoint({
    id: 'patients.change-episode',
    method: 'PUT',
    path: '/api/episodes/:episodeId',
    summary: 'Correct what an episode is about, or its payer profile',
    permission: ['physiatrist', 'administrator'],
    params: z.object({ episodeId: EpisodeId }),
    body: z.object({
      concern: requiredText(200, 'The concern'),
      bodyRegion: BodyRegion,
      side: Side.nullable(),
      onsetOn: PlainDate.nullable(),
      payerProfile: PayerProfile,
      expectedVersion,
    }),
    response: ChartEpisode,
    errors: ['stale-version', 'episode-closed'],
  }),
  addCondition: endpoint({
    id: 'patients.add-condition',
    method: 'POST',
    path: '/api/patients/:patientId/conditions',
    summary: 'Record a comorbidity or a diagnosis by its ICD-10-CM code',
    permission: CLINICAL_ROLES,
    params: onPatient,
    body: z.object({
      category: z.enum(['comorbidity', 'diagnosis']),
      code: icd10Code,
      display: requiredText(200, 'What the code means'),
      side: Side.nullable().default(null),
      onsetOn: PlainDate.nullable().default(null),
    }),
    response: z.object({ conditionId: ConditionId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  changeConditionStatus: endpoint({
    id: 'patients.change-condition-status',
    method: 'POST',
    path: '/api/patients/:patientId/conditions/:conditionId/status',
    summary: 'Resolve a condition, make it active again, or mark it as entered in error',
    permission: CLINICAL_ROLES,
    params: onPatient.extend({ conditionId: ConditionId }),
    body: z.object({
      status: z.enum(CONDITION_STATUSES),
      reason: statusReason,
      abatedOn: PlainDate.nullable().default(null),
      expectedVersion,
    }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'conflict'],
  }),
  addAllergy: endpoint({
    id: 'patients.add-allergy',
    method: 'POST',
    path: '/api/patients/:patientId/allergies',
    summary: 'Record an allergy',
    permission: CLINICAL_ROLES,
    params: onPatient,
    body: z.object({
      substance: requiredText(200, 'The substance'),
      reaction: blankable(200),
      severity: z.enum(ALLERGY_SEVERITIES).nullable().default(null),
    }),
    response: z.object({ allergyId: AllergyId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  changeAllergyStatus: endpoint({
    id: 'patients.change-allergy-status',
    method: 'POST',
    path: '/api/patients/:patientId/allergies/:allergyId/status',
    summary: 'Resolve an allergy, make it active again, or mark it as entered in error',
    permission: CLINICAL_ROLES,
    params: onPatient.extend({ allergyId: AllergyId }),
    body: z.object({ status: z.enum(CONDITION_STATUSES), reason: statusReason, expectedVersion }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'conflict'],
  }),
  addHistoryFact: endpoint({
    id: 'patients.add-history-fact',
    method: 'POST',
    path: '/api/patients/:patientId/history-facts',
    summary: 'Record surgery, an injury, therapy before, work or what matters at home, with its date',
    permission: CLINICAL_ROLES,
    params: onPatient,
    body: NewHistoryFact,
    response: z.object({ historyFactId: HistoryFactId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  changeHistoryFactStatus: endpoint({
    id: 'patients.change-history-fact-status',
    method: 'POST',
    path: '/api/patients/:patientId/history-facts/:historyFactId/status',
    summary: 'Note that a history fact no longer holds, holds again, or was entered in error',
    permission: CLINICAL_ROLES,
    params: onPatient.extend({ historyFactId: HistoryFactId }),
    body: z.object({
      status: z.enum(CONDITION_STATUSES),
      reason: statusReason,
      endedOn: PlainDate.nullable().default(null),
      expectedVersion,
    }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'conflict'],
  }),
  correctHistoryFact: endpoint({
    id: 'patients.correct-history-fact',
    method: 'POST',
    path: '/api/patients/:patientId/history-facts/:historyFactId/correction',
    summary: 'Put right what was written of the history: the entry is struck out, and a new one names it',
    permission: CLINICAL_ROLES,
    params: onPatient.extend({ historyFactId: HistoryFactId }),
    body: z.object({ fact: NewHistoryFact, reason: ErrorReason, expectedVersion }),
    response: z.object({ historyFactId: HistoryFactId }),
    errors: ['stale-version', 'conflict'],
    idempotent: true,
  }),
  addMedication: endpoint({
    id: 'patients.add-medication',
    method: 'POST',
    path: '/api/patients/:patientId/medications',
    summary: 'Write down a medication the patient says they take',
    permission: CLINICAL_ROLES,
    params: onPatient,
    body: z.object({
      name: requiredText(200, 'The medication'),
      dose: blankable(100),
      frequency: blankable(100),
      reason: blankable(200),
      startedOn: PlainDate.nullable().default(null),
    }),
    response: z.object({ medicationOrderId: MedicationOrderId }),
    errors: ['conflict'],
    idempotent: true,
  }),
  changeMedicationStatus: endpoint({
    id: 'patients.change-medication-status',
    method: 'POST',
    path: '/api/patients/:patientId/medications/:medicationOrderId/status',
    summary: 'Note that a medication was stopped, is taken again, or was entered in error',
    permission: CLINICAL_ROLES,
    params: onPatient.extend({ medicationOrderId: MedicationOrderId }),
    body: z.object({
      status: z.enum(MEDICATION_STATUSES),
      reason: statusReason,
      stoppedOn: PlainDate.nullable().default(null),
      expectedVersion,
    }),
    response: z.object({ version: z.number().int() }),
    errors: ['stale-version', 'conflict'],
  }),
};
