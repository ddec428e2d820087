import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { holdingOf, removeDemo } from '#prisma/seed/empty.ts';
import { createSignIn } from '#server/auth/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { loadDemoNow } from './load-demo.ts';
import { openForCommand } from './open-for-command.ts';

const say = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`);

/** `npm run demo:reset`: throws the demo away, with everything that was tried in it, and loads it again for today. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } });
  const config = readConfig();
  const prepared = await openForCommand(config, say);
  const { authUrl, secret, ownerUrl } = prepared;
  const signIn = createSignIn({ authUrl, secret, publicUrl: config.publicUrl });
  try {
    const holding = await holdingOf(ownerUrl);
    if (holding === 'real-data') {
      throw new ConfigError('This database holds more than demo data. Nothing was changed.');
    }
    if (holding !== 'nothing' && !values.yes && !(await isConfirmed())) {
      say('Nothing was changed.');
      return;
    }
    await removeDemo(ownerUrl);
    await loadDemoNow({ signIn, ownerUrl, say });
  } finally {
    await signIn.close();
    await prepared.stop();
  }
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ConfigError(
      'Everything in the demo would be lost. Say that you mean it: npm run demo:reset -- --yes',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    '  Everything that was done in the demo will be lost. Go on? [y/N] ',
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    const isOurs = error instanceof ConfigError;
    process.stderr.write(
      `\n${isOurs ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exit(1);
  });
