import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { TestClinic } from './a-clinic.ts';
import {
  aSignedSession,
  aTreatedEpisode,
  type TreatedDetails,
  type TreatedEpisode,
} from './sessions-factory.ts';

/** A Medicare episode with one signed session on each of `days` ago, the earliest first. */
export async function aMedicareEpisode(
  clinic: TestClinic,
  { days, ...details }: TreatedDetails & { days: readonly number[] },
): Promise<TreatedEpisode> {
  const prescription: Partial<PrescriptionContent> = { durationWeeks: 12, ...details.prescription };
  const episode = await aTreatedEpisode(clinic, {
    startsIn: -30,
    ...details,
    prescription,
    payerProfile: 'medicare_part_b',
  });
  for (const daysAgo of [...days].sort((a, b) => b - a)) await aSignedSession(clinic, episode, daysAgo);
  return episode;
}

/** The physiatrist's discharge, as the database keeps it. */
export async function closeEpisode(clinic: TestClinic, { episodeId }: { episodeId: string }): Promise<void> {
  await clinic.rows(
    `update episode set status = 'closed', closed_on = $2, close_reason = 'goals-met: Walks 2 km' where id = $1`,
    [episodeId, clinic.today()],
  );
}

/** What a therapist says of the one goal that test prescriptions have. */
export const GOAL_JUDGED = {
  measureCode: 'odi',
  side: null,
  target: 20,
  status: 'on-the-way',
  comment: 'Sits 20 minutes',
} as const;
