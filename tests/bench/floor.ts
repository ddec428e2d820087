import path from 'node:path';
import pg from 'pg';
import { projectRoot } from '#server/platform/project-root.ts';
import { type ServerProcess, startServer } from './contender-process.ts';
import type { Contender, Work, WorkRequest } from './workload.ts';

/** The bare server on its filled database, ready to be asked. */
export async function startFloor(
  ownerUrl: string,
  port: number,
): Promise<Contender & { process: ServerProcess }> {
  const patients = await findPatients(ownerUrl);
  const program = path.join(projectRoot, 'tests', 'bench', 'floor-server.ts');
  const process = await startServer(['--import', 'tsx', program, ownerUrl, String(port)], {
    port,
    readyPath: '/board',
  });
  const pages = ['', ...patients.caseload.filter((_, index) => index % 50 === 49)].slice(0, 10);
  let turn = 0;
  const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)];
  const requests: Record<Work, () => WorkRequest> = {
    W1: () => {
      const after = pages[(turn += 1) % pages.length];
      return { method: 'GET', path: after === '' ? '/board' : `/board?after=${after}` };
    },
    W2: () => ({ method: 'GET', path: `/patients/${pick(patients.all)}` }),
    W3: () => ({
      method: 'POST',
      path: `/patients/${pick(patients.all)}/sessions`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note: 'note '.repeat(38) }),
    }),
    W4: () => ({ method: 'GET', path: '/worse' }),
  };
  return {
    name: 'floor',
    url: process.url,
    pid: process.pid,
    process,
    prepare: () => Promise.resolve(),
    next: (work) => requests[work](),
    stop: process.stop,
  };
}

async function findPatients(ownerUrl: string): Promise<{ all: string[]; caseload: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; physiatrist: number }>(
    'select id, physiatrist from patient order by id',
  );
  await client.end();
  return {
    all: rows.map((row) => row.id),
    caseload: rows.filter((row) => row.physiatrist === 1).map((row) => row.id),
  };
}
