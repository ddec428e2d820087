import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/** `npm run dev`: the server restarts and the page reloads on every saved change. */
checkNode();
await ensurePackages();
await ensureBuilt('prisma');

const pagePort = process.env.TANDEM_DEV_PORT || '5173';
const env = {
  NODE_ENV: 'development',
  TANDEM_URL: `http://localhost:${pagePort}`,
  ...process.env,
  TANDEM_DEV_PORT: pagePort,
};
const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const children = [
  start(bin('tsx', 'dist', 'cli.mjs'), ['watch', '--clear-screen=false', 'server/app/main.ts']),
  start(bin('vite', 'bin', 'vite.js'), []),
];
console.log(`Tandem in development: http://localhost:${pagePort} (stop with Ctrl-C)`);

function start(script, args) {
  // In its own process group: Ctrl-C reaches only this script, which passes it on once. tsx kills at the second signal.
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => stopAll(code ?? 0));
  return child;
}

let isStopping = false;

function stopAll(code) {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', () => stopAll(0));
process.on('SIGTERM', () => stopAll(0));
