import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/find-browser.ts';

/**
 * `npm run screenshots`: starts Tandem with fresh demo data in a folder of its own, takes the pictures of the README from
 * the running pages, and stops it. With `TANDEM_URL` it takes them from the Tandem that runs there;
 * names take only those: `npm run screenshots -- board review`.
 */
const PORT = process.env['PORT'] ?? '3990';
const RUNNING = process.env['TANDEM_URL'];
const ADDRESS = RUNNING ?? `http://localhost:${PORT}`;
const FOLDER = path.join('docs', 'images');
const SCREEN = { width: 1366, height: 768 };
const START_MILLISECONDS = 240_000;
const STORY_PATIENT = 'Okafor, Grace';

type Account = 'physiatrist' | 'physical therapist' | 'administrator';
type Scheme = 'light' | 'dark';

/** One picture: who looks, and the way there from their first page. */
interface Picture {
  name: string;
  who: Account;
  scheme?: Scheme;
  goThere: (page: Page) => Promise<void>;
}

const see = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor({ state: 'visible' });

const openReview = async (page: Page): Promise<void> => {
  await page.getByRole('article', { name: new RegExp(STORY_PATIENT) }).click();
  await page.getByRole('region', { name: 'Verdict' }).waitFor();
};

const PICTURES: readonly Picture[] = [
  { name: 'board', who: 'physiatrist', goThere: async () => undefined },
  { name: 'board-dark', who: 'physiatrist', scheme: 'dark', goThere: async () => undefined },
  { name: 'review', who: 'physiatrist', goThere: openReview },
  {
    name: 'prescription',
    who: 'physiatrist',
    goThere: async (page) => {
      await openReview(page);
      await page.getByRole('link', { name: 'Prescription' }).click();
      await page.getByRole('button', { name: /^(Write|Go on with) version/ }).click();
      await page.getByRole('tab', { name: /draft$/, selected: true }).waitFor();
      await page.getByRole('button', { name: 'Remove Lumbar traction' }).click();
      await see(page, /3 changes/);
      await page
        .getByRole('heading', { name: 'Interventions' })
        .evaluate((heading) => heading.closest('section')?.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'session-sheet',
    who: 'physical therapist',
    goThere: async (page) => {
      const sessions = page.getByRole('region', { name: 'Today’s sessions' });
      await sessions
        .getByRole('listitem', { name: /Okafor, Grace/ })
        .getByRole('link', { name: /Sheet/ })
        .click();
      await page.getByRole('button', { name: /^Sign/ }).waitFor();
    },
  },
  {
    name: 'intake',
    who: 'administrator',
    goThere: (page) => page.getByRole('table', { name: 'Requests for care' }).waitFor(),
  },
];

async function take(browser: Browser, { name, who, scheme = 'light', goThere }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: ADDRESS,
    viewport: SCREEN,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  try {
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: new RegExp(`, ${who}(?! assistant)`) }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await goThere(page);
    await settle(page);
    const file = path.join(FOLDER, `${name}.png`);
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    console.log(`  ${file} ${Math.round(statSync(file).size / 1024)} KB`);
  } finally {
    await context.close();
  }
}

/** Nothing is loading, no message is passing, the fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('[role="status"]')].some((part) =>
        part.textContent.startsWith('Loading'),
      ),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(SCREEN.width - 1, 1);
  await page.getByText('live', { exact: true }).waitFor();
}

async function startTandem(dataFolder: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT, TANDEM_DATA_DIR: dataFolder, TANDEM_LOG_LEVEL: 'warn' },
    stdio: 'inherit',
  });
  const until = Date.now() + START_MILLISECONDS;
  while (!(await isReady())) {
    if (server.exitCode !== null)
      throw new Error(`Tandem ended with ${server.exitCode} before it was ready.`);
    if (Date.now() > until) throw new Error('Tandem was not ready in time.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return server;
}

const isReady = (): Promise<boolean> =>
  fetch(`${ADDRESS}/readyz`).then(
    (response) => response.ok,
    () => false,
  );

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

const names = process.argv.slice(2);
const chosen = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));

async function takeAll(): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const picture of chosen) await take(browser, picture);
  } finally {
    await browser.close();
  }
}

mkdirSync(FOLDER, { recursive: true });
if (RUNNING === undefined) {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'tandem-pictures-'));
  const server = await startTandem(dataFolder);
  await takeAll().finally(() => stop(server));
  rmSync(dataFolder, { recursive: true, force: true });
} else {
  await takeAll();
}
