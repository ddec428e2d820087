import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { statementNames } from './statement-names.ts';

/** The two ways to PostgreSQL, both as the role that owns nothing: Prisma writes, the pool serves screens. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
}

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/** Dates stay `YYYY-MM-DD` (a zone would shift them), counts are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8 || oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Connects lazily. `connections` is the size of each of the two pools. */
export function openDatabase(appUrl: string, { connections = 10 } = {}): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    pipeline: true,
    types,
    application_name: 'tandem',
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: appUrl, max: connections, connectionTimeoutMillis: 5_000 },
      { statementNameGenerator: statementNames() },
    ),
    transactionOptions: { maxWait: 8_000, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    close: async () => {
      await Promise.all([prisma.$disconnect(), pool.end()]);
    },
  };
}
