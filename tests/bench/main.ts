import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#server/platform/db/embedded-postgres.ts';
import { memoryOf } from './contender-process.ts';
import { drive, median, type Stretch } from './drive.ts';
import { startFloor } from './floor.ts';
import { seedFloor } from './floor-data.ts';
import { bytesPerThousandSessions, createDatabase, growTandem, seedTandem } from './tandem-data.ts';
import { startTandem } from './tandem.ts';
import { aWorkload, type Contender, type Work, workName, works } from './workload.ts';

/**
 * `npm run bench`: the workload on Tandem and on a bare floor, in turn on the same machine, so that their ratios can be
 * compared with another machine's. `--quick` for a look, `--patients`, `--connections 1,8,32`, `--rounds`, `--seconds`,
 * `--works W1,W2`, `--grow 20000` (W1 on that many patients; 0 leaves it out).
 */
const { values: flags } = parseArgs({
  options: {
    patients: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    warmup: { type: 'string', default: '3' },
    works: { type: 'string', default: works.join(',') },
    grow: { type: 'string', default: '20000' },
    port: { type: 'string', default: '3950' },
    quick: { type: 'boolean', default: false },
  },
});
const rounds = flags.quick ? 1 : Number(flags.rounds);
const seconds = flags.quick ? 3 : Number(flags.seconds);
const warmup = flags.quick ? 1 : Number(flags.warmup);
const connections = (flags.quick ? '8' : flags.connections).split(',').map(Number);
const chosen = works.filter((work) => flags.works.split(',').includes(work));
const firstPort = Number(flags.port);

// Leaving through `exit` takes the database along.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const folder = mkdtempSync(path.join(tmpdir(), 'tandem-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres(path.join(folder, 'data'));
const pidFile = path.join(folder, 'data', 'postgres', 'postmaster.pid');
const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
try {
  await bench();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function bench(): Promise<void> {
  const workload = aWorkload(Number(flags.patients));
  say(
    `${workload.patients} patients, ${workload.caseload} on the measured caseload, 12 sessions and 24 scores each`,
  );
  const floorUrl = await createDatabase(postgres.ownerUrl, 'floor');
  await timed('Floor filled', () => seedFloor(floorUrl, workload));
  const seeded = await timed('Tandem filled', () => seedTandem(postgres.ownerUrl, workload));
  const sizes = await bytesPerThousandSessions(postgres.ownerUrl, floorUrl, seeded);
  const grownUrl =
    Number(flags.grow) > 0 && chosen.includes('W1')
      ? await createDatabase(postgres.ownerUrl, 'grown', { template: 'tandem' })
      : undefined;

  const floor = await startFloor(floorUrl, firstPort);
  const dataFolder = path.join(folder, 'server');
  const tandem = await startTandem(postgres.ownerUrl, seeded.clinic, { port: firstPort + 1, dataFolder });
  try {
    say(
      `\nStart on existing data: floor ${floor.process.secondsToReady.toFixed(1)} s, Tandem ${tandem.process.secondsToReady.toFixed(1)} s`,
    );
    const idle = { floor: memoryOf(floor.pid).now, tandem: memoryOf(tandem.pid).now };
    for (const work of chosen) {
      for (const count of connections) await compare(floor, tandem, work, count);
    }
    const signed = await bytesPerThousandSessions(postgres.ownerUrl, floorUrl, seeded);
    printMemory(idle, { floor: memoryOf(floor.pid).peak, tandem: memoryOf(tandem.pid).peak });
    say(`Database per 1,000 sessions, filled: floor ${mb(sizes.floor)}, Tandem ${mb(sizes.tandem)}`);
    if (chosen.includes('W3')) {
      say(
        `Database per 1,000 sessions, signed under load: floor ${mb(signed.floorAdded)}, Tandem ${mb(signed.tandemAdded)}`,
      );
      say(`  of it, by table: ${signed.tables}`);
    }
  } finally {
    await floor.stop();
    await tandem.stop();
  }
  if (grownUrl !== undefined) await measureGrowth(grownUrl, seeded, Number(flags.grow), dataFolder);
}

/** Floor and Tandem in turn, so that whatever else the machine does meets both. */
async function compare(floor: Contender, tandem: Contender, work: Work, count: number): Promise<void> {
  const seen: Record<Contender['name'], Stretch[]> = { floor: [], tandem: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of [floor, tandem]) {
      await contender.prepare(work);
      await drive(contender, work, { connections: count, seconds: warmup, postmaster });
      seen[contender.name].push(await drive(contender, work, { connections: count, seconds, postmaster }));
    }
  }
  const middle = (name: Contender['name'], of: (one: Stretch) => number) => median(seen[name].map(of));
  const rate = (name: Contender['name']) => middle(name, (one) => one.perSecond);
  const rated = (name: Contender['name']) =>
    `${rate(name).toFixed(0)}/s (${((1000 * count) / rate(name)).toFixed(1)} ms)`.padEnd(18);
  const cpu = (name: Contender['name']) => ({
    server: middle(name, (one) => one.cpu.serverMilliseconds),
    database: middle(name, (one) => one.cpu.databaseMilliseconds),
  });
  const [bare, ours] = [cpu('floor'), cpu('tandem')];
  say(
    `${work} ${workName[work].padEnd(22)} ${String(count).padStart(2)} connections: ` +
      `floor ${rated('floor')} Tandem ${rated('tandem')} ratio ${(rate('tandem') / rate('floor')).toFixed(2)}`,
  );
  say(
    `   processor, ms each (server + database): floor ${bare.server.toFixed(2)} + ${bare.database.toFixed(2)}, ` +
      `Tandem ${ours.server.toFixed(2)} + ${ours.database.toFixed(2)}, ` +
      `ratio ${((bare.server + bare.database) / (ours.server + ours.database)).toFixed(2)}`,
  );
}

/** The same caseload among ten times as many patients: the board must not notice. */
async function measureGrowth(
  grownUrl: string,
  seeded: Awaited<ReturnType<typeof seedTandem>>,
  patients: number,
  dataFolder: string,
): Promise<void> {
  const workload = aWorkload(Number(flags.patients));
  const before = await boardMilliseconds(grownUrl, seeded, dataFolder);
  await timed(`Tandem grown to ${patients} patients`, () => growTandem(grownUrl, workload, patients));
  const after = await boardMilliseconds(grownUrl, seeded, dataFolder);
  say(
    `W1 at ${workload.patients} patients ${before.toFixed(1)} ms, at ${patients} ${after.toFixed(1)} ms: ` +
      `${(after / before).toFixed(2)} times`,
  );
}

async function boardMilliseconds(
  url: string,
  seeded: Awaited<ReturnType<typeof seedTandem>>,
  dataFolder: string,
): Promise<number> {
  const tandem = await startTandem(url, seeded.clinic, { port: firstPort + 2, dataFolder });
  try {
    await tandem.prepare('W1');
    await drive(tandem, 'W1', { connections: 1, seconds: warmup, postmaster });
    const runs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      runs.push((await drive(tandem, 'W1', { connections: 1, seconds, postmaster })).meanMilliseconds);
    }
    return median(runs);
  } finally {
    await tandem.stop();
  }
}

function printMemory(idle: Record<string, number>, peak: Record<string, number>): void {
  const both = (one: Record<string, number>) =>
    `floor ${one.floor?.toFixed(0)} MB, Tandem ${one.tandem?.toFixed(0)} MB`;
  say(`\nMemory idle: ${both(idle)}; at most under load: ${both(peak)}`);
}

async function timed<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  say(`${sentence} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return result;
}

function mb(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

function say(sentence: string): void {
  console.log(sentence);
}
