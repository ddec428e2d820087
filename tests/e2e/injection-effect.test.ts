import { expect } from 'vitest';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { shortDate } from '#shared/platform/time.ts';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode, type TreatedEpisode } from '#tests/support/sessions-factory.ts';
import { journey, step } from './support/journey.ts';
import { type Person, see, seeNoMore } from './support/person.ts';

const WHY_SHORTER = 'Only the first root was reached; a day less is enough.';

/** Leg pain as somebody entered it on a day. */
const pain = (clinic: TestClinic, { episodeId }: TreatedEpisode, value: number, daysAgo: number) =>
  clinic.as('therapist').call(outcomesApi.enter, {
    params: { episodeId },
    body: { measuredOn: clinic.day(-daysAgo), scores: [{ measureCode: 'nprs', side: null, value }] },
  });

journey(
  'an injection keeps a session out while it rests, and its effect is seen on the review',
  async (scene) => {
    const { clinic, signIn } = scene;
    const episode = await aTreatedEpisode(clinic, {
      patient: { givenName: 'Grace', familyName: 'Okafor' },
    });
    const { sessionId } = await aPlannedSession(clinic, episode);
    await step('Given leg pain of 7 before, and a visit planned for today', () =>
      pain(clinic, episode, 7, 5),
    );
    const physiatrist = await signIn('physiatrist', {
      to: `/episodes/${episode.episodeId}/orders?form=procedure`,
    });

    await step('When the physiatrist records an injection of three days ago, with four days of rest', () =>
      record(physiatrist, clinic),
    );
    await step('Then it stands there with what is expected and until when', async () => {
      const row = physiatrist.page.getByRole('table', { name: 'Procedures' });
      await see(row.getByText(/Expected: NPRS 3 better by/));
      await see(row.getByText('no NPRS since', { exact: false }));
    });

    const therapist = await signIn('therapist', { to: `/sessions/${sessionId}` });
    await step('And the session of today is kept out, with the day it ends', () =>
      seeKeptOut(therapist, clinic),
    );
    await step('When the physiatrist shortens the rest with a reason', () => shorten(physiatrist));
    await step('Then the session may start, and the sheet says what to leave out', async () => {
      await seeNoMore(therapist.page.getByLabel('The gate is closed'));
      await see(therapist.page.getByLabel('Warnings').getByText(/No loaded flexion/));
      await see(therapist.page.getByText(/after an injection is a red flag/));
    });

    await step(
      'And leg pain of 3 the day before is seen on the review beside what was expected',
      async () => {
        await pain(clinic, episode, 3, 1);
        await physiatrist.goTo(`/episodes/${episode.episodeId}/review`);
        await see(physiatrist.page.getByRole('button', { name: /^Injection: Injection .*4 better/ }));
        const side = physiatrist.page.getByLabel('Sessions, requests and decisions');
        await see(side.getByText('As expected', { exact: true }));
        await see(
          side.getByText(/Expected: NPRS 3 better by .* Seen: NPRS 7 on .*, then 3 on .*: 4 better \(error/),
        );
      },
    );
    await step('And every trend shows the injection', async () => {
      const marks = physiatrist.page.getByLabel('Trends').getByText(`Injection ${dayOf(clinic, -3)}`);
      expect(await marks.count()).toBe(2);
    });
  },
);

const dayOf = (clinic: TestClinic, offset: number) => shortDate(clinic.day(offset), clinic.today());

async function record({ page }: Person, clinic: TestClinic): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Record a procedure' });
  await form.getByLabel('What was done').fill('Transforaminal epidural injection');
  await form.getByLabel('Site').fill('L5 root');
  await form.getByLabel('Level').fill('L5-S1');
  await form.getByRole('radio', { name: 'left' }).check();
  await form.getByLabel('Agent').fill('Dexamethasone');
  await form.getByLabel('Dose').fill('10');
  await form.getByLabel('Lot').fill('DX2207');
  await form.getByLabel('Performed on').fill(clinic.day(-3));
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  // What only the person can say is asked for; the rest is the clinic's usual one and says so.
  await see(form.getByText('Say how the patient consented.'));
  await see(form.getByText(/Usual here: 2 days/));
  await form.getByRole('radio', { name: 'written' }).check();
  await form.getByRole('combobox', { name: 'Expected in' }).click();
  await page.getByRole('option', { name: /^NPRS/ }).click();
  await form.getByLabel('Better by').fill('3');
  await form.getByLabel(/^Days without therapy/).fill('4');
  await form.getByLabel(/^Restricted for/).fill('12');
  await form.getByLabel('What is left out then').fill('No loaded flexion');
  await see(form.getByText(`No session until ${dayOf(clinic, 1)}`, { exact: false }));
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await seeNoMore(form);
}

async function seeKeptOut({ page }: Person, clinic: TestClinic): Promise<void> {
  const closed = page.getByLabel('The gate is closed');
  await see(closed.getByText(`no therapy until ${dayOf(clinic, 1)}`, { exact: false }));
  await see(closed.getByText(`The first day again is ${dayOf(clinic, 2)}`, { exact: false }));
  await see(closed.getByText('Move the visit behind the rest', { exact: false }));
}

async function shorten({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Change rest' }).click();
  const form = page.getByRole('dialog', { name: /^Rest after/ });
  await form.getByLabel(/^Days without therapy/).fill('2');
  await form.getByLabel('Reason').fill(WHY_SHORTER);
  await form.getByRole('button', { name: 'Change', exact: true }).click();
  await seeNoMore(form);
  await see(page.getByText(WHY_SHORTER, { exact: false }));
}
