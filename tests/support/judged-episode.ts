import { randomUUID } from 'node:crypto';
import { RED_FLAG_CODES } from '#shared/sessions/red-flags.ts';
import { emptyPrescription } from '#shared/prescriptions/model.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';
import type { EpisodeDetails } from './clinic-patients.ts';
import { anEvaluationOnFile } from './evaluation-on-file.ts';
import { aVersionOnFile } from './version-on-file.ts';

interface JudgedDetails extends Pick<EpisodeDetails<PersonName>, 'team' | 'patient'> {
  /** Day of the phase to ODI value; the phase began `days` ago. */
  odi: Record<number, number>;
  days: number;
  /** Days of the phase with a completed session; twice a week unless told. */
  visitDays?: number[];
}

const twiceAWeek = (days: number): number[] =>
  Array.from({ length: Math.floor(days / 3.5) + 1 }, (_, n) => Math.floor(n * 3.5));

/** An episode with a signed consult, version 1 in force, sessions and ODI scores, judged as it stands today. */
export async function aJudgedEpisode(
  clinic: TestClinic,
  { odi, days, visitDays = twiceAWeek(days), ...who }: JudgedDetails,
) {
  const { episodeId, patientId } = await clinic.anEpisode(who);
  const { organizationId, clinicId, staff } = clinic;
  const prescriptionId = randomUUID();
  const signedAt = `${clinic.day(-days - 1)}T15:00:00Z`;
  await anEvaluationOnFile(clinic, episodeId, { on: clinic.day(-days - 2), signedAt });
  await aVersionOnFile(clinic, {
    patientId,
    episodeId,
    prescriptionId,
    signedAt,
    content: {
      ...emptyPrescription(RED_FLAG_CODES),
      frequencyPerWeek: 2,
      durationWeeks: 12,
      startsOn: clinic.day(-days),
      reEvaluationOn: clinic.day(70 - days),
      goals: [],
      measures: [
        { measureCode: 'odi', side: null, role: 'primary', everyDays: 14, mdcTag: null, mcidTag: null },
      ],
    },
  });
  const run = (sql: string, ...values: unknown[]) =>
    clinic.rows(sql, [organizationId, patientId, episodeId, ...values]);
  for (const visit of visitDays) {
    const date = clinic.day(visit - days);
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
  for (const [day, value] of Object.entries(odi)) {
    const date = clinic.day(Number(day) - days);
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
