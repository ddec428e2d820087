import type { Database } from '#server/platform/db/database.ts';

export interface EpisodeRef {
  organizationId: string;
  patientId: string;
  episodeId: string;
}

/** Ids of episodes due for another look: functions that answer ids and nothing else, so no actor is needed. */
export async function findDueEpisodes({ pool }: Database, now: Date, limit: number): Promise<EpisodeRef[]> {
  const { rows } = await pool.query<EpisodeRef>('select * from tandem.episodes_due($1, $2)', [now, limit]);
  return rows;
}

export async function findEpisodesOf(
  { pool }: Database,
  organizationId: string,
  after: string | undefined,
  limit: number,
): Promise<EpisodeRef[]> {
  const { rows } = await pool.query<EpisodeRef>('select * from tandem.episodes_of_organization($1, $2, $3)', [
    organizationId,
    after ?? null,
    limit,
  ]);
  return rows;
}

/** The open episodes of a clinic, page by page. */
export async function findOpenEpisodesOf(
  { pool }: Database,
  { organizationId, clinicId }: { organizationId: string; clinicId: string },
  after: string | undefined,
  limit: number,
): Promise<EpisodeRef[]> {
  const { rows } = await pool.query<EpisodeRef>(
    'select * from tandem.open_episodes_of_clinic($1, $2, $3, $4)',
    [organizationId, clinicId, after ?? null, limit],
  );
  return rows;
}

export async function findOrganizations({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('select tandem.organizations() as id');
  return rows.map(({ id }) => id);
}
