import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { BOARD_STATES } from '#shared/oversight/board-states.ts';
import { VERDICTS } from '#shared/oversight/judge-episode.ts';
import { createSignIn } from '#server/auth/index.ts';
import { cloneDatabaseForSuite } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-cluster.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { loadDemo, tellAll } from './load.ts';

/** A Saturday: no visit falls on it, which is the hardest day for whatever counts days. */
const NOW = new Date('2026-11-21T15:30:00Z');

let owner: pg.Client;
let seconds: number;

beforeAll(async () => {
  const database = await cloneDatabaseForSuite('demo');
  const signIn = createSignIn({ authUrl: database.auth, secret: testSecret, publicUrl: 'http://localhost' });
  const startedAt = performance.now();
  await loadDemo({ ownerUrl: database.owner, signIn, now: NOW });
  seconds = (performance.now() - startedAt) / 1000;
  await signIn.close();
  owner = new pg.Client({ connectionString: database.owner });
  await owner.connect();
  return () => owner.end();
}, 120_000);

async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(sql, values)).rows;
}

test('each patient stands where their story says', async () => {
  const board = await rows<{ mrn: string; state: string; verdict_code: string; reason: string }>(
    `select p.mrn, b.state, b.verdict_code, b.reason from board_entry b
       join patient p on p.organization_id = b.organization_id and p.id = b.patient_id`,
  );
  const wrong = tellAll(NOW).flatMap(({ scenario, mrn }) => {
    const found = board.find((one) => one.mrn === mrn);
    return found?.state === scenario.expected
      ? []
      : [`${scenario.key}: ${found?.state ?? 'nowhere'} instead of ${scenario.expected} (${found?.verdict_code}: ${found?.reason})`];
  });
  expect(wrong).toEqual([]);
});
