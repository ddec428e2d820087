import { expect } from 'vitest';
import { aMedicareEpisode } from '#tests/support/medicare-episode.ts';
import { aPlannedSession } from '#tests/support/sessions-factory.ts';
import { journey, step } from './support/journey.ts';
import { choose, see, seeNoMore } from './support/person.ts';
import { fillCarriedSheet, signButton } from './support/session-sheet.ts';

/** Nine treatment days of three weeks; the tenth is today. */
const EARLIER = [21, 19, 17, 14, 12, 10, 7, 5, 3];

journey(
  'at the tenth session a progress report is due; written and signed, its badge is gone',
  async (scene) => {
    const { clinic, signIn } = scene;
    const episode = await aMedicareEpisode(clinic, { days: EARLIER });
    const { episodeId } = episode;
    const session = await aPlannedSession(clinic, episode);
    const therapist = await signIn('therapist', { to: `/sessions/${session.sessionId}` });
    const { page } = therapist;

    await step(
      'Given the tenth session, on whose sheet the report comes near, written and signed there',
      async () => {
        await see(page.getByText(/Progress report soon: 9 treatment days/));
        await fillCarriedSheet(page, { assessment: 'Walks longer; sits half an hour.' });
        await signButton(page).click();
        await see(page.getByRole('heading', { name: /^Session of/ }));
      },
    );
    await step(
      'Then the report is the therapist’s task, which leads to the page that writes it',
      async () => {
        await therapist.goTo('/tasks');
        const task = page.getByRole('link', { name: /Progress report due after 10 treatment days/ });
        await see(task);
        await task.click();
        await see(page.getByRole('heading', { name: 'Next report' }));
      },
    );
    await step('And the episode says that the report is due, and leads there', async () => {
      await therapist.goTo(`/episodes/${episodeId}/documentation`);
      const badge = page.getByRole('link', { name: /Progress report due: treatment day 10/ });
      await see(badge);
      await badge.click();
      await see(page.getByRole('heading', { name: 'Next report' }));
    });
    await step('When the therapist judges the goal and writes, and signs', async () => {
      await see(page.getByText('Assess each goal: the payer asks for it.'));
      await choose(page, /^Assessment: Sit through a meeting/, 'On the way');
      await page.getByLabel(/^Assessment: improvement/).fill('Sits 30 minutes; still needs cueing.');
      await page.getByLabel(/^What is done until/).fill('Raise walking time within the limits.');
      await page.getByRole('button', { name: 'Sign the report' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
      await see(page.getByRole('article', { name: /^Progress report of/ }));
    });
    await step('Then it can be opened as PDF, and the badge is gone for both', async () => {
      const sent = page.waitForResponse((one) => one.headers()['content-type'] === 'application/pdf');
      await page
        .getByRole('button', { name: /^Open PDF: Progress report of/ })
        .first()
        .click();
      expect((await sent).status()).toBe(200);
      await therapist.goTo(`/episodes/${episodeId}/documentation`);
      await see(page.getByRole('heading', { name: 'Documentation' }));
      await seeNoMore(page.getByText(/Progress report due/));
      await therapist.goTo('/tasks');
      await see(page.getByRole('heading', { name: 'Tasks' }));
      await seeNoMore(page.getByText(/Progress report due after 10/));
      const physiatrist = await signIn('physiatrist', { to: `/episodes/${episodeId}/review` });
      await see(physiatrist.page.getByRole('heading', { name: 'Attendance' }));
      await seeNoMore(physiatrist.page.getByText(/Progress report due/));
    });
  },
);
