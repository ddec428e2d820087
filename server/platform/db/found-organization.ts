import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * Creates an organization, or finds it by its exact name; answers its id. Only the owner of the tables may: the role that
 * serves requests cannot bring a tenant into being.
 */
export async function foundOrganization(ownerUrl: string, name: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const found = await owner.query<{ id: string }>('select id from organization where name = $1', [name]);
    if (found.rows[0]) return found.rows[0].id;
    const id = randomUUID();
    await owner.query('insert into organization (id, name) values ($1, $2)', [id, name]);
    return id;
  } finally {
    await owner.end();
  }
}
