import type { Output } from '#shared/platform/endpoint.ts';
import type { authApi } from '#shared/auth/contract.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#shared/auth/demo-accounts.ts';
import type { Database } from '#server/platform/db/database.ts';

export const VERSION = '0.1.0';

/** What the sign-in page may tell anybody; the demo accounts only while demo data is what the database holds. */
export async function describeInstallation(db: Database): Promise<Output<typeof authApi.about>> {
  const { rows } = await db.pool.query<{ demo: boolean }>('select tandem.is_demo() as demo');
  const synthetic = rows[0]?.demo === true;
  return {
    version: VERSION,
    synthetic,
    demo: synthetic ? { password: DEMO_PASSWORD, accounts: [...DEMO_ACCOUNTS] } : null,
  };
}
