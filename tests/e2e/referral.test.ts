import { expect } from 'vitest';
import { JOINS_FOR_DAYS } from '#shared/orders/referral.ts';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { journey, step } from './support/journey.ts';
import { choose, type Person, see } from './support/person.ts';

/** Asks the occupational therapist of the clinic a question about the episode on the screen. */
async function refer({ page }: Person, { staff }: TestClinic, question: string): Promise<void> {
  await page.getByRole('button', { name: 'Refer', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Refer' });
  await panel.getByLabel('Occupational therapy').check();
  await choose(panel, 'A colleague here', new RegExp(staff['occupational-therapist'].familyName));
  await panel.getByLabel(/^Question/).fill(question);
  await panel.getByRole('button', { name: 'Send referral' }).click();
  await see(
    page.getByRole('row', { name: new RegExp(question) }).getByText(/^waiting for an answer, sent today/),
  );
}

journey(
  'a colleague declines one referral with a reason and accepts another, which ends by itself',
  async ({ clinic, signIn }) => {
    const first = await clinic.anEpisode({
      team: ['physiatrist'],
      patient: { givenName: 'Grace', familyName: 'Okafor' },
    });
    const second = await clinic.anEpisode({
      team: ['physiatrist'],
      patient: { givenName: 'Tom', familyName: 'Brandt' },
    });
    const orders = (episodeId: string) => `/episodes/${episodeId}/orders`;
    const asker = await signIn('physiatrist', { to: orders(first.episodeId) });
    await step('Given two questions to the occupational therapist', async () => {
      await refer(asker, clinic, 'Splint for the thumb');
      await asker.goTo(orders(second.episodeId));
      await refer(asker, clinic, 'Kitchen aids');
    });
    const { page, complaints, goTo } = await signIn('occupational-therapist');
    const offer = (name: string) => page.getByRole('article', { name: new RegExp(name) });

    await step('Who sees the questions, but no record', async () => {
      complaints.expect(new RegExp(`404 .*${first.episodeId}`));
      await goTo(orders(first.episodeId));
      await see(page.getByRole('alert').getByText('Not found'));
      await page.getByRole('link', { name: '2 referrals to me' }).click();
      await see(offer('Okafor').getByText('Splint for the thumb'));
    });
    await step('When they decline the first, only with a reason', async () => {
      await offer('Okafor').getByRole('button', { name: 'Decline' }).click();
      const dialog = page.getByRole('dialog', { name: 'Decline: Grace Okafor' });
      await see(dialog.getByText('Say why.'));
      await dialog.getByLabel('Reason').fill('No room before January');
      await dialog.getByRole('button', { name: 'Decline' }).click();
      await see(page.getByText(/^Declined\. .* is told why\.$/));
      expect(await offer('Okafor').count()).toBe(0);
    });
    await step('And accept the second', async () => {
      await offer('Brandt')
        .getByRole('button', { name: /^Accept, until / })
        .click();
      await see(page.getByText(/^occupational therapist until /));
      await goTo(orders(second.episodeId));
      await see(page.getByText('Kitchen aids'));
    });
    await step('Then the asker sees both, and has the declined one as work', async () => {
      await see(asker.page.getByText(/^accepted /));
      await see(asker.page.getByText(/^is on the team as occupational therapist until /));
      await asker.goTo(orders(first.episodeId));
      await see(asker.page.getByText(/^declined /));
      await see(asker.page.getByText('No room before January'));
      await asker.goTo('/tasks');
      await see(asker.page.getByText('Occupational therapy: declined'));
    });
    await step('And the place on the team ends by itself after twelve weeks', async () => {
      const periods = await clinic.rows<{ days: number }>(
        `select extract(day from valid_to - valid_from)::int as days from care_team_member
          where organization_id = $1 and staff_member_id = $2`,
        [clinic.organizationId, clinic.staff['occupational-therapist'].id],
      );
      expect(periods).toEqual([{ days: JOINS_FOR_DAYS }]);
    });
  },
);
