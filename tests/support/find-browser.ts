import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import packagedChromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Quiet, self-contained, and able to run as root in a container. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installedNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const installedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser the tests drive, and which of the three ways found it. */
export type FoundBrowser = { executablePath: string; source: 'CHROMIUM_PATH' | 'installed' | 'package' };

/** CHROMIUM_PATH, an installed Chrome or Chromium, or the one that comes as a package, in this order. */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
    return { executablePath: given, source: 'CHROMIUM_PATH' };
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = folders.flatMap((folder) => installedNames.map((name) => path.join(folder, name)));
  const installed = [...candidates, ...installedPlaces].find((file) => existsSync(file));
  if (installed) return { executablePath: installed, source: 'installed' };
  return { executablePath: await packagedChromium.executablePath(), source: 'package' };
}

/** Starts the browser that was found. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, source } = await findBrowser();
  const env = source === 'package' ? await environmentForPackage(executablePath) : undefined;
  return chromium.launch({ executablePath, args: flags, headless: true, env });
}

/** A bare system lacks libraries such as NSS; the package brings them too, for those who miss them. */
async function environmentForPackage(executablePath: string): Promise<Record<string, string> | undefined> {
  if (spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0) return undefined;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const libraries = await inflate(path.resolve(path.dirname(entry), '..', '..', 'bin', 'al2023.tar.br'));
  return { ...definedVariables(), LD_LIBRARY_PATH: path.join(libraries, 'lib') };
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
