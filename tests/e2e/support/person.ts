import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { PersonName, TestClinic } from '#tests/support/a-clinic.ts';
import { TEST_PASSWORD } from '#tests/support/a-server.ts';
import { type Complaints, listenToComplaints } from './complaints.ts';

/** The device somebody works on. */
export interface Device {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** A finger instead of a mouse. */
  touch?: boolean;
}

/** Somebody at a browser of their own. */
export interface Person {
  who: string;
  page: Page;
  context: BrowserContext;
  complaints: Complaints;
  /** Types the address of a page. */
  goTo: (path: string) => Promise<void>;
}

const DESK = { width: 1366, height: 768 };
const PATIENCE_MILLISECONDS = 12_000;
/** Far from every clinic of the tests: a page that shows the device's time instead of the clinic's is found out. */
const DEVICE_TIME_ZONE = 'Asia/Tokyo';

/** Opens a browser of one's own at the clinic's address. */
export async function openBrowser(
  browser: Browser,
  clinic: TestClinic,
  who: string,
  { viewport = DESK, colorScheme = 'light', touch = false }: Device = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: clinic.address,
    viewport,
    colorScheme,
    hasTouch: touch,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: DEVICE_TIME_ZONE,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  return {
    who,
    page,
    context,
    complaints: listenToComplaints(page),
    goTo: async (path) => void (await page.goto(path)),
  };
}

/** Fills in the sign-in form that is on the screen. */
export async function fillSignIn(page: Page, clinic: TestClinic, who: PersonName): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('E-mail').fill(clinic.staff[who].email);
  await form.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

/** Waits until it can be seen. */
export const see = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });

/** Waits until it can no longer be seen. */
export const seeNoMore = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

/** The draft on the screen is said to be saved. */
export const seeSaved = (page: Page): Promise<void> => see(page.getByText(/^\s*saved \d\d:\d\d/));

/** The page has arrived: its heading is there and nothing is loading any more. */
export async function arrived(page: Page): Promise<void> {
  await see(page.getByRole('heading', { level: 1 }));
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('[role="status"]')].some((part) =>
        part.textContent.startsWith('Loading'),
      ),
  );
}

/** Opens a list and takes one of its options. */
export async function choose(
  within: Page | Locator,
  label: string | RegExp,
  option: string | RegExp,
): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  const page = 'page' in within ? within.page() : within;
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
