import { expect } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aProcedure } from '#tests/support/a-procedure.ts';
import { aCrowdedBoard } from './support/crowd.ts';
import { aFurnishedClinic } from './support/furnished-clinic.ts';
import { journey, step } from './support/journey.ts';
import { arrived, see } from './support/person.ts';

const SMALL_LAPTOP = { width: 1366, height: 768 };

/** What scrolls although it should not: the page itself, and each column of the review, with how much is out of sight. */
const OUT_OF_SIGHT = `(() => {
  const boxes = { page: document.documentElement, main: document.querySelector('main') };
  for (const label of ['Verdict', 'Trends', 'Sessions, requests and decisions'])
    boxes[label] = document.querySelector('section[aria-label="' + label + '"]');
  return Object.entries(boxes).flatMap(([name, box]) => {
    if (!box) return [name + ' is not there'];
    const down = box.scrollHeight - box.clientHeight;
    const across = box.scrollWidth - box.clientWidth;
    return down > 1 || across > 1 ? [name + ': ' + down + ' px below, ' + across + ' px beside'] : [];
  });
})()`;

journey(
  'the review of a patient with all there is fits a screen of 1366 by 768: no column scrolls',
  async ({ clinic, signIn }) => {
    const { episodeId } = await step('Given a hold, a request, a test, an injection and a decision', () =>
      aFullEpisode(clinic),
    );
    const { page } = await signIn('physiatrist', {
      to: `/episodes/${episodeId}/review`,
      viewport: SMALL_LAPTOP,
    });
    await arrived(page);
    const side = page.getByLabel('Sessions, requests and decisions');
    for (const title of [
      'Safety hold',
      'Open request',
      'Last three sessions',
      'Tests, procedures, referrals',
      'Decisions',
    ])
      await see(side.getByRole('heading', { name: title }));

    expect(await page.evaluate(OUT_OF_SIGHT)).toEqual([]);
  },
);

/** Everything that the side of a review can hold, as the demo's first patient has it. */
async function aFullEpisode(clinic: TestClinic): Promise<{ episodeId: string }> {
  const { episodeId } = await aFurnishedClinic(clinic);
  await clinic.as('physiatrist').call(ordersApi.perform, {
    params: { episodeId: EpisodeId.parse(episodeId) },
    body: aProcedure(clinic.day(-6)),
  });
  return { episodeId };
}

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
