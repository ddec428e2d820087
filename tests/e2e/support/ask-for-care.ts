import type { Page } from 'playwright-core';
import { choose, see } from './person.ts';

export interface PersonAsking {
  familyName: string;
  givenName: string;
  birthDate: string;
  clinicName: string;
}

/** Goes through the public request for care, step by step, and answers the reference that the page gives. */
export async function askForCare(page: Page, person: PersonAsking): Promise<string> {
  const goOn = () => page.getByRole('button', { name: 'Go on' }).click();
  const answer = (question: RegExp, words: string) =>
    page.getByRole('radiogroup', { name: question }).getByLabel(words, { exact: true }).check();

  await page.getByRole('group', { name: 'Is any of this true now?' }).getByLabel('None of these').check();
  await page.getByRole('group', { name: 'And any of this?' }).getByLabel('None of these').check();
  await goOn();

  await page.getByLabel('What is the problem, in a sentence?').fill('Back pain that runs into the left leg');
  await choose(page, 'Part of the body', 'Lower back');
  await page.getByLabel('Pain', { exact: true }).check();
  await answer(/Where do you feel it/, 'In one place');
  await page.getByRole('button', { name: '6 of 10' }).click();
  await answer(/How has it changed/, 'Getting worse');
  await goOn();

  await answer(/Was there an operation/, 'No');
  await answer(/Has a doctor told you/, 'No');
  await answer(/Has a physiatrist of this clinic/, 'No');
  await page.getByLabel('To find out what is wrong').check();
  await goOn();

  await answer(/Who is asking/, 'The patient');
  await page.getByLabel('Family name').fill(person.familyName);
  await page.getByLabel('Given names').fill(person.givenName);
  await page.getByLabel('Birth date').fill(person.birthDate);
  await answer(/^Sex/, 'female');
  await page.getByLabel('Telephone').fill('+1 212 555 0142');
  await choose(page, 'Clinic', person.clinicName);
  await goOn();

  await see(page.getByText(person.familyName));
  await page.getByRole('button', { name: 'Send request' }).click();
  await see(page.getByRole('heading', { name: 'Your request has arrived' }));
  return (await page.getByText(/^[A-Z0-9]+(-[A-Z0-9]+)+$/).textContent()) ?? '';
}
