import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';
import { stopRunning } from './bootstrap/steps.mjs';

/** `npm start`: from a fresh copy with nothing but Node to a running Tandem. The server then takes over this process. */
async function start() {
  checkNode();
  await refuseBusyPort(Number(process.env.PORT || 3000));
  await ensurePackages();
  await ensureBuilt('prisma', 'client', 'server');
  process.env.NODE_ENV ||= 'production';
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path.join(root, 'dist', 'server', 'main.js')).href);
}

/** Known before minutes of work, not after. The server checks again when it binds. */
async function refuseBusyPort(port) {
  if (!Number.isInteger(port) || port <= 0 || port > 65_535 || !(await isBusy(port))) return;
  const folder = path.resolve(process.env.TANDEM_DATA_DIR || '.data');
  const holder = readHolder(folder);
  throw new Error(
    holder?.port === port
      ? `Tandem already runs on the data folder ${folder}: http://localhost:${port} (process ${holder.pid}). Use that one, or stop it first.`
      : `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}

function isBusy(port) {
  return new Promise((resolve) => {
    // A page left open may connect to the probe at once; it must not keep the probe waiting.
    const probe = createServer((visitor) => visitor.destroy());
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, () => probe.close(() => resolve(false)));
  });
}

function readHolder(folder) {
  try {
    const holder = JSON.parse(readFileSync(path.join(folder, 'tandem.lock'), 'utf8'));
    process.kill(holder.pid, 0);
    return holder;
  } catch {
    return undefined;
  }
}

/** Until the server listens to the signal itself; leaving through `exit` lets it take its database with it. */
function abort(signal) {
  if (process.listenerCount(signal) > 1) return;
  stopRunning();
  console.log('\nStopped before the start was complete. Run the same command to go on.');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

process.on('SIGINT', abort);
process.on('SIGTERM', abort);

console.log('Tandem is starting');
try {
  await start();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
