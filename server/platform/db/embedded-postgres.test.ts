import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '#server/platform/project-root.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive } from './process-identity.ts';

test('what was written is there after a clean stop, and no process is left', async () => {
  const folder = aDataFolder();
  const first = await startEmbeddedPostgres(folder);
  await query(first.ownerUrl, 'create table note (text text); insert into note values ($$kept$$)');
  const pid = postmasterOf(folder);
  await first.stop();

  expect(isAlive(pid)).toBe(false);
  const second = await startEmbeddedPostgres(folder);
  expect(await query(second.ownerUrl, 'select text from note')).toEqual([{ text: 'kept' }]);
  await second.stop();
});

test('after Tandem was killed, the next start stops the orphan and keeps what was committed', async () => {
  const folder = aDataFolder();
  const { child, ownerUrl } = await startInAnotherProcess(folder);
  await query(ownerUrl, 'create table note (text text); insert into note values ($$committed$$)');
  const orphan = postmasterOf(folder);
  child.kill('SIGKILL');
  expect(isAlive(orphan)).toBe(true);

  const said: string[] = [];
  const next = await startEmbeddedPostgres(folder, { report: (sentence) => said.push(sentence) });
  onTestFinished(() => next.stop());

  expect(said).toEqual(['Stopped the PostgreSQL that an interrupted run had left behind']);
  expect(isAlive(orphan)).toBe(false);
  expect(await query(next.ownerUrl, 'select text from note')).toEqual([{ text: 'committed' }]);
});

test('after PostgreSQL itself was killed, the next start recovers what was committed', async () => {
  const folder = aDataFolder();
  const { child, ownerUrl } = await startInAnotherProcess(folder);
  await query(ownerUrl, 'create table note (text text); insert into note values ($$committed$$)');
  process.kill(postmasterOf(folder), 'SIGKILL');
  child.kill('SIGKILL');

  const next = await startEmbeddedPostgres(folder);
  onTestFinished(() => next.stop());

  expect(await query(next.ownerUrl, 'select text from note')).toEqual([{ text: 'committed' }]);
});

test('names with accents sort and fold the same on every machine', async () => {
  const postgres = await startEmbeddedPostgres(aDataFolder(), { isDurable: false });
  onTestFinished(() => postgres.stop());

  expect(await query(postgres.ownerUrl, "select lower('ÉÑÜ') as folded")).toEqual([{ folded: 'éñü' }]);
});

/** Below a folder that only its owner may enter, as `mktemp -d` makes them: also root's PostgreSQL must get there. */
function aDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-embedded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, '.data');
}

async function startInAnotherProcess(folder: string): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const program = `
    import { startEmbeddedPostgres } from '#server/platform/db/embedded-postgres.ts';
    const postgres = await startEmbeddedPostgres(${JSON.stringify(folder)});
    console.log('started ' + postgres.ownerUrl);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const chunk of child.stdout) {
    const ownerUrl = /started (\S+)/.exec(String(chunk))?.[1];
    if (ownerUrl !== undefined) return { child, ownerUrl };
  }
  throw new Error('The other process ended before PostgreSQL ran.');
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
