import type { Page } from 'playwright-core';
import { see } from './person.ts';

/** Writes a first version from what the record proposes: bridges and walking, 3 a week for 6 weeks, a goal on the ODI. */
export async function writePrescription(page: Page, { onsetOn }: { onsetOn: string }): Promise<void> {
  await page.getByLabel('Onset').fill(onsetOn);
  await page.getByLabel(/^Frequency/).fill('3');
  await page.getByLabel(/^Duration/).fill('6');
  await page.getByRole('button', { name: /^Suggest / }).click();
  await permit(page, 'Bridge');
  await permit(page, 'Walking, treadmill');
  await page.getByRole('button', { name: '+ left leg' }).click();
  await page.getByLabel(/^No precautions known/).check();
  await page.getByRole('button', { name: '+ goal' }).click();
  await page.getByLabel(/^Target of ODI/).fill('20');
  await page.getByLabel(/^What ODI means/).fill('Sits through a meeting of an hour');
  await see(page.getByText('Nothing is missing.'));
}

/** Adds an intervention of the catalogue. */
export async function permit(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Add an intervention' }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await see(page.getByRole('button', { name: `Remove ${name}` }));
}

/** Signs the draft that is on the screen; a change says why. */
export async function signVersion(page: Page, version: number, reason?: string): Promise<void> {
  await page.getByRole('button', { name: `Sign version ${version}` }).click();
  const dialog = page.getByRole('dialog', { name: `Sign version ${version}?` });
  if (reason !== undefined) await dialog.getByLabel('Why it changes').fill(reason);
  await dialog.getByRole('button', { name: `Sign version ${version}` }).click();
  await see(page.getByText(`Version ${version} is signed and in force`));
}
