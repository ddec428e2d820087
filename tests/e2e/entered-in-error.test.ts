import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { medicationsApi } from '#shared/medications/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aProcedure } from '#tests/support/a-procedure.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { journey, step } from './support/journey.ts';
import { see, seeNoMore } from './support/person.ts';

/** A course that got worse, with a procedure, a medication and a history fact that belong to somebody else. */
async function aMixedUpRecord(clinic: TestClinic) {
  const { episodeId, patientId } = await aJudgedEpisode(clinic, {
    odi: { 0: 38, 14: 49, 28: 50 },
    days: 30,
    patient: { familyName: 'Okafor', givenName: 'Grace' },
  });
  const physiatrist = clinic.as('physiatrist');
  await physiatrist.call(ordersApi.perform, {
    params: { episodeId },
    body: aProcedure(clinic.day(-20)),
  });
  await physiatrist.call(patientsApi.addMedication, {
    params: { patientId },
    body: { name: 'Tizanidine', dose: '4 mg', frequency: 'at night' },
  });
  await physiatrist.call(patientsApi.addHistoryFact, {
    params: { patientId },
    body: { kind: 'surgery', title: 'Appendectomy', happenedOn: '2001' },
  });
  const { body } = await physiatrist.call(medicationsApi.list, { params: { episodeId } });
  expect(body.medications).toHaveLength(1);
  return { episodeId, patientId };
}

/** Answers the one question that is asked wherever something was entered in error. */
async function markInError(page: Page, why: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /Entered in error\?$/ });
  await see(dialog.getByText('Say why first.'));
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Mark as entered in error' }).click();
  await seeNoMore(dialog);
}

const isStruck = (page: Page, text: string): Promise<boolean> =>
  page
    .getByText(text, { exact: true })
    .first()
    .evaluate((found) => {
      for (let part: Element | null = found; part; part = part.parentElement)
        if (getComputedStyle(part).textDecorationLine === 'line-through') return true;
      return false;
    });

/** Everything stands on paper, struck through and with its reason. */
async function seeOnPaper(page: Page, text: string, why: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await see(page.getByText(new RegExp(`^Entered in error .*Staff-.*: ${why}`)).filter({ visible: true }));
  expect(await isStruck(page, text)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
}

journey(
  'what was entered in error stops counting, stays struck through with who, when and why, and is printed so',
  async ({ clinic, signIn }) => {
    const { episodeId, patientId } = await aMixedUpRecord(clinic);
    const { page, goTo } = await signIn('physiatrist', { to: '/board' });
    const row = page.getByRole('article', { name: /^Okafor, Grace/ });
    await see(row);
    const judged = await row.getAttribute('aria-label');

    await step('Given a score that should not be here at all', async () => {
      await goTo(`/episodes/${episodeId}/scores`);
      await page.getByRole('button', { name: 'Wrong: ODI 50' }).click();
      const panel = page.getByRole('dialog', { name: 'Correct a score' });
      await panel.getByLabel('It should not be here at all').check();
      await panel.getByLabel(/^Reason/).fill('Asked of somebody else');
      await panel.getByRole('button', { name: 'Mark as entered in error' }).click();
      await see(page.getByText('2 scores, 1 entered in error'));
      await seeOnPaper(page, '50 %', 'Asked of somebody else');
    });
    await step('Then the board judges the episode without it', async () => {
      await goTo('/board');
      await see(row);
      expect(await row.getAttribute('aria-label')).not.toBe(judged);
    });
    await step('And a procedure', async () => {
      await goTo(`/episodes/${episodeId}/orders`);
      await page.getByRole('button', { name: 'Entered in error…' }).click();
      await markInError(page, 'Done on her sister');
      await seeOnPaper(page, 'Transforaminal epidural injection', 'Done on her sister');
      await goTo(`/episodes/${episodeId}/review?show=table`);
      await see(page.getByText('ODI').filter({ visible: true }));
      expect(await page.getByText('Transforaminal epidural injection').count()).toBe(0);
    });
    await step('And a medication, which leaves the list and stands on paper', async () => {
      await goTo(`/episodes/${episodeId}/medications`);
      await page.getByRole('button', { name: /^Tizanidine: Entered in error/ }).click();
      await markInError(page, 'Another chart');
      await see(page.getByText('No present medication is recorded.'));
      await seeOnPaper(page, 'Tizanidine', 'Another chart');
    });
    await step('And a history fact, which can be shown again', async () => {
      await goTo(`/patients/${patientId}`);
      await page.getByRole('button', { name: 'Change Appendectomy' }).click();
      await page.getByRole('menuitem', { name: 'Entered in error…' }).click();
      await markInError(page, 'Told by the neighbour');
      await see(page.getByText('No surgery, injury, therapy before, work or home is recorded.'));
      await seeOnPaper(page, '2001', 'Told by the neighbour');
      await page.getByRole('button', { name: 'Show 1 past or in error' }).first().click();
      await see(page.getByText(/: Told by the neighbour$/));
    });
    await step('And an amount that the administrator typed', async () => {
      const administrator = await signIn('administrator', { to: `/patients/${patientId}/therapy-amounts` });
      const paper = administrator.page;
      await paper.getByLabel('Allowed amount').fill('2310.50');
      await paper.getByLabel('Source').fill('Portal');
      await paper.getByRole('button', { name: 'Enter', exact: true }).click();
      await see(paper.getByText(/^\$2,310\.50 of /));
      await paper.getByRole('button', { name: 'Entered in error…' }).click();
      await markInError(paper, 'Portal of somebody else');
      await see(paper.getByText(/^No allowed amount is entered for /));
      await seeOnPaper(paper, '$2,310.50', 'Portal of somebody else');
    });
  },
);
