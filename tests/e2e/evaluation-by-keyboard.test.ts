import { expect } from 'vitest';
import { journey, step } from './support/journey.ts';
import { arrived, see, seeNoMore } from './support/person.ts';

journey(
  'a physiatrist writes a consult by keyboard, loses the network and the tab, comes back and signs',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode({
      patient: { givenName: 'Grace', familyName: 'Okafor' },
      bodyRegion: 'lower-back',
    });
    const list = `/episodes/${episodeId}/evaluations`;
    const { page, context, complaints } = await signIn('physiatrist', { to: list });
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

    await step('Given a consult that was started', async () => {
      await page.getByRole('button', { name: 'Start consult' }).first().click();
      await see(page.getByLabel('In the patient’s words'));
    });
    await step('When the network goes away while they write, and the tab is closed', async () => {
      complaints.expect(/net::|Failed to fetch|ERR_/);
      // The closed tab's save may still arrive; its own words are then no conflict.
      complaints.expect(/^412 /);
      await context.setOffline(true);
      await fill('In the patient’s words', 'Low back pain running into the left leg');
      await see(page.getByText('offline: kept on this device'));
      await context.setOffline(false);
      await page.reload();
      await arrived(page);
    });
    await step('Then the text is still there, and is saved now that the network is back', async () => {
      await expect
        .poll(() => page.getByLabel('In the patient’s words').inputValue())
        .toBe('Low back pain running into the left leg');
      await expect
        .poll(() =>
          clinic.rows(`select content->>'reason' as reason from evaluation where organization_id = $1`, [
            clinic.organizationId,
          ]),
        )
        .toEqual([{ reason: 'Low back pain running into the left leg' }]);
    });
    await step('When they enter findings with the keyboard alone', async () => {
      await page.getByRole('button', { name: '+ Range of motion' }).press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
        .toBe('content.findings.0.joint');
      await page.keyboard.type('Lumbar');
      await page.keyboard.press('Tab');
      await page.keyboard.type('flexion');
      for (let field = 0; field < 3; field += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('40');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
        .toBe('content.findings.1.joint');
      await page.keyboard.press('Tab');
      await page.keyboard.type('extension');
      for (let field = 0; field < 3; field += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('15');
    });
    await step('And the rest of the consult', async () => {
      await fill('Present problem', 'Began after lifting; worse when sitting.');
      await fill('Where', 'Low back, left calf');
      await page.getByLabel('Severity now (0-10)').fill('6');
      await fill('What they cannot do, in plain activities', 'Sits 10 minutes');
      for (const chartList of ['Past history', 'Comorbidities', 'Medications', 'Allergies']) {
        await page.getByLabel(`${chartList}: reviewed with the patient`).check();
      }
      await page.getByLabel('All of these were asked about or looked for at this visit').check();
      await fill('What it is, and why', 'L5 radiculopathy, left');
      await fill('Add a diagnosis', 'lumbar radic');
      await page.keyboard.press('Enter');
      await fill('What happens next', 'Physical therapy, review at week 4');
      await see(page.getByText('Complete', { exact: true }));
    });
    await step('And sign', async () => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
      await see(page.getByRole('heading', { level: 1, name: /^Consult, / }));
    });
    await step('Then the therapist reads it, and the diagnosis stands on the patient’s banner', async () => {
      const therapist = await signIn('therapist', { to: list });
      await therapist.page.getByRole('row', { name: /Consult/ }).click();
      await see(therapist.page.getByRole('row', { name: /Lumbar flexion 40° active/ }));
      await see(therapist.page.getByRole('group', { name: 'Patient Okafor, Grace' }).getByText(/M54\.16/));
    });
  },
);

journey('a result is read from the task it makes', async ({ clinic, signIn }) => {
  const { episodeId } = await clinic.anEpisode({ patient: { givenName: 'Tom', familyName: 'Brandt' } });
  const { page } = await signIn('physiatrist', { to: `/episodes/${episodeId}/orders` });
  await step('Given an MRI that the physiatrist ordered', async () => {
    await page.getByRole('button', { name: 'Order a test' }).click();
    const form = page.getByRole('dialog', { name: 'Order a test' });
    await form.getByLabel('MRI').check();
    await form.getByLabel(/^Part of the body/).fill('Lumbar spine');
    await form.getByLabel(/^Indication/).fill('Leg pain that does not settle');
    const questions = form.getByRole('list', { name: 'Questions before the test' });
    for (const asked of [/^Pacemaker/, /^Metal/, /^Cannot lie still/, /^With contrast/]) {
      await questions
        .getByRole('radiogroup', { name: asked })
        .getByRole('radio', { name: 'No', exact: true })
        .check();
    }
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await see(page.getByText('waiting for the result'));
  });
  await step('When the therapist enters the report', async () => {
    const therapist = await signIn('therapist', { to: `/episodes/${episodeId}/orders` });
    await therapist.page.getByRole('button', { name: 'Enter report' }).click();
    const form = therapist.page.getByRole('dialog');
    await form.getByRole('textbox', { name: /^Report/ }).fill('L5-S1 protrusion.');
    await form.getByRole('button', { name: 'Enter report' }).click();
    await see(therapist.page.getByText('result not read yet'));
  });
  await step('Then it is one of the physiatrist’s tasks, until they write their own reading', async () => {
    await page.getByRole('link', { name: '1 task' }).click();
    await page.getByRole('link', { name: /result to read/ }).click();
    await page.getByLabel('My own reading, and what follows').fill('Fits the left S1 signs.');
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await see(page.getByText('Every result has been read.'));
    await page.goto(`/episodes/${episodeId}/orders`);
    await see(page.getByText('Fits the left S1 signs.'));
    await seeNoMore(page.getByRole('link', { name: '1 task' }));
  });
});
