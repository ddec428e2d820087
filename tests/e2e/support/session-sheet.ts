import type { Page } from 'playwright-core';

/** Gives bridges (3 x 10, 12 minutes) and writes pain and a note, as a therapist does on an empty sheet. */
export async function fillSheet(page: Page, { assessment }: { assessment: string }): Promise<void> {
  await page.getByRole('button', { name: 'Give Bridge today' }).click();
  await fillBridge(page);
  await page.getByLabel(/^Pain before/).fill('5');
  await page.getByLabel(/^Pain after/).fill('4');
  await page.getByLabel('S: Subjective').fill('Slept better.');
  await page.getByLabel('A: Assessment').fill(assessment);
}

/** The dose and the minutes of the bridges that are on the sheet. */
export async function fillBridge(page: Page): Promise<void> {
  await page.getByLabel(/^Bridge: sets/).fill('3');
  await page.getByLabel(/^Bridge: repetitions/).fill('10');
  await page.getByLabel('Bridge: treatment minutes').fill('12');
}

/** The button that signs the sheet. */
export const signButton = (page: Page) => page.getByRole('button', { name: 'Sign session' });

/** Confirms each row that came from the last visit and writes today's pain and note, as a therapist does on a sheet that goes on. */
export async function fillCarriedSheet(page: Page, { assessment }: { assessment: string }): Promise<void> {
  const confirm = page.getByRole('button', { name: /^Confirm .*, carried from the last session$/ });
  for (let left = await confirm.count(); left > 0; left -= 1) await confirm.first().click();
  await page.getByLabel(/^Pain before/).fill('4');
  await page.getByLabel(/^Pain after/).fill('3');
  await page.getByRole('textbox', { name: 'S: Subjective' }).fill('Sat through the film.');
  await page.getByRole('textbox', { name: 'A: Assessment' }).fill(assessment);
  await page.getByRole('textbox', { name: 'P: Plan' }).fill('Walking a minute longer.');
}
