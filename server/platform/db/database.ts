import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { screenTypes } from './column-types.ts';
import { GatheredRows } from './gathered-rows.ts';
import { KeptAnswers } from './kept-answers.ts';
import { LentPool } from './lent-pool.ts';
import { PrismaClient } from './generated/client.ts';
import { statementNames } from './statement-names.ts';

/** The two ways to PostgreSQL, both as the role that owns nothing: one pool serves screens, the other use cases. */
export interface Database {
  pool: pg.Pool;
  writing: pg.Pool;
  /** Writes through models, inside a transaction on one of the writing connections. */
  prisma: PrismaClient;
  /** Rows that share a commit: the audit of what is read. */
  gathered: GatheredRows;
  /** Answers about charts that have not changed since. */
  kept: KeptAnswers;
  close(): Promise<void>;
}

/** Planning a screen's statement costs more than running it, and its plan does not depend on whose screen it is. */
const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan';
/** A use case that hangs between two statements gives its connection back. */
const NOT_FOR_EVER = '-c idle_in_transaction_session_timeout=60s';

/** Connects lazily. `connections` is the size of each of the two pools. */
export function openDatabase(appUrl: string, { connections = 10 } = {}): Database {
  const open = () => {
    const pool = new pg.Pool({
      connectionString: appUrl,
      max: connections,
      types: screenTypes,
      application_name: 'tandem',
      connectionTimeoutMillis: 5_000,
      options: `${PLAN_ONCE} ${NOT_FOR_EVER}`,
    });
    // A connection that breaks fails what is asked on it; nobody else needs to hear of it.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const [pool, writing] = [open(), open()];
  const prisma = new PrismaClient({
    adapter: new PrismaPg(new LentPool(), { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait: 8_000, timeout: 600_000 },
  });
  return {
    prisma,
    pool,
    writing,
    gathered: new GatheredRows(pool),
    kept: new KeptAnswers(),
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([writing.end(), pool.end()]);
    },
  };
}
