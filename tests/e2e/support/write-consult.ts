import type { Page } from 'playwright-core';
import { see } from './person.ts';

/** Fills in everything that signing a consult asks for, field by field, as a physiatrist would. */
export async function writeConsult(page: Page): Promise<void> {
  const write = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await write('In the patient’s words', 'Low back pain running into the left leg');
  await write('Present problem', 'Began after lifting; worse when sitting.');
  await write('Where', 'Low back, left calf');
  await page.getByLabel(/^Severity now/).fill('6');
  await write('What they cannot do, in plain activities', 'Sits 10 minutes');
  for (const list of ['Past history', 'Comorbidities', 'Medications', 'Allergies']) {
    await page.getByLabel(`${list}: reviewed with the patient`).check();
  }
  await page.getByLabel('All of these were asked about or looked for at this visit').check();
  await page.getByRole('button', { name: '+ Strength' }).click();
  const strength = page.getByRole('table', { name: 'Strength' });
  await strength.getByLabel('Muscle group').fill('Great toe extensors (L5)');
  await strength.getByLabel('Side').selectOption({ label: 'left' });
  await strength.getByLabel('Grade', { exact: true }).selectOption('4');
  await write('What it is, and why', 'L5 radiculopathy, left');
  await write('Add a diagnosis', 'M54.16');
  await page.getByRole('option', { name: /M54\.16/ }).click();
  await write('What happens next', 'Physical therapy, review at week 4');
  await see(page.getByText('Complete', { exact: true }));
}

/** Signs the evaluation that is on the screen. */
export async function signEvaluation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
  await see(page.getByText('Signed.', { exact: true }));
}
