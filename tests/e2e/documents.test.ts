import { expect } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { ExerciseCode } from '#shared/home-programme/model.ts';
import { pathOf } from '#tests/support/caller.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { journey, step } from './support/journey.ts';
import { fillSignIn, see } from './support/person.ts';

journey(
  'a document whose address was kept leads through signing in; a refused one is said beside its button',
  async ({ clinic, visit }) => {
    const { episodeId } = await aJudgedEpisode(clinic, {
      odi: { 0: 38, 14: 44 },
      days: 20,
      patient: { familyName: 'Ibarra', givenName: 'Luz' },
    });
    const code = ExerciseCode.parse('bridge');
    const dose = SHIPPED_EXERCISES.get(code)?.dose;
    if (dose === undefined) throw new Error('no bridge in the library');
    const exercises = [{ code, side: null, dose, note: '', noteEs: '' }];
    await clinic.as('therapist').call(homeProgrammeApi.saveProgramme, {
      params: { episodeId },
      body: { exercises, note: '', expectedVersion: 0 },
    });
    const address = pathOf(
      homeProgrammeApi.handout,
      { episodeId, versionNumber: 1 },
      { format: 'html', language: 'es' },
    );
    const { page, complaints } = await visit('/sign-in');

    await step('Given the address of a handout and nobody signed in', async () => {
      complaints.expect(/401 .*home-programme/);
      await page.goto(new URL(address, page.url()).href);
      await see(page.getByRole('heading', { name: 'Sign in to go on' }));
      expect(await page.locator('body').innerText()).not.toContain('{');
    });
    await step('When the therapist signs in from there', async () => {
      await page.getByRole('link', { name: 'Sign in and open it' }).click();
      await fillSignIn(page, clinic, 'therapist');
    });
    await step('Then the handout stands there', () =>
      see(page.getByRole('heading', { name: 'Sus ejercicios en casa' })),
    );

    await step('When the PDF is refused from the programme’s page', async () => {
      await page.goto(new URL(`/episodes/${episodeId}/home-programme`, page.url()).href);
      await see(page.getByRole('button', { name: 'Print or PDF' }));
      await clinic.rows(
        `update care_team_member set valid_to = now() where organization_id = $1 and staff_member_id = $2`,
        [clinic.organizationId, clinic.staff.therapist.id],
      );
      complaints.expect(/404 /);
      await page.getByRole('button', { name: 'Print or PDF' }).click();
      await page.getByRole('menuitem', { name: 'PDF in English' }).click();
    });
    await step('Then it is said in words on the page, and no tab has opened', async () => {
      await see(page.getByText(/Access follows the care team/));
      expect(page.context().pages()).toHaveLength(1);
    });
  },
);
