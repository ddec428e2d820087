import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { CSV_COLUMNS } from '#shared/home-programme/exercise-csv.ts';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { pathOf } from '#tests/support/caller.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { journey, step } from './support/journey.ts';
import { choose, see, seeNoMore } from './support/person.ts';
import { fillSheet, signButton } from './support/session-sheet.ts';

/** A line of the list: a strength exercise of the knee without a word of Spanish. */
const lineOf = (name: string, sets = '3'): string[] =>
  CSV_COLUMNS.map((column) => {
    const cells: Partial<Record<typeof column, string>> = {
      code: name.toLowerCase().replaceAll(' ', '-'),
      name_en: name,
      category: 'strength',
      region: 'knee',
      steps_en: 'Sit down | Press the knees together',
      sets,
      repetitions: '10',
      times_per_day: '1',
      days_per_week: '7',
    };
    return cells[column] ?? '';
  });

const csv = (rows: readonly string[][], between = ','): Buffer =>
  Buffer.from([CSV_COLUMNS, ...rows].map((cells) => cells.join(between)).join('\r\n'));

const choosing = (panel: Locator) => async (buffer: Buffer) =>
  panel.locator('input[type="file"]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });

journey(
  'a list of exercises is imported whole or not at all, and what it brought is printed in Spanish as far as it goes',
  async ({ clinic, signIn }) => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const { page, goTo } = await signIn('therapist', { to: '/exercises?panel=import' });
    const panel = page.getByRole('dialog', { name: 'Import a list of exercises' });
    const take = choosing(panel);
    const importButton = panel.getByRole('button', { name: /^Import/ });

    await step(
      'Given a list of 40 whose line 37 cannot be read: it is named first, nothing can be written',
      async () => {
        await take(
          csv(Array.from({ length: 40 }, (_, at) => lineOf(`Squeeze ${at + 2}`, at === 35 ? 'three' : '3'))),
        );
        await see(panel.getByText(/^40 lines: 39 new, .* 1 refused\. Nothing is written/));
        const first = panel.getByRole('row').nth(1);
        await see(first.getByText('refused'));
        expect(await first.getByRole('cell').first().textContent()).toBe('37');
        expect(await importButton.isDisabled()).toBe(true);
      },
    );
    await step(
      'When a good one with semicolons is chosen and the panel is closed, nothing has happened',
      async () => {
        await take(csv([lineOf('Towel squeeze'), lineOf('Wall push')], ';'));
        await see(importButton.and(panel.getByRole('button', { name: 'Import 2' })));
        await page.keyboard.press('Escape');
        await seeNoMore(panel);
        await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('towel squeeze');
        await see(page.getByText('No exercise matches.'));
      },
    );
    await step('And when it is imported, it is in the library, and again it changes nothing', async () => {
      await goTo('/exercises?panel=import');
      await take(csv([lineOf('Towel squeeze'), lineOf('Wall push')], ';'));
      await panel.getByRole('button', { name: 'Import 2' }).click();
      await see(page.getByText('2 added, 0 changed.'));
      await see(page.getByRole('list', { name: 'Exercises' }).getByText('Wall push'));
      await goTo('/exercises?panel=import');
      await take(csv([lineOf('Towel squeeze'), lineOf('Wall push')]));
      await see(panel.getByText(/ 2 as they are, 0 refused\.$/));
      expect(await importButton.isDisabled()).toBe(true);
    });
    await step('Then it can be given home, and the Spanish page says what it prints in English', async () => {
      await goTo(`/episodes/${episodeId}/home-programme?edit=true`);
      await page.getByRole('searchbox', { name: 'Find an exercise' }).fill('towel');
      await page.getByRole('button', { name: 'Add Towel squeeze' }).click();
      await page.getByRole('button', { name: 'Save as version 1' }).click();
      await page.getByRole('button', { name: 'Print or PDF' }).click();
      await see(page.getByRole('note').getByText(/In English only: .*Towel squeeze/));
      await goTo(
        pathOf(homeProgrammeApi.handout, { episodeId, versionNumber: 1 }, { format: 'html', language: 'es' }),
      );
      await see(page.getByRole('heading', { name: 'Sus ejercicios en casa' }));
      await see(page.getByText('Towel squeeze'));
    });
  },
);

journey(
  'what could not be taught back is offered at the next visit and named on the programme',
  async ({ clinic, signIn }) => {
    const episode = await aTreatedEpisode(clinic);
    const today = await aPlannedSession(clinic, episode);
    const { page, goTo } = await signIn('therapist', { to: `/sessions/${today.sessionId}` });

    await step('Given a visit at which preventing falls was shown and could not be taught back', async () => {
      await choose(page, 'Education given', 'Preventing falls at home');
      const taught = page.getByRole('group', { name: 'Preventing falls at home' });
      await choose(taught, 'How', 'shown');
      await choose(taught, 'Teach-back', 'could not teach it back');
      await fillSheet(page, { assessment: 'Falls to be taught again.' });
      await signButton(page).click();
      await see(page.getByRole('heading', { name: /^Session of/ }));
    });
    await step('Then the programme names it, and the next sheet offers it', async () => {
      await goTo(`/episodes/${episode.episodeId}/home-programme`);
      await see(page.getByText('To repeat: Preventing falls at home'));
      clinic.clock.advanceDays(2);
      const next = await aPlannedSession(clinic, episode);
      await goTo(`/sessions/${next.sessionId}`);
      await page.getByRole('button', { name: 'Repeat: Preventing falls at home' }).click();
      await see(page.getByRole('group', { name: 'Preventing falls at home' }));
    });
  },
);
