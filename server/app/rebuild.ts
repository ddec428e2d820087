import { rebuildBoard } from '#server/oversight/index.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { readConfig } from './config.ts';
import { openForCommand } from './open-for-command.ts';

const say = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`);

/** `npm run oversight:rebuild`: judges every episode anew from the record. Nothing but derived lines is thrown away. */
async function main(): Promise<void> {
  const prepared = await openForCommand(readConfig(), say);
  const db = openDatabase(prepared.appUrl, { connections: 2 });
  try {
    const startedAt = performance.now();
    const done = await rebuildBoard(
      db,
      () => new Date(),
      (so) => say(`${so} episodes judged`),
    );
    say(`${done} episodes judged anew (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  } finally {
    await db.close();
    await prepared.stop();
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
