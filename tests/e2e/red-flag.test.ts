import { expect } from 'vitest';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { journey, step } from './support/journey.ts';
import { arrived, choose, type Person, see, seeNoMore } from './support/person.ts';
import { fillSheet, signButton } from './support/session-sheet.ts';

const WHAT_WAS_FOUND = 'Left calf 4 cm thicker and tender since Friday.';
const WHY_IT_MAY_GO_ON = 'Ultrasound today without thrombosis.';

journey('a red flag is found, held and cleared', async ({ clinic, signIn }) => {
  const episode = await aTreatedEpisode(clinic, {
    patient: { givenName: 'Grace', familyName: 'Okafor' },
  });
  const { sessionId } = await aPlannedSession(clinic, episode);
  const physiatrist = await signIn('physiatrist');
  await step('Given a physiatrist who is looking at something else', async () => {
    await physiatrist.goTo('/tasks');
    await arrived(physiatrist.page);
  });
  const therapist = await signIn('therapist', { to: `/sessions/${sessionId}` });
  await see(signButton(therapist.page));

  await step('When the therapist raises a swollen leg, scored', () => raiseSwollenLeg(therapist));
  await step('Then the sheet is closed and says why, and cannot be signed', () => seeClosed(therapist));
  await step('And nobody starts the session', () => failToStart(therapist));
  await step('And the physiatrist is told at once, where they are, and answers', () =>
    answerAlert(physiatrist),
  );
  await step('And the therapist cannot close the hold, and reads why', () =>
    seeWhoCloses(therapist, episode.episodeId),
  );
  await step('When the physiatrist closes it with a reason', () => close(physiatrist));
  await step('Then the session goes on and is signed', () => goOn(therapist, sessionId));
  await step('And the record holds who did what, and why', async () => {
    expect(await recordOf(clinic, episode.episodeId)).toEqual([
      {
        code: 'RF-DVT',
        level: 'urgent',
        evidence: { wells: ['tenderness', 'calf'], score: 2, likelihood: 'moderate' },
        reason: WHY_IT_MAY_GO_ON,
        openTasks: 0,
      },
    ]);
  });
});

async function raiseSwollenLeg({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Red flag/ }).click();
  const panel = page.getByRole('dialog', { name: 'Raise a red flag' });
  await choose(panel, 'What did you find?', /deep vein thrombosis/);
  await panel.getByLabel(/^Calf more than 3 cm larger/).check();
  await panel.getByLabel(/^Tenderness along the deep veins/).check();
  await see(panel.getByText('Score 2, moderate'));
  expect(await panel.getByLabel(/^Prompt:/).isDisabled()).toBe(true);
  await panel.getByLabel('What was found, exactly').fill(WHAT_WAS_FOUND);
  await panel.getByRole('button', { name: 'Raise and stop therapy' }).click();
  await seeNoMore(panel);
}

async function seeClosed({ page }: Person): Promise<void> {
  await see(page.getByLabel('The gate is closed').getByText(/A safety hold is open/));
  await signButton(page).click();
  await see(page.getByText(/A safety hold is open: possible thrombosis/).first());
  await page.keyboard.press('Escape');
}

async function failToStart({ page }: Person): Promise<void> {
  const start = page.getByRole('button', { name: 'Patient is here' });
  expect(await start.getAttribute('aria-disabled')).toBe('true');
  const reason = await start.getAttribute('aria-describedby');
  await see(page.locator(`[id="${reason ?? ''}"]`).getByText('Not yet: the reason stands below.'));
}

async function answerAlert({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: /Safety hold, urgent: Okafor/ }).click();
  await see(page.getByText(WHAT_WAS_FOUND));
  await see(page.getByText(/^Wells score 2, moderate/));
  await page.getByRole('button', { name: /^Acknowledge/ }).click();
  await see(page.getByText(/acknowledged by/));
  await seeNoMore(page.getByRole('link', { name: /Safety hold, urgent: Okafor/ }));
}

async function seeWhoCloses({ page, goTo }: Person, episodeId: string): Promise<void> {
  await goTo(`/episodes/${episodeId}/holds`);
  await see(page.getByText('Only a physiatrist closes a safety hold.'));
}

async function close({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Close the hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let therapy go on?' });
  await dialog.getByLabel('Reason').fill(WHY_IT_MAY_GO_ON);
  await dialog.getByRole('button', { name: 'Close the hold' }).click();
  await see(page.getByText(/No hold is open/));
}

async function goOn({ page, goTo }: Person, sessionId: string): Promise<void> {
  await see(page.getByText(WHY_IT_MAY_GO_ON));
  await goTo(`/sessions/${sessionId}`);
  await see(signButton(page));
  await fillSheet(page, { assessment: 'Calf soft again; bridges only.' });
  await signButton(page).click();
  await see(page.getByRole('heading', { name: /^Session of/ }));
}

const recordOf = (clinic: TestClinic, episodeId: string) =>
  clinic.rows(
    `select h.red_flag_code as code, h.level, h.evidence, h.close_reason as reason,
            (select count(*)::int from task t where t.episode_id = h.episode_id and t.kind = 'safety-hold' and t.status = 'open')
              as "openTasks"
       from safety_hold h where h.episode_id = $1`,
    [episodeId],
  );
