import path from 'node:path';
import { createServer, type Server } from 'node:http';
import pino from 'pino';
import { createSignIn, describeInstallation, SessionResolver } from '#server/auth/index.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { LiveHub } from '#server/platform/live/hub.ts';
import { OperatorError } from '#server/platform/operator-error.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createApp } from './create-app.ts';
import { loadDemoIfEmpty } from './load-demo.ts';
import { prepareDatabase } from './prepare-database.ts';
import { startWorker } from './worker.ts';

const REQUEST_TIMEOUT_MILLISECONDS = 15_000;
const GRACE_MILLISECONDS = 8_000;

const say = (sentence: string): void => void process.stdout.write(`  ${sentence}\n`);

/** Starts everything in order, says each step, and stops it in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = pino(
    { level: config.logLevel },
    // Lines go out together: a write of its own for each request costs more than the rest of logging it.
    pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }),
  );
  const server = await reserve(config);
  const prepared = await prepareDatabase(config, say);
  const db = openDatabase(prepared.appUrl);
  const signIn = createSignIn({
    authUrl: prepared.authUrl,
    secret: prepared.secret,
    publicUrl: config.publicUrl,
  });
  const sessions = new SessionResolver(signIn);
  const live = new LiveHub(prepared.appUrl, (userId) => sessions.forget(userId));
  await live.start();
  await loadDemoIfEmpty({ config, db, signIn, ownerUrl: prepared.ownerUrl, say });
  const worker = await startWorker(prepared.jobsUrl, db, logger);
  const clientFolder = path.resolve('dist/client');
  const { trustedProxies } = config;
  server.on('request', createApp({ db, signIn, sessions, live, logger, trustedProxies, clientFolder }));
  await announceReady(config, db);

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`${signal}: finishing what is running, then stopping.`);
    await live.close();
    await closed(server);
    await worker.stop();
    await Promise.all([db.close(), signIn.close()]);
    await prepared.stop();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('Ctrl-C'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
}

/** Takes the port before anything else starts, so that a busy one costs nobody a minute. */
async function reserve(config: Config): Promise<Server> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MILLISECONDS, headersTimeout: 10_000 });
  server.on('request', (_request, response) => {
    if (server.listenerCount('request') > 1) return;
    response
      .writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' })
      .end('Tandem is starting.\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new ConfigError(`Port ${config.port} is in use. Choose another: PORT=3001 npm start`) : error,
      );
    });
    server.listen(config.port, resolve);
  });
  return server;
}

async function announceReady(config: Config, db: ReturnType<typeof openDatabase>): Promise<void> {
  const { demo } = await describeInstallation(db);
  say('');
  say(`Tandem is ready: ${config.publicUrl}`);
  if (demo) {
    say('Synthetic demo data. Sign in as');
    for (const account of demo.accounts) say(`  ${account.email.padEnd(30)} ${account.role}`);
    say(`  password: ${demo.password}`);
  }
  say('Stop with Ctrl-C.');
}

/** Lets requests in flight finish; after the grace period the rest are cut. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

main().catch((error: unknown) => {
  process.stderr.write(
    `\n${error instanceof OperatorError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
