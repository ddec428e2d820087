import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { StaffMemberId } from '#shared/platform/ids.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { projectRoot } from '#server/platform/project-root.ts';
import { pathOf } from '#tests/support/caller.ts';
import { readBy } from '#tests/support/read-by.ts';
import { type BenchClinic, signInAt } from './bench-clinic.ts';
import { type ServerProcess, startServer } from './contender-process.ts';
import { PlannedSessions } from './planned-sessions.ts';
import { aBenchSheet } from './template-charts.ts';
import type { Contender, Work, WorkRequest } from './workload.ts';

/** Tandem as it ships: built, signed in, row-level security and audit on, an ordinary log. */
export async function startTandem(
  ownerUrl: string,
  clinic: BenchClinic,
  options: { port: number; dataFolder: string },
): Promise<Contender & { process: ServerProcess }> {
  // For a profile: BENCH_NODE_FLAGS="--cpu-prof --cpu-prof-dir=..." npm run bench
  const flags = globalThis.process.env['BENCH_NODE_FLAGS']?.split(' ') ?? [];
  const process = await startServer(
    [...flags, '--enable-source-maps', path.join(projectRoot, 'dist', 'server', 'main.js')],
    {
      port: options.port,
      readyPath: '/readyz',
      env: {
        PORT: String(options.port),
        DATABASE_URL: ownerUrl,
        TANDEM_DATA_DIR: options.dataFolder,
        TANDEM_SECRET: 'only-for-the-benchmark-on-this-machine',
        TANDEM_URL: `http://127.0.0.1:${options.port}`,
        TANDEM_DEMO: '0',
      },
    },
  );
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const work = new TandemWork(process.url, owner, clinic);
  return {
    name: 'tandem',
    url: process.url,
    pid: process.pid,
    process,
    prepare: (kind) => work.prepare(kind),
    next: (kind) => work.next(kind),
    stop: async () => {
      await owner.end();
      await process.stop();
    },
  };
}

class TandemWork {
  private physiatrist = '';
  private therapist = '';
  private pages: string[] = [];
  private episodes: string[] = [];
  private readonly planned: PlannedSessions;
  private turn = 0;
  private readonly url: string;
  private readonly owner: pg.Pool;
  private readonly clinic: BenchClinic;

  constructor(url: string, owner: pg.Pool, clinic: BenchClinic) {
    this.url = url;
    this.owner = owner;
    this.clinic = clinic;
    this.planned = new PlannedSessions(owner, clinic);
  }

  /** Everything that is not the work itself: signed in, pages known, enough planned sessions to sign. */
  async prepare(work: Work): Promise<void> {
    // Once: attempts to sign in are counted, and a whole benchmark would look like guessing.
    if (this.physiatrist === '') {
      this.physiatrist = await signInAt(this.url, this.clinic.staff.busy.email);
      this.therapist = await signInAt(this.url, this.clinic.staff.therapist.email);
    }
    if (work === 'W1' && this.pages.length === 0) this.pages = await this.findPages();
    if (work === 'W2' && this.episodes.length === 0) this.episodes = await this.findEpisodes();
    if (work === 'W3') await this.planned.refill();
  }

  next(work: Work): WorkRequest {
    switch (work) {
      case 'W1':
        return this.get(this.pages[(this.turn += 1) % this.pages.length] ?? '', this.physiatrist);
      case 'W2': {
        const episodeId = this.episodes[Math.floor(Math.random() * this.episodes.length)];
        return this.get(pathOf(oversightApi.review, { episodeId }), this.therapist);
      }
      case 'W3':
        return this.signing();
      case 'W4':
        return this.get(pathOf(oversightApi.worse), this.therapist);
      default:
        return work satisfies never;
    }
  }

  private get(path: string, cookie: string): WorkRequest {
    return { method: 'GET', path, headers: { cookie } };
  }

  private signing(): WorkRequest {
    const session = this.planned.take();
    return {
      method: 'POST',
      path: pathOf(sessionsApi.sign, session),
      headers: {
        cookie: this.therapist,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        content: readBy(
          StaffMemberId.parse(this.clinic.staff.therapist.id),
          aBenchSheet({ odi: 30 + (this.turn % 20), nprs: 3 + (this.turn % 4) }),
        ),
        expectedVersion: 1,
        prescriptionVersion: 1,
      }),
    };
  }

  /** The addresses of the board's pages, by following it to its end. */
  private async findPages(): Promise<string[]> {
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = pathOf(oversightApi.board, {}, { cursor, limit: 50 });
      pages.push(page);
      const response = await fetch(`${this.url}${page}`, { headers: { cookie: this.physiatrist } });
      const body = z.object({ nextCursor: z.string().nullable() }).parse(await response.json());
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return pages;
  }

  private async findEpisodes(): Promise<string[]> {
    const { rows } = await this.owner.query<{ id: string }>('select id from episode');
    return rows.map((row) => row.id);
  }
}
