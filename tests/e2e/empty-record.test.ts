import { expect } from 'vitest';
import { journey, step } from './support/journey.ts';
import { NOWHERE, PAGES_OF_A_PATIENT } from './support/pages.ts';
import { arrived, type Person, see } from './support/person.ts';
import { findUnreadable } from './support/unreadable.ts';

/** Opens the pages one after the other; answers where something stands that is no word, and where nothing leads on. */
async function readThrough({ who, page, goTo }: Person, addresses: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const address of addresses) {
    await goTo(address);
    await arrived(page);
    const unreadable = await findUnreadable(page);
    if (unreadable !== undefined) wrong.push(`${who} ${address}: ${unreadable}`);
    const ways = page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button'));
    if ((await ways.count()) === 0) wrong.push(`${who} ${address}: nothing leads on`);
  }
  return wrong;
}

journey(
  'of a brand-new patient every page says what is missing and leads on, to everybody on the team',
  async ({ clinic, signIn }) => {
    const { episodeId, patientId } = await clinic.anEpisode({
      team: ['physiatrist', 'therapist', 'assistant'],
    });
    const at = { ...NOWHERE, episodeId, patientId };
    const addresses = PAGES_OF_A_PATIENT.map((addressIn) => addressIn(at));
    // The physiatrist's pages are walked with nothing on them where barriers are looked for.
    const physiatrist = await signIn('physiatrist');
    const team = [await signIn('therapist'), await signIn('assistant')];
    await step('When each of them opens every page', async () => {
      const wrong = await Promise.all(team.map((person) => readThrough(person, addresses)));
      expect(wrong.flat()).toEqual([]);
    });
    await step('Then the empty prescription leads the physiatrist to the consult', async () => {
      const { page, goTo } = physiatrist;
      await goTo(`/episodes/${episodeId}/prescription`);
      await page.getByRole('link', { name: 'To the evaluations' }).click();
      await see(page.getByRole('button', { name: 'Start consult' }));
    });
  },
);

journey(
  'what cannot be in a history is refused at its field, and what was typed stays',
  async ({ clinic, signIn }) => {
    const { patientId } = await clinic.anEpisode({ patient: { givenName: 'Grace', familyName: 'Okafor' } });
    const { page, complaints } = await signIn('therapist', { to: `/patients/${patientId}` });
    complaints.expect(/400 .*\/history-facts$/);
    await see(page.getByText('No surgery, injury, therapy before, work or home is recorded.'));
    await page.getByRole('button', { name: 'Add to the history' }).click();
    const panel = page.getByRole('dialog', { name: 'Add to the history' });
    const record = () => panel.getByRole('button', { name: 'Record', exact: true }).click();
    const refused = (sentence: RegExp) => see(panel.getByRole('button', { name: sentence }));

    await step('Given an operation without a name', async () => {
      await panel.getByLabel('Kind').selectOption({ label: 'Surgery' });
      await record();
      await refused(/^A name for it is needed\.$/);
    });
    for (const [when, sentence] of [
      ['31/2/2020', /^Enter a year, a month and year, or a day/],
      ['2099', /^This date is in the future/],
      ['1900', /^This is before the birth/],
    ] as const)
      await step(`When it was in ${when}, that is refused and stays as it was typed`, async () => {
        await panel.getByRole('textbox', { name: 'Operation' }).fill('Meniscus repair');
        await panel.getByLabel('When').fill(when);
        await record();
        await refused(sentence);
        expect(await panel.getByLabel('When').inputValue()).toBe(when);
      });
    await step('Then with a year it stands on the chart', async () => {
      await panel.getByLabel('When').fill('2019');
      await record();
      await see(page.getByRole('row', { name: /Meniscus repair surgery 2019/ }));
    });
  },
);
