import { expect } from 'vitest';
import { fillSignIn, see, seeNoMore, seeSaved } from './support/person.ts';
import { journey, step } from './support/journey.ts';
import { signEvaluation, writeConsult } from './support/write-consult.ts';

journey(
  'a consult keeps every word when the session ends in the middle of it, and is signed',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode();
    const { page, complaints } = await signIn('physiatrist', { to: `/episodes/${episodeId}/evaluations` });

    await step('Given a physiatrist who begins the consult', async () => {
      await page.getByRole('button', { name: 'Start consult' }).click();
      await page.getByLabel('In the patient’s words').fill('My back hurts');
      await seeSaved(page);
    });
    await step('When their session ends while they write', async () => {
      complaints.expect(/401 /);
      await clinic.rows('delete from auth_session where user_id = $1', [clinic.staff.physiatrist.userId]);
      await page.getByLabel('Present problem').fill('Began after lifting a box');
      await see(page.getByText('Your session has ended'));
    });
    await step('Then they sign in over the page and what they wrote is saved', async () => {
      await fillSignIn(page, clinic, 'physiatrist');
      await seeNoMore(page.getByText('Your session has ended'));
      expect(await page.getByLabel('Present problem').inputValue()).toBe('Began after lifting a box');
      await expect
        .poll(() =>
          clinic.rows(
            `select content #>> '{history,present}' as present from evaluation where episode_id = $1`,
            [episodeId],
          ),
        )
        .toEqual([{ present: 'Began after lifting a box' }]);
    });
    await step('And the whole consult is written and signed', async () => {
      await writeConsult(page);
      await signEvaluation(page);
      await see(page.getByText('L5 radiculopathy, left'));
    });
  },
);

journey(
  'signing a consult that is not complete names what is missing, and each name leads to its field',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode();
    const { page } = await signIn('physiatrist', { to: `/episodes/${episodeId}/evaluations` });
    await page.getByRole('button', { name: 'Start consult' }).click();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('button', { name: 'Reason for the visit is missing.' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('content.reason');
  },
);
