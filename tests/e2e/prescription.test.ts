import { expect } from 'vitest';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aPrescription, aPrescriptionDraft, aSignedConsult } from '#tests/support/prescriptions-factory.ts';
import { journey, step } from './support/journey.ts';
import { see, seeNoMore, seeSaved } from './support/person.ts';

/** An episode of two physiatrists, with a complete first version waiting as a draft. */
async function aSharedDraft(clinic: TestClinic): Promise<string> {
  const { episodeId } = await clinic.anEpisode({ team: ['physiatrist', 'second-physiatrist', 'therapist'] });
  await aSignedConsult(clinic, episodeId);
  await aPrescriptionDraft(clinic, episodeId);
  return episodeId;
}

journey(
  'two physiatrists write the same draft: the second sees both texts and chooses',
  async ({ clinic, signIn }) => {
    const episodeId = await aSharedDraft(clinic);
    const to = `/episodes/${episodeId}/prescription`;
    const storedNotes = async () => {
      const [draft] = await clinic.rows<{ notes: string }>(
        `select content ->> 'notes' as notes from prescription_draft where episode_id = $1`,
        [episodeId],
      );
      return draft?.notes;
    };
    const [first, second] = [await signIn('physiatrist', { to }), await signIn('second-physiatrist', { to })];
    const notes = (person: typeof first) => person.page.getByLabel('Notes for the therapist');
    second.complaints.expect(/412 /);

    await step('Given both have the draft open, and the first has written a note', async () => {
      await see(notes(second));
      await notes(first).fill('Traction only after a warm-up');
      await seeSaved(first.page);
    });
    await step('When the second writes something else', () => notes(second).fill('No traction this week'));
    const dialog = second.page.getByRole('dialog', { name: 'Somebody else has changed this' });
    await step(
      'Then they see mine and what is stored, and who stored it; nothing is overwritten',
      async () => {
        await see(dialog.getByText('No traction this week'));
        await see(dialog.getByText('Traction only after a warm-up'));
        await see(dialog.getByText(/Ada Staff-physiatrist/));
        expect(await storedNotes()).toBe('Traction only after a warm-up');
      },
    );
    await step('And what they choose is kept', async () => {
      await dialog.getByRole('button', { name: 'Keep mine' }).click();
      await seeNoMore(dialog);
      await expect.poll(storedNotes).toBe('No traction this week');
      expect(await notes(second).inputValue()).toBe('No traction this week');
    });
  },
);

journey(
  'a prescription without what it needs is not signed, and says what is missing',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode();
    await aSignedConsult(clinic, episodeId);
    const { page } = await signIn('physiatrist', { to: `/episodes/${episodeId}/prescription` });
    await page.getByRole('button', { name: 'Write version 1' }).click();
    await see(page.getByText(/Missing before signing/));
    expect(await page.getByRole('button', { name: 'Sign version 1' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'onset or surgery date' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('onsetOn');
    await page.getByRole('button', { name: /^and \d more$/ }).click();
    await see(page.getByRole('button', { name: /goal/ }));
  },
);

journey('the therapist reads what changed in a new version and says so', async ({ clinic, signIn }) => {
  const { episodeId } = await clinic.anEpisode();
  await aSignedConsult(clinic, episodeId);
  await aPrescription(clinic, episodeId);
  const { page } = await signIn('therapist', { to: `/episodes/${episodeId}/prescription` });
  await see(page.getByText('Version 1 is new to you'));
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await seeNoMore(page.getByText('Version 1 is new to you'));
});
