import { z } from 'zod';
import { EnteredInError, ErrorReason } from '#shared/corrections/entered-in-error.ts';
import { EpisodeHeader } from '#shared/patients/episode-header.ts';
import { CLINICAL_ROLES } from '#shared/platform/actor.ts';
import { endpoint, expectedVersion, onEpisode, requiredText } from '#shared/platform/endpoint.ts';
import { AllergyId, InrReadingId, MedicationOrderId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { KnownInr } from '#shared/prescriptions/inr.ts';
import { InrReading, NewInr } from './inr-reading.ts';
import { ListedMedication, MedicationChange, NewMedication } from './model.ts';

const onMedication = onEpisode.extend({ medicationOrderId: MedicationOrderId });
const version = z.object({ version: z.number().int() });

const PHYSIATRIST = ['physiatrist'] as const;

export const medicationsApi = {
  list: endpoint({
    id: 'medications.list',
    method: 'GET',
    path: '/api/episodes/:episodeId/medications',
    summary: 'Medications of a patient with their history, the allergies, and the precautions in force',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    response: z.object({
      header: EpisodeHeader,
      medications: z.array(ListedMedication),
      allergies: z.array(
        z.object({
          allergyId: AllergyId,
          substance: z.string(),
          reaction: z.string().nullable(),
          severity: z.string().nullable(),
        }),
      ),
      /** What the version in force says to be careful about; null while none is. */
      inForce: z.object({ versionNumber: z.number().int(), precautions: z.array(z.string()) }).nullable(),
      /** The INR that counts today, and what was entered, the latest blood test first. */
      inr: z.object({ latest: KnownInr.nullable(), readings: z.array(InrReading) }),
    }),
  }),
  order: endpoint({
    id: 'medications.order',
    method: 'POST',
    path: '/api/episodes/:episodeId/medications',
    summary: 'Order a medication; refused while an allergy or a duplicate has no written reason',
    permission: PHYSIATRIST,
    params: onEpisode,
    body: NewMedication,
    response: z.object({ medicationOrderId: MedicationOrderId }),
    errors: ['episode-closed'],
    idempotent: true,
  }),
  change: endpoint({
    id: 'medications.change',
    method: 'POST',
    path: '/api/episodes/:episodeId/medications/:medicationOrderId/change',
    summary: 'Change dose, route, frequency or end of a medication, with the reason',
    permission: PHYSIATRIST,
    params: onMedication,
    body: MedicationChange.extend({ expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  stop: endpoint({
    id: 'medications.stop',
    method: 'POST',
    path: '/api/episodes/:episodeId/medications/:medicationOrderId/stop',
    summary: 'Stop a medication, with the reason',
    permission: PHYSIATRIST,
    params: onMedication,
    body: z.object({ stoppedOn: PlainDate, why: requiredText(300, 'Why it is stopped'), expectedVersion }),
    response: version,
    errors: ['stale-version', 'conflict'],
  }),
  enterInr: endpoint({
    id: 'medications.enter-inr',
    method: 'POST',
    path: '/api/episodes/:episodeId/inr',
    summary: 'Enter an INR that came without a visit or a report, with the day of its blood test',
    permission: CLINICAL_ROLES,
    params: onEpisode,
    body: NewInr,
    response: z.object({ inrReadingId: InrReadingId }),
    idempotent: true,
  }),
  markInrError: endpoint({
    id: 'medications.mark-inr-error',
    method: 'POST',
    path: '/api/episodes/:episodeId/inr/:inrReadingId/error',
    summary: 'Mark an INR as entered in error: it stays readable, and the latest one that is left counts',
    permission: CLINICAL_ROLES,
    params: onEpisode.extend({ inrReadingId: InrReadingId }),
    body: z.object({ reason: ErrorReason }),
    response: EnteredInError,
    errors: ['conflict'],
  }),
};
