import { expect } from 'vitest';
import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { journey, type Scene, step } from './support/journey.ts';
import { fillSignIn, type Person, see, seeNoMore, seeSaved } from './support/person.ts';
import { fillBridge, fillSheet, signButton } from './support/session-sheet.ts';

const TABLET = { viewport: { width: 1024, height: 768 }, touch: true };
const NETWORK_IS_AWAY = /net::ERR_INTERNET_DISCONNECTED/;

/** A therapist with a tablet at the sheet of a session planned for now. */
async function atTheSheet({ clinic, signIn }: Scene): Promise<Person & { sessionId: string }> {
  const episode = await aTreatedEpisode(clinic);
  const { sessionId } = await aPlannedSession(clinic, episode);
  const therapist = await signIn('therapist', { ...TABLET, to: `/sessions/${sessionId}` });
  await see(signButton(therapist.page));
  return { ...therapist, sessionId };
}

const signaturesOf = (clinic: TestClinic, sessionId: string) =>
  clinic.rows(
    `select s.status, s.assessment, (select count(*)::int from performed_intervention p where p.session_id = s.id) as interventions,
            (select count(*)::int from audit_event a where a.subject_id = s.id and a.action = 'session.signed') as signatures
       from session s where s.id = $1`,
    [sessionId],
  );

const oneSignature = (assessment: string) => [
  { status: 'completed', assessment, interventions: 1, signatures: 1 },
];

journey('a session written while the network is away is signed once when it is back', async (scene) => {
  const { page, context, complaints, sessionId } = await atTheSheet(scene);
  complaints.expect(NETWORK_IS_AWAY);
  // The draft and the signature race when the network is back; the signature then goes on top of the draft.
  complaints.expect(/412 .*\/signature/);

  await step('Given a sheet on which bridges are given', async () => {
    await page.getByRole('button', { name: 'Give Bridge today' }).tap();
    await seeSaved(page);
  });
  await step('When the network goes and they write on', async () => {
    await context.setOffline(true);
    await fillBridge(page);
    await page.getByLabel('A: Assessment').fill('Written in the cellar.');
    await see(page.getByText('offline: kept on this device'));
  });
  await step('And they sign, still without a network', async () => {
    await signButton(page).tap();
    await see(page.getByText(/not sent yet/));
    expect(await page.getByLabel('A: Assessment').inputValue()).toBe('Written in the cellar.');
  });
  await step('Then, when it is back, the session is signed exactly once with every word', async () => {
    await context.setOffline(false);
    await see(page.getByRole('heading', { name: /^Session of/ }));
    await see(page.getByText('Written in the cellar.'));
    expect(await signaturesOf(scene.clinic, sessionId)).toEqual(oneSignature('Written in the cellar.'));
  });
});

journey('tapping twice on sign makes one session', async (scene) => {
  const { page, sessionId } = await atTheSheet(scene);
  await fillSheet(page, { assessment: 'Signed in a hurry.' });
  await signButton(page).dblclick();
  await see(page.getByRole('heading', { name: /^Session of/ }));
  expect(await signaturesOf(scene.clinic, sessionId)).toEqual(oneSignature('Signed in a hurry.'));
});

journey('a signature whose answer is lost on the way is not made a second time', async (scene) => {
  const { page, complaints, sessionId } = await atTheSheet(scene);
  complaints.expect(/net::ERR_/);
  await fillSheet(page, { assessment: 'Signed, but the answer was lost.' });
  await step('When the server signs and the answer never arrives', async () => {
    await page.route(
      '**/signature',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await signButton(page).tap();
  });
  await step('Then it is sent again by itself and stays one signature', async () => {
    await see(page.getByRole('heading', { name: /^Session of/ }));
    expect(await signaturesOf(scene.clinic, sessionId)).toEqual(
      oneSignature('Signed, but the answer was lost.'),
    );
  });
});

journey('a tab that is closed without a network opens again with the text', async (scene) => {
  const { page, context, complaints, sessionId } = await atTheSheet(scene);
  complaints.expect(NETWORK_IS_AWAY);
  await step('Given text that no server has', async () => {
    await context.setOffline(true);
    await page.getByLabel('S: Subjective').fill('Climbed the stairs without the rail.');
    await see(page.getByText('offline: kept on this device'));
  });
  await step('When the tab is closed and opened again later', async () => {
    await page.close();
    await context.setOffline(false);
  });
  const again = await context.newPage();
  await again.goto(`/sessions/${sessionId}`);
  await step('Then the text is back, and saved', async () => {
    await see(signButton(again));
    expect(await again.getByLabel('S: Subjective').inputValue()).toBe('Climbed the stairs without the rail.');
    await seeSaved(again);
  });
});

journey(
  'when the session ends in the middle of a sheet, signing in again over it loses nothing',
  async (scene) => {
    const { page, complaints, sessionId } = await atTheSheet(scene);
    const { clinic } = scene;
    complaints.expect(/401 /);
    await fillSheet(page, { assessment: 'Interrupted by a long visit.' });
    await seeSaved(page);
    await step('When their session has ended and they sign', async () => {
      await clinic.rows('delete from auth_session where user_id = $1', [clinic.staff.therapist.userId]);
      await signButton(page).tap();
      await see(page.getByText('Your session has ended'));
    });
    await step('Then they sign in over the sheet, and the signature goes through', async () => {
      await fillSignIn(page, clinic, 'therapist');
      await seeNoMore(page.getByText('Your session has ended'));
      await see(page.getByRole('heading', { name: /^Session of/ }));
      expect(await signaturesOf(clinic, sessionId)).toEqual(oneSignature('Interrupted by a long visit.'));
    });
  },
);

journey(
  'a dose above its limit is not saved in silence: it is asked for, and the allowed one stays',
  async (scene) => {
    const { page, sessionId } = await atTheSheet(scene);
    await step('When more than the limit is typed', async () => {
      await page.getByRole('button', { name: 'Give Walking, treadmill today' }).click();
      await page.getByLabel(/^Walking, treadmill: duration/).fill('45');
    });
    await step('Then the sheet says so and offers to ask', async () => {
      await see(page.getByRole('alert').getByText(/30/));
      await page.getByRole('button', { name: 'Ask for a change' }).click();
      const panel = page.getByRole('dialog', { name: /^Ask for a change/ });
      await panel.getByLabel('Why').fill('Walks 30 minutes without pain since Monday.');
      await panel.getByRole('button', { name: 'Send to the physiatrist' }).click();
      await see(page.getByText(/^Asked\./));
    });
    await step('And the physiatrist has the request, while the sheet keeps what is allowed', async () => {
      await expect.poll(() => page.getByLabel(/^Walking, treadmill: duration/).inputValue()).toBe('30');
      expect(
        await scene.clinic.rows('select status, reason from change_request where session_id = $1', [
          sessionId,
        ]),
      ).toEqual([{ status: 'open', reason: 'Walks 30 minutes without pain since Monday.' }]);
    });
  },
);
