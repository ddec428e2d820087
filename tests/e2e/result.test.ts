import { expect } from 'vitest';
import { aSignedEvaluation } from '#tests/support/evaluations-factory.ts';
import { journey, step } from './support/journey.ts';
import { see, seeNoMore } from './support/person.ts';

journey(
  'a test is asked about, ordered, reported as abnormal, and leaves the inbox with the physiatrist’s own reading',
  async ({ clinic, signIn }) => {
    const { episodeId } = await clinic.anEpisode({ patient: { givenName: 'Grace', familyName: 'Okafor' } });
    await aSignedEvaluation(clinic, episodeId);
    const to = `/episodes/${episodeId}/orders`;
    const { page, complaints, goTo } = await signIn('physiatrist', { to });
    const order = page.getByRole('dialog', { name: 'Order a test' });
    const answer = (question: RegExp, words: string) =>
      order.getByRole('radiogroup', { name: question }).getByLabel(words, { exact: true }).check();

    await step('Given an MRI of somebody with a pacemaker, not sent while a question is open', async () => {
      await page.getByRole('button', { name: 'Order a test' }).click();
      await order.getByLabel('MRI').check();
      await order.getByLabel(/^Indication/).fill('Leg pain at night that does not settle');
      await answer(/^Pacemaker/, 'Yes');
      await answer(/^Metal in the body/, 'No');
      await answer(/^Cannot lie still/, 'No');
      complaints.expect(/400 .*\/orders$/);
      await order.getByRole('button', { name: 'Order', exact: true }).click();
      await see(order.getByRole('button', { name: /^Pacemaker.* Write: Model/ }));
      await see(order.getByRole('button', { name: 'Answer: With contrast?' }));
    });
    await step('When the answers are there, it is ordered', async () => {
      await order.getByLabel(/^Model, and who cleared it/).fill('Azure, cleared by cardiology');
      await answer(/^With contrast/, 'No');
      await order.getByRole('button', { name: 'Order', exact: true }).click();
      await see(page.getByText('Safety questions before the test: 1 of 4 needs attention'));
    });
    const therapist = await signIn('therapist', { to });
    await step(
      'And the therapist enters an abnormal report, and may not read it for the physiatrist',
      async () => {
        await therapist.page.getByRole('button', { name: 'Enter report' }).click();
        const report = therapist.page.getByRole('dialog', { name: /^Report: MRI/ });
        await report.getByRole('textbox', { name: 'Report' }).fill('Disc extrusion L5-S1 left.');
        await report.getByLabel('abnormal').check();
        await report.getByRole('button', { name: 'Enter report' }).click();
        await see(therapist.page.getByText('result not read yet'));
        expect(await therapist.page.getByRole('button', { name: 'Read and acknowledge' }).count()).toBe(0);
      },
    );
    await step(
      'And the physiatrist is led to it, and what the report calls itself stands beside it',
      async () => {
        await page.getByRole('link', { name: '1 result' }).click();
        await page.getByRole('row', { name: /Leg pain at night/ }).click();
        const reading = page.getByRole('dialog', { name: /^MRI/ });
        await see(reading.getByText('abnormal'));
        complaints.expect(/400 .*\/acknowledgement$/);
        await reading.getByRole('button', { name: 'Acknowledge' }).click();
        await see(reading.getByRole('button', { name: 'Your own reading is needed.' }));
        await reading.getByLabel(/^My own reading/).fill('S1 root compressed; fits the leg.');
        await reading.getByRole('button', { name: 'Acknowledge' }).click();
      },
    );
    await step('Then the inbox is empty and the therapist sees the reading', async () => {
      await see(page.getByText('Every result has been read.'));
      await seeNoMore(page.getByRole('link', { name: '1 result' }));
      await therapist.goTo(to);
      await see(therapist.page.getByText('S1 root compressed; fits the leg.'));
      await goTo('/results?show=awaited');
      await see(page.getByText('Every test has its result.'));
    });
  },
);
