import { expect } from 'vitest';
import { aTreatedEpisode } from '#tests/support/treated-episode.ts';
import { aCrowdedBoard } from './support/crowd.ts';
import { journey, step } from './support/journey.ts';
import { arrived, see } from './support/person.ts';

const SMALL_LAPTOP = { width: 1366, height: 768 };

journey('the review fits a screen of 1366 by 768 without scrolling the page', async ({ clinic, signIn }) => {
  const { episodeId } = await aTreatedEpisode(clinic, { odi: { 0: 38, 14: 49, 28: 50 }, days: 30 });
  const { page } = await signIn('physiatrist', {
    to: `/episodes/${episodeId}/review`,
    viewport: SMALL_LAPTOP,
  });
  await arrived(page);
  await see(page.getByRole('group', { name: 'Decide' }));

  const { height, width, room } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    room: document.querySelector('main')?.scrollHeight,
  }));
  const inner = await page.evaluate(() => document.querySelector('main')?.clientHeight);
  expect(height).toBeLessThanOrEqual(SMALL_LAPTOP.height);
  expect(width).toBeLessThanOrEqual(SMALL_LAPTOP.width);
  expect(room).toBe(inner);
});

journey(
  'a board of 500 episodes scrolls to its end while only the rows in view exist',
  async ({ clinic, signIn }) => {
    await step('Given 500 episodes in one physiatrist’s care', () => aCrowdedBoard(clinic, 500));
    const { page } = await signIn('physiatrist', { viewport: SMALL_LAPTOP });
    const list = page.getByRole('list', { name: 'Episodes' });
    const rows = list.getByRole('article');
    await see(rows);
    let most = 0;

    await step('When they scroll on and on', async () => {
      await list.hover();
      await expect
        .poll(
          async () => {
            most = Math.max(most, await rows.count());
            await page.mouse.wheel(0, 4_000);
            return page.getByText('500 episodes').count();
          },
          { timeout: 60_000, interval: 50 },
        )
        .toBe(1);
    });
    await step(
      'Then the last row is there, and never were there more than those around the view',
      async () => {
        await see(page.getByRole('article', { name: /Person 4\d\d|Person 0/ }));
        await expect
          .poll(
            async () => {
              await page.mouse.wheel(0, 4_000);
              return rows.last().locator('xpath=..').getAttribute('aria-posinset');
            },
            { timeout: 20_000 },
          )
          .toBe('500');
        expect(most).toBeLessThan(60);
      },
    );
  },
);
