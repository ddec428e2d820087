import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { screenTypes } from './column-types.ts';
import { GatheredRows } from './gathered-rows.ts';
import { KeptAnswers } from './kept-answers.ts';
import { PrismaClient } from './generated/client.ts';
import { statementNames } from './statement-names.ts';
import { TransactionPool } from './transaction-pool.ts';

/** The two ways to PostgreSQL, both as the role that owns nothing: Prisma writes, the pool serves screens. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** Rows that share a commit: the audit of what is read. */
  gathered: GatheredRows;
  /** Answers about charts that have not changed since. */
  kept: KeptAnswers;
  close(): Promise<void>;
}

/** Planning a screen's statement costs more than running it, and its plan does not depend on whose screen it is. */
const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan';

/** Connects lazily. `connections` is the size of each of the two pools. */
export function openDatabase(appUrl: string, { connections = 10 } = {}): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    types: screenTypes,
    application_name: 'tandem',
    connectionTimeoutMillis: 5_000,
    options: PLAN_ONCE,
  });
  pool.on('error', () => undefined);
  const writing = new TransactionPool({
    connectionString: appUrl,
    max: connections,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    options: PLAN_ONCE,
  });
  writing.on('error', () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(writing, { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait: 8_000, timeout: 60_000 },
  });
  return {
    prisma,
    pool,
    gathered: new GatheredRows(pool),
    kept: new KeptAnswers(),
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([writing.end(), pool.end()]);
    },
  };
}
