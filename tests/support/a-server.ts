import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import pino from 'pino';
import { afterAll } from 'vitest';
import { createApp } from '#server/app/create-app.ts';
import { createSignIn, SessionResolver, type SignIn } from '#server/auth/index.ts';
import { type Database, openDatabase } from '#server/platform/db/database.ts';
import { LiveHub } from '#server/platform/live/hub.ts';
import { cloneDatabase } from './database.ts';
import { testSecret } from './test-cluster.ts';

/** What the clinics of one test file share: the worker's database and who may speak to it. */
export type TestServer = {
  db: Database;
  /** The role that owns the tables: sees and changes everything, as no request can. */
  owner: pg.Pool;
  signIn: SignIn;
  sessions: SessionResolver;
  live: LiveHub;
};

const PUBLIC_URL = 'http://localhost';
const CONNECTIONS = 8;

let started: Promise<TestServer> | undefined;
const closing: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  started = undefined;
});

/** The test file's server parts, opened on first use and closed after its last test. */
export function aServer(): Promise<TestServer> {
  started ??= open();
  return started;
}

async function open(): Promise<TestServer> {
  const urls = await cloneDatabase();
  const db = openDatabase(urls.app, { connections: CONNECTIONS });
  const owner = new pg.Pool({ connectionString: urls.owner, max: 3 });
  owner.on('error', () => undefined);
  const signIn = createSignIn({
    authUrl: urls.auth,
    secret: testSecret,
    publicUrl: PUBLIC_URL,
  });
  const sessions = new SessionResolver(signIn);
  const live = new LiveHub(urls.app, (userId) => sessions.forget(userId));
  await live.start();
  closing.push(
    () => db.close(),
    () => owner.end(),
    () => signIn.close(),
    () => live.close(),
  );
  return { db, owner, signIn, sessions, live };
}

/** Serves the whole API, and the built client when its folder is named, on a free port with a clock of its own; answers the address. */
export async function listen(
  server: TestServer,
  now: () => Date,
  options: { clientFolder?: string; trustedProxies?: readonly string[] } = {},
): Promise<string> {
  const { db, signIn, sessions, live } = server;
  const app = createApp({ db, signIn, sessions, live, now, logger: pino({ level: 'silent' }), ...options });
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      }),
  );
  const { port } = http.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The password of every account in the tests. */
export const TEST_PASSWORD = 'a-password-for-tests-only';

let passwordHash: Promise<string> | undefined;

/** Gives people accounts and sessions straight in better-auth's tables; answers each one's user id and cookie. */
export async function mintAccounts(
  { owner }: TestServer,
  people: readonly { name: string; email: string }[],
): Promise<{ userId: string; cookie: string }[]> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const minted = people.map((person) => ({
    ...person,
    id: randomUUID(),
    token: randomBytes(24).toString('hex'),
  }));
  const rows = JSON.stringify(minted);
  await owner.query(
    `insert into auth_user (id, name, email, email_verified)
     select id, name, email, true from json_to_recordset($1) as r(id text, name text, email text)`,
    [rows],
  );
  await owner.query(
    `insert into auth_account (id, account_id, provider_id, user_id, password)
     select id, id, 'credential', id, $2 from json_to_recordset($1) as r(id text)`,
    [rows, await passwordHash],
  );
  await owner.query(
    `insert into auth_session (id, expires_at, token, user_id)
     select id, now() + interval '15 minutes', token, id from json_to_recordset($1) as r(id text, token text)`,
    [rows],
  );
  return minted.map(({ id, token }) => ({ userId: id, cookie: sessionCookie(token) }));
}

/** The cookie as better-auth signs it. */
function sessionCookie(token: string): string {
  const signature = createHmac('sha256', testSecret).update(token).digest('base64');
  return `tandem.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
