import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#server/platform/operator-error.ts';

/** Everything the environment can say to the server, checked once at the start. */
export type Config = {
  port: number;
  publicUrl: string;
  /** Whose word about the client's address is believed: addresses, networks, or Express's names for them. */
  trustedProxies: string[];
  environment: 'development' | 'production' | 'test';
  logLevel: z.infer<typeof logLevel>;
  dataFolder: string;
  secret: string | undefined;
  /** Absent: Tandem starts its own PostgreSQL in the data folder. */
  databaseUrl: string | undefined;
  roleUrls: { app?: string; auth?: string; jobs?: string };
  /** Whether an empty database gets the demo clinics. */
  loadsDemo: boolean;
};

/** The environment says something Tandem cannot use; the message names the variable and what it takes. */
export class ConfigError extends OperatorError {}

const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
  error: 'must be one of trace, debug, info, warn, error, fatal, silent',
});

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'must look like postgresql://user:password@host:5432/database');

/** The names stand for 127.0.0.0/8 and ::1; for link-local; and for 10/8, 172.16/12, 192.168/16 and fc00::/7. */
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

const proxies = z
  .string()
  .default('loopback')
  .transform((list) => list.split(',').map((one) => one.trim()))
  .refine(
    (list) => list.every(isProxy),
    `must be a list with commas of addresses, networks such as 10.0.0.0/8, or ${PROXY_NAMES.join(', ')}`,
  );

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  TANDEM_URL: z
    .url({ protocol: /^https?$/, error: 'must be a full address such as https://tandem.clinic.example' })
    .optional(),
  TANDEM_TRUST_PROXY: proxies,
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('production'),
  TANDEM_LOG_LEVEL: logLevel.default('info'),
  TANDEM_DATA_DIR: z.string().default('.data'),
  TANDEM_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_AUTH_URL: postgresUrl.optional(),
  DATABASE_JOBS_URL: postgresUrl.optional(),
  TANDEM_DEMO: z.enum(['0', '1'], { error: 'must be 1 (load demo data) or 0' }).optional(),
});

/** Reads the configuration; an empty variable counts as not set, because compose files pass them so. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new ConfigError(problems.join('\n'));
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    publicUrl: (env.TANDEM_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    trustedProxies: env.TANDEM_TRUST_PROXY,
    environment: env.NODE_ENV,
    logLevel: env.TANDEM_LOG_LEVEL,
    dataFolder: path.resolve(env.TANDEM_DATA_DIR),
    secret: env.TANDEM_SECRET,
    databaseUrl: env.DATABASE_URL,
    roleUrls: { app: env.DATABASE_APP_URL, auth: env.DATABASE_AUTH_URL, jobs: env.DATABASE_JOBS_URL },
    loadsDemo: env.TANDEM_DEMO === undefined ? env.DATABASE_URL === undefined : env.TANDEM_DEMO === '1',
  };
}

function isPostgresUrl(value: string): boolean {
  return URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol);
}

function isProxy(written: string): boolean {
  if (PROXY_NAMES.includes(written)) return true;
  const [address = '', prefix, ...rest] = written.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  // A network of everybody would believe anybody.
  return (
    prefix === undefined ||
    (/^\d+$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}
