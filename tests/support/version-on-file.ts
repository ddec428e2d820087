import { addDays } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { TestClinic } from './a-clinic.ts';

interface VersionOnFile {
  patientId: string;
  episodeId: string;
  prescriptionId: string;
  content: PrescriptionContent;
  versionNumber?: number;
  /** What the schedule buys unless told otherwise. */
  visitsPrescribed?: number | undefined;
  /** The afternoon of its first day unless told otherwise. */
  signedAt?: string;
}

/** Puts a version into force as the tables' owner, with its rows, for tests that are about what follows from it. */
export async function aVersionOnFile(clinic: TestClinic, version: VersionOnFile): Promise<void> {
  const { patientId, episodeId, prescriptionId, content, versionNumber = 1 } = version;
  const { organizationId, staff } = clinic;
  const { startsOn, frequencyPerWeek, durationWeeks, reEvaluationOn } = content;
  await clinic.rows(
    `insert into prescription (organization_id, id, patient_id, episode_id, version_number, reason, signed_by_id, signed_at,
                               starts_on, ends_on, frequency_per_week, duration_weeks, visits_prescribed, re_evaluation_on,
                               opens_phase, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, $15)`,
    [
      organizationId,
      prescriptionId,
      patientId,
      episodeId,
      versionNumber,
      versionNumber === 1 ? null : 'Not enough change',
      staff.physiatrist.id,
      version.signedAt ?? `${startsOn}T16:00:00Z`,
      startsOn,
      addDays(startsOn, durationWeeks * 7 - 1),
      frequencyPerWeek,
      durationWeeks,
      version.visitsPrescribed ?? frequencyPerWeek * durationWeeks,
      reEvaluationOn,
      JSON.stringify(content),
    ],
  );
  await insertParts(clinic, patientId, prescriptionId, content);
}

async function insertParts(
  clinic: TestClinic,
  patientId: string,
  prescriptionId: string,
  content: PrescriptionContent,
): Promise<void> {
  const common = [clinic.organizationId, patientId, prescriptionId] as const;
  await clinic.rows(
    `insert into permitted_intervention (organization_id, id, patient_id, prescription_id, position, code, name, authority, bounds)
     select $1, gen_random_uuid(), $2, $3, 0, code, name, authority, bounds
       from jsonb_to_recordset($4) as r(code text, name text, authority text, bounds jsonb)`,
    [...common, JSON.stringify(content.interventions)],
  );
  await clinic.rows(
    `insert into prescribed_measure (organization_id, id, patient_id, prescription_id, measure_code, side, role, every_days)
     select $1, gen_random_uuid(), $2, $3, "measureCode", side, role, "everyDays"
       from jsonb_to_recordset($4) as r("measureCode" text, side text, role text, "everyDays" int)`,
    [...common, JSON.stringify(content.measures)],
  );
  await clinic.rows(
    `insert into goal (organization_id, id, patient_id, prescription_id, position, description, measure_code, side, target, target_on)
     select $1, gen_random_uuid(), $2, $3, 0, description, "measureCode", side, target, "targetOn"
       from jsonb_to_recordset($4) as r(description text, "measureCode" text, side text, target float8, "targetOn" date)`,
    [...common, JSON.stringify(content.goals)],
  );
}
