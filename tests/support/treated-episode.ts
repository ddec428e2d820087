import { randomUUID } from 'node:crypto';
import { RED_FLAG_CODES } from '#shared/sessions/red-flags.ts';
import { emptyPrescription } from '#shared/prescriptions/model.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { TestClinic } from './a-clinic.ts';

interface TreatedEpisode {
  /** Day of the phase to ODI value; the phase began `days` ago. */
  odi: Record<number, number>;
  days: number;
  /** Days of the phase with a completed session; twice a week unless told. */
  visitDays?: number[];
  team?: Parameters<TestClinic['anEpisode']>[0] extends infer D
    ? D extends { team?: infer T }
      ? T
      : never
    : never;
  patient?: { familyName: string; givenName: string };
}

const twiceAWeek = (days: number): number[] =>
  Array.from({ length: Math.floor(days / 3.5) + 1 }, (_, n) => Math.floor(n * 3.5));

/** An episode with a signed consult, version 1 in force, sessions and ODI scores, judged as it stands today. */
export async function aTreatedEpisode(clinic: TestClinic, details: TreatedEpisode) {
  const { episodeId, patientId } = await clinic.anEpisode({
    ...(details.team ? { team: details.team } : {}),
    ...(details.patient ? { patient: details.patient } : {}),
  });
  const { organizationId, clinicId, staff } = clinic;
  const start = clinic.day(-details.days);
  const prescriptionId = randomUUID();
  const signedAt = `${clinic.day(-details.days - 1)}T15:00:00Z`;
  const run = (sql: string, ...values: unknown[]) =>
    clinic.rows(sql, [organizationId, patientId, episodeId, ...values]);
  await run(
    `insert into evaluation (organization_id, id, patient_id, episode_id, author_id, kind, evaluated_on, content, status, signed_at, signed_by_id)
     values ($1, gen_random_uuid(), $2, $3, $4, 'consult', $5, '{}', 'signed', $6, $4)`,
    staff.physiatrist.id,
    clinic.day(-details.days - 2),
    signedAt,
  );
  const content = {
    ...emptyPrescription(RED_FLAG_CODES),
    frequencyPerWeek: 2,
    durationWeeks: 12,
    startsOn: start,
    reEvaluationOn: clinic.day(70 - details.days),
  };
  await run(
    `insert into prescription (organization_id, id, patient_id, episode_id, version_number, signed_by_id, signed_at, starts_on, ends_on,
       frequency_per_week, duration_weeks, visits_prescribed, re_evaluation_on, opens_phase, content)
     values ($1, $4, $2, $3, 1, $5, $6, $7, $8, 2, 12, 24, $9, true, $10)`,
    prescriptionId,
    staff.physiatrist.id,
    signedAt,
    start,
    clinic.day(83 - details.days),
    clinic.day(70 - details.days),
    JSON.stringify(content),
  );
  await run(
    `insert into prescribed_measure (organization_id, id, patient_id, prescription_id, measure_code, role, every_days)
     select $1, gen_random_uuid(), $2, $4, 'odi', 'primary', 14 where $3::uuid is not null`,
    prescriptionId,
  );
  for (const visit of details.visitDays ?? twiceAWeek(details.days)) {
    const date = clinic.day(visit - details.days);
    await run(
      `insert into session (organization_id, id, patient_id, episode_id, clinic_id, prescription_id, therapist_id, scheduled_at, ends_at,
         session_date, status, signed_at, signed_by_id)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz + interval '45 minutes', $8, 'completed', $7::timestamptz, $6)`,
      clinicId,
      prescriptionId,
      staff.therapist.id,
      `${date}T15:00:00Z`,
      date,
    );
  }
  for (const [day, value] of Object.entries(details.odi)) {
    const date = clinic.day(Number(day) - details.days);
    await run(
      `insert into outcome_score (organization_id, id, patient_id, episode_id, measure_code, value, measured_on, recorded_at, source)
       values ($1, gen_random_uuid(), $2, $3, 'odi', $4, $5, $6, 'entry')`,
      value,
      date,
      `${date}T16:00:00Z`,
    );
  }
  const episode = {
    episodeId,
    patientId,
    prescriptionId,
    refresh: () => judge(clinic, episodeId, patientId),
  };
  await episode.refresh();
  return episode;
}

async function judge(clinic: TestClinic, episodeId: string, patientId: string): Promise<void> {
  const ctx = clinic.systemContext(patientId);
  await inTransaction(ctx, (tx) => refreshEpisode(tx, ctx, episodeId));
}
