import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { aPrescription, aSignedConsult } from '#tests/support/prescriptions-factory.ts';
import { journey, step } from './support/journey.ts';
import { see, seeNoMore } from './support/person.ts';
import { signVersion } from './support/write-prescription.ts';

const TAPER = '2 a week for 4 weeks, then 1 a week for 4 weeks';

/** Opens the starting points and looks at one of them. */
async function lookAt(page: Page, name: RegExp) {
  await page.getByRole('button', { name: 'Start from a template or earlier prescription' }).click();
  const panel = page.getByRole('dialog', { name: /^Start from a template/ });
  await panel.getByRole('button', { name }).click();
  return panel;
}

journey(
  'a template is put into a draft, changed, kept by the clinic, and taken back for an earlier version',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode();
    await aSignedConsult(clinic, episodeId);
    await aPrescription(clinic, episodeId);
    clinic.clock.advanceDays(14);
    const to = `/episodes/${episodeId}/prescription`;
    const { page } = await signIn('physiatrist', { to });

    await step('Given a draft in which bridges are ruled out', async () => {
      await page.getByRole('button', { name: 'Write version 2' }).click();
      await page.getByRole('textbox', { name: 'Rule out an intervention' }).fill('bridge');
      await page.getByRole('option', { name: /^Bridge/ }).click();
    });
    await step('When a template is looked at, what it would change is said before it does', async () => {
      const panel = await lookAt(page, /^Low back pain, Subacute/);
      const changes = panel.getByRole('region', { name: 'Low back pain, Subacute' });
      await see(changes.getByText(TAPER));
      await see(changes.getByText('Bridge is left out, ruled out in this draft'));
      for (const width of [820, 600]) {
        await page.setViewportSize({ width, height: 1180 });
        expect((await changes.boundingBox())?.y, `in sight at ${width}`).toBeLessThan(400);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      await panel.getByRole('checkbox', { name: 'Goals' }).uncheck();
      await panel.getByRole('button', { name: /^Put in \d+ changes$/ }).click();
      await see(page.getByText('“Low back pain, Subacute” is in the draft.'));
      await see(page.getByRole('button', { name: 'Allow Bridge again' }));
      expect(await page.getByRole('button', { name: 'Remove Lumbar traction' }).count()).toBe(0);
    });
    await step('And its taper is changed, the visits follow', async () => {
      await see(page.getByText('12 visits', { exact: true }));
      await page.getByLabel('Weeks, step 2').fill('2');
      await see(page.getByText('10 visits', { exact: true }));
    });
    await step(
      'And the clinic keeps the draft, renames it, and replaces it only when asked again',
      async () => {
        await page.getByRole('button', { name: 'Keep as template' }).click();
        const keep = page.getByRole('dialog', { name: 'Keep this draft as a template?' });
        await keep.getByLabel('Name').fill('Back, six weeks');
        await keep.getByRole('button', { name: 'Keep template' }).click();
        await seeNoMore(keep);
        await page.getByLabel('Weeks, step 2').fill('3');
        const panel = await lookAt(page, /^Back, six weeks/);
        await panel.getByRole('button', { name: 'Replace by this draft' }).click();
        const ask = page.getByRole('dialog', { name: 'Replace what “Back, six weeks” says?' });
        await see(ask.getByText(/then 1 a week for 3 weeks/));
        await ask.getByRole('button', { name: 'Replace' }).click();
        await see(panel.getByText(/^Version 2, saved as “Back, six weeks”/));
        await panel.getByRole('button', { name: 'Leave the draft as it is' }).click();
      },
    );
    await step('And an earlier version is put in and taken back with one click', async () => {
      const panel = await lookAt(page, /version 1/);
      await panel.getByRole('button', { name: /^Put in \d+ changes?$/ }).click();
      await see(page.getByText('18 visits', { exact: true }));
      await page.getByRole('button', { name: 'Take it back' }).click();
      await see(page.getByText('11 visits', { exact: true }));
    });
    await step('Then the therapist reads the version with its taper and without traction', async () => {
      await signVersion(page, 2, 'Load and activity instead of traction');
      const therapist = await signIn('therapist', { to });
      await see(therapist.page.getByText(/2 a week for 4 weeks, then 1 a week for 3 weeks/));
      expect(await therapist.page.getByText('Start from a template').count()).toBe(0);
    });
  },
);
