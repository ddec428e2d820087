import { randomUUID } from 'node:crypto';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { addDays } from '#shared/platform/time.ts';
import { prescriptionsApi, type SignedVersion } from '#shared/prescriptions/contract.ts';
import { emptyPrescription, type PrescriptionContent } from '#shared/prescriptions/model.ts';
import { RED_FLAG_CODES } from '#shared/sessions/red-flags.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';
import { anEvaluationOnFile } from './evaluation-on-file.ts';

/** A prescription with every element that signing asks for, starting on `startsOn`: 3 a week for 6 weeks. */
export function aCompletePrescription(
  startsOn: string,
  changes: Partial<PrescriptionContent> = {},
): PrescriptionContent {
  return {
    ...emptyPrescription(RED_FLAG_CODES),
    diagnoses: [{ conditionId: null, code: 'M54.16', display: 'Radiculopathy, lumbar region', side: 'left' }],
    onsetOn: addDays(startsOn, -60),
    noPrecautionsKnown: true,
    weightBearing: [{ limb: 'left-leg', status: 'WBAT', percent: null, until: null }],
    frequencyPerWeek: 3,
    durationWeeks: 6,
    startsOn: addDays(startsOn, 0),
    reEvaluationOn: addDays(startsOn, 28),
    interventions: [
      {
        code: 'lumbar-traction',
        name: 'Lumbar traction',
        authority: 'ask',
        bounds: [
          { parameter: 'tractionKg', min: 6, max: 10 },
          { parameter: 'minutes', min: null, max: 15 },
        ],
        rationale: null,
      },
      {
        code: 'stabilisation',
        name: 'Trunk stabilisation',
        authority: 'free',
        bounds: [],
        rationale: null,
      },
      {
        code: 'walking-treadmill',
        name: 'Walking, treadmill',
        authority: 'notify',
        bounds: [{ parameter: 'minutes', min: 20, max: 30 }],
        rationale: null,
      },
    ],
    goals: [
      {
        description: 'Sits through a meeting of an hour',
        measureCode: 'odi',
        side: null,
        target: 20,
        targetOn: addDays(startsOn, 41),
      },
    ],
    measures: [
      { measureCode: 'odi', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null },
      { measureCode: 'nprs', side: null, role: 'primary', everyDays: 7, mdcTag: null, mcidTag: null },
    ],
    vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
    ...changes,
  };
}

interface PrescriptionDetails {
  by?: PersonName;
  content?: PrescriptionContent;
  /** Why the version before it is changed; the first one needs none. */
  reason?: string | null;
}

/** A consult signed just now: what a first prescription needs. */
export const aSignedConsult = (clinic: TestClinic, episodeId: EpisodeId): Promise<void> =>
  anEvaluationOnFile(clinic, episodeId, { signedAt: clinic.clock.now().toISOString() });

/** Begins (or takes up) the draft and saves the content; answers the version to sign. */
export async function aPrescriptionDraft(
  clinic: TestClinic,
  episodeId: EpisodeId,
  { by = 'physiatrist', content = aCompletePrescription(clinic.today()) }: PrescriptionDetails = {},
): Promise<{ version: number }> {
  const begun = await clinic.as(by).call(prescriptionsApi.beginDraft, { params: { episodeId } });
  const saved = await clinic.as(by).call(prescriptionsApi.saveDraft, {
    params: { episodeId },
    body: { content, expectedVersion: begun.body.version },
  });
  return { version: saved.body.version };
}

/** Signs a prescription for an episode with a signed consult: complete unless told otherwise. */
export async function aPrescription(
  clinic: TestClinic,
  episodeId: EpisodeId,
  details: PrescriptionDetails = {},
): Promise<SignedVersion> {
  const { version } = await aPrescriptionDraft(clinic, episodeId, details);
  const signed = await clinic.as(details.by ?? 'physiatrist').call(prescriptionsApi.sign, {
    params: { episodeId },
    body: { expectedVersion: version, reason: details.reason ?? null, certifiesPlan: true },
  });
  return signed.body;
}

/** Codes a comorbidity of the patient, as the owner. */
export async function aComorbidity(
  clinic: TestClinic,
  patientId: string,
  { code, display = code }: { code: string; display?: string },
): Promise<void> {
  await clinic.rows(
    `insert into condition (organization_id, id, patient_id, category, code, code_system, display)
     values ($1, $2, $3, 'comorbidity', $4, 'http://hl7.org/fhir/sid/icd-10-cm', $5)`,
    [clinic.organizationId, randomUUID(), patientId, code, display],
  );
}
