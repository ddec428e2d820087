import { expect } from 'vitest';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { journey, step } from './support/journey.ts';
import { see } from './support/person.ts';

const WORSENING = { odi: { 0: 38, 14: 44, 28: 52 }, days: 30 };

journey(
  'a physiatrist goes from the board to a signed decision with the keyboard alone',
  async ({ clinic, signIn }) => {
    await step('Given two episodes that get worse, and one that is on track', async () => {
      await aJudgedEpisode(clinic, { ...WORSENING, patient: { familyName: 'Okafor', givenName: 'Grace' } });
      await aJudgedEpisode(clinic, { ...WORSENING, patient: { familyName: 'Brandt', givenName: 'Tom' } });
      await aJudgedEpisode(clinic, {
        odi: { 0: 40, 14: 20 },
        days: 20,
        patient: { familyName: 'Ito', givenName: 'Ken' },
      });
    });
    const { page } = await signIn('physiatrist');
    const press = (keys: string) => page.keyboard.press(keys);

    await step('When they open the second row of the board with j and Enter', async () => {
      await see(page.getByRole('list', { name: 'Episodes' }).getByRole('article'));
      await press('j');
      await press('j');
      await press('Enter');
      await page.waitForURL(/\/review/);
    });
    await step('And come back one patient with k', async () => {
      await see(page.getByText('2 of 3'));
      await press('k');
      await see(page.getByText('1 of 3'));
    });
    await step('And continue with c, type why, and sign with mod+Enter', async () => {
      await press('c');
      await see(page.getByRole('dialog', { name: 'Continue' }));
      await page.keyboard.type('Pain is expected in the first weeks; walking has improved.');
      await press('Control+Enter');
    });
    await step('Then the decision stands in the review and in the record', async () => {
      await see(page.getByText('Continue: recorded'));
      await see(page.getByText(/continue look again/));
      expect(
        await clinic.rows('select kind, why from decision where organization_id = $1', [
          clinic.organizationId,
        ]),
      ).toEqual([expect.objectContaining({ kind: 'continue' })]);
    });
  },
);
