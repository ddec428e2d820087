import { expect } from 'vitest';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { journey, step } from './support/journey.ts';
import { arrived, fillSignIn, see, seeNoMore } from './support/person.ts';

journey(
  'a therapist who leaves the care team gets “not found” at the next click',
  async ({ clinic, signIn }) => {
    const { episodeId } = await aJudgedEpisode(clinic, {
      odi: { 0: 38, 14: 49, 28: 50 },
      days: 30,
      patient: { familyName: 'Okafor', givenName: 'Grace' },
    });
    const { page, complaints } = await signIn('therapist', { to: '/board' });
    const row = page.getByRole('article', { name: /Okafor/ });
    await step('Given a therapist who sees the episode on the board', () => see(row));

    await step('When the membership ends and they click', async () => {
      await clinic.rows(
        `update care_team_member set valid_to = now() where organization_id = $1 and staff_member_id = $2`,
        [clinic.organizationId, clinic.staff.therapist.id],
      );
      complaints.expect(new RegExp(`404 .*${episodeId}`));
      await row.click();
    });

    await step(
      'Then the review does not exist for them, by a click or by its address, and the board forgets it',
      async () => {
        await see(page.getByRole('alert').getByText('Not found'));
        await page.reload();
        await see(page.getByRole('alert').getByText('Not found'));
        expect(await page.getByText('Okafor').count()).toBe(0);
        await page.getByRole('link', { name: 'Board' }).click();
        await arrived(page);
        await see(page.getByText('No episode is in your care'));
        await seeNoMore(row);
      },
    );
  },
);

journey(
  'a page that asks who you are leads there after signing in; a wrong password is said and costs nothing',
  async ({ clinic, visit }) => {
    const { page, complaints } = await visit('/tasks');
    const email = page.getByLabel('E-mail');

    await step('Given somebody without a session who wanted their tasks', () =>
      page.waitForURL(/\/sign-in\?next=%2Ftasks/),
    );
    await step('When they mistype the password', async () => {
      complaints.expect(/401 .*sign-in\/email/);
      await email.fill(clinic.staff.therapist.email);
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
    });
    await step('Then they are told without learning which half was wrong, and the e-mail stays', async () => {
      await see(page.getByRole('alert').getByText('E-mail or password is wrong'));
      expect(await email.inputValue()).toBe(clinic.staff.therapist.email);
    });
    await step('And with the right one they are where they wanted to go', async () => {
      await fillSignIn(page, clinic, 'therapist');
      await see(page.getByRole('heading', { level: 1, name: 'Tasks' }));
    });
  },
);
