import { holdingOf, removeDemo } from '#prisma/seed/empty.ts';
import { loadDemo } from '#prisma/seed/load.ts';
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
export async function loadDemoIfEmpty(parts: DemoParts): Promise<void> {
  if (!parts.config.loadsDemo) return;
  const holding = await holdingOf(parts.ownerUrl);
  if (holding === 'real-data') {
    parts.say('Demo data is loaded into an empty database only; this one is left as it is');
    return;
  }
  if (holding === 'demo') return;
  if (holding === 'unfinished-demo') {
    parts.say('Loading the demo was interrupted; it starts again');
    await removeDemo(parts.ownerUrl);
  }
  await loadDemoNow(parts);
}

const STEPS = 4;

/** Loads the demo and says how far it is. */
export async function loadDemoNow({
  signIn,
  ownerUrl,
  say,
}: Pick<DemoParts, 'signIn' | 'ownerUrl' | 'say'>): Promise<void> {
  const startedAt = performance.now();
  say('Loading synthetic demo data');
  let said = 0;
  const { patients } = await loadDemo({
    ownerUrl,
    signIn,
    now: new Date(),
    onProgress: (done, total) => {
      const step = Math.floor((done * STEPS) / total);
      if (step > said && step < STEPS) say(`  ${done} of ${total} patients`);
      said = Math.max(said, step);
    },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`Demo data loaded: ${patients} invented patients in two clinics (${seconds} s)`);
}
