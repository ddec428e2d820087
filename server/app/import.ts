import { parseArgs } from 'node:util';
import { formatReport, sumReports } from '#shared/fhir/report.ts';
import { createSignIn } from '#server/auth/index.ts';
import { openDatabase, type Database } from '#server/platform/db/database.ts';
import { chooseClinic, type ChosenClinic } from './choose-clinic.ts';
import { commandName } from './command-name.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type FileResult, importFiles } from './import-files.ts';
import { loadDemoIfEmpty } from './load-demo.ts';
import { openForCommand } from './open-for-command.ts';
import type { PreparedDatabase } from './prepare-database.ts';

const COMMAND = commandName('import');
const USAGE = `Usage: ${COMMAND} PATH... [--clinic SLUG]
  PATH    a FHIR R4 bundle (JSON), or a folder of them
  --clinic  the clinic that the patients belong to; needed when there are several`;

const say = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`);

/** `npm run import`: FHIR R4 bundles into the record, with a report of what was taken, skipped and why. */
async function main(): Promise<number> {
  const { paths, slug } = readArguments();
  const config = readConfig();
  const prepared = await openForCommand(config, say);
  const db = openDatabase(prepared.appUrl, { connections: 2 });
  try {
    const clinic = await findClinic(config, prepared, db, slug);
    say(`Importing into ${clinic.name} (${clinic.slug})`);
    const startedAt = performance.now();
    const results = await importFiles({ db, clinic, onProgress: progress() }, paths);
    return report(results, (performance.now() - startedAt) / 1000);
  } finally {
    await db.close();
    await prepared.stop();
  }
}

function readArguments(): { paths: string[]; slug: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { clinic: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true || positionals.length === 0) throw new ConfigError(USAGE);
    return { paths: positionals, slug: values.clinic };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** A database that nobody has started yet gets what `npm start` would have given it. */
async function findClinic(
  config: Config,
  prepared: PreparedDatabase,
  db: Database,
  slug: string | undefined,
): Promise<ChosenClinic> {
  if (config.loadsDemo) {
    const { authUrl, secret, ownerUrl } = prepared;
    const signIn = createSignIn({ authUrl, secret, publicUrl: config.publicUrl });
    await loadDemoIfEmpty({ config, db, signIn, ownerUrl, say }).finally(() => signIn.close());
  }
  const found = await chooseClinic(db, slug);
  if (found === undefined) throw new ConfigError('There is no clinic in this database yet to import into.');
  if ('choose' in found) throw new ConfigError(found.choose);
  return found;
}

const BAR_WIDTH = 24;

/** A bar that stays on its line in a terminal; one line per file elsewhere. */
function progress(): (done: number, total: number, file: string) => void {
  const { stdout } = process;
  if (!stdout.isTTY) {
    return (done, total, file) => {
      if (file !== '') say(`${done + 1} of ${total}  ${file}`);
    };
  }
  return (done, total, file) => {
    const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
    const line = `  ${bar} ${done} of ${total}  ${file}`;
    stdout.write(`\r\u001b[2K${line.slice(0, Math.max(40, stdout.columns) - 1)}${file === '' ? '\n' : ''}`);
  };
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const MOST_ISSUES = 20;

function report(results: readonly FileResult[], seconds: number): number {
  const imported = results.filter((one) => one.kind === 'imported');
  const refused = results.filter((one) => one.kind === 'refused');
  const others = results.filter((one) => one.kind === 'other');
  for (const { file, issues } of refused) {
    process.stdout.write(`\n${file} was not imported; nothing of it was stored:\n`);
    for (const { place, message } of issues.slice(0, MOST_ISSUES)) say(`${place} ${message}`);
    if (issues.length > MOST_ISSUES) say(`and ${issues.length - MOST_ISSUES} more`);
  }
  if (imported.length > 0) {
    process.stdout.write(`\n${formatReport(sumReports(imported.map((one) => one.types)))}\n`);
  }
  for (const { file } of others) process.stdout.write(`\n${file} is not a FHIR bundle; left alone.\n`);
  const fresh = imported.filter((one) => one.isNewPatient).length;
  const taken = imported.flatMap((one) => one.types).reduce((sum, one) => sum + one.taken, 0);
  const parts = [
    `${count(imported.length, 'bundle')} read`,
    count(fresh, 'new patient'),
    taken === 0 && imported.length > 0 ? 'everything was already there' : `${count(taken, 'resource')} taken`,
    `${count(refused.length, 'file')} refused`,
  ];
  process.stdout.write(`\n${parts.join(', ')} (${seconds.toFixed(1)} s)\n`);
  return refused.length > 0 ? 1 : 0;
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    const isOurs = error instanceof Error && error.constructor !== TypeError;
    process.stderr.write(`\n${isOurs ? error.message : String(error)}\n`);
    process.exit(1);
  });
