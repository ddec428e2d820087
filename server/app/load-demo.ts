import type { SignIn } from '#server/auth/index.ts';
import type { Database } from '#server/platform/db/database.ts';
import type { Config } from './config.ts';

interface DemoParts {
  config: Config;
  db: Database;
  signIn: SignIn;
  ownerUrl: string;
  say: (sentence: string) => void;
}

/** Fills an empty database with the synthetic clinics, when the configuration asks for it. */
export async function loadDemoIfEmpty({ config }: DemoParts): Promise<void> {
  if (!config.loadsDemo) return;
}
