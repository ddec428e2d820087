import { configure, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { aDraftOf, aPrescriptionPage, aVersion, EPISODE } from '#tests/support/prescription-page.ts';
import { answer, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { prescriptionsRoutes } from './routes.tsx';

// The editor has hundreds of controls: looking for each one's visibility would take seconds.
configure({ defaultHidden: true });

const NEXT = aCompletePrescription('2026-11-21');

const signs = () =>
  answer(prescriptionsApi.sign, {
    prescriptionId: aVersion(2).prescriptionId,
    versionNumber: 2,
    opensPhase: false,
    visitsPrescribed: 18,
    startsOn: aVersion(2).startsOn,
    endsOn: aVersion(2).endsOn,
  });

const openPage = (page: object, sign: Answer) =>
  renderScreen({
    path: `/episodes/${EPISODE}/prescription`,
    routes: prescriptionsRoutes,
    as: 'physiatrist',
    answers: [
      answer(prescriptionsApi.page, aPrescriptionPage(page)),
      sign,
      answer(prescriptionsApi.saveDraft, { version: 4 }),
    ],
  });

/** Every keystroke draws the whole editor; here the words come at once. */
async function fill(user: UserEvent, field: HTMLElement, words: string): Promise<void> {
  await user.click(field);
  await user.paste(words);
}

beforeEach(() => localStorage.clear());

test('a signature for Medicare says that it certifies, unless that is taken away', async () => {
  const sign = signs();
  const page = { draft: aDraftOf(NEXT), payerProfile: 'medicare_part_b' as const };
  const { user } = openPage(page, sign);
  await user.click(await screen.findByText(/^Sign version 2/));
  const dialog = await screen.findByRole('dialog', { name: 'Sign version 2?' });
  const statement = within(dialog).getByLabelText('My signature also certifies this plan of care');
  expect(statement).toHaveProperty('checked', true);
  await user.click(statement);
  await fill(user, within(dialog).getByLabelText(/^Why it changes/), 'Six weeks more');
  await user.click(within(dialog).getByRole('button', { name: 'Sign version 2' }));

  await waitFor(() => expect(sign.sent[0]?.body).toMatchObject({ certifiesPlan: false }));
});

test('a certification that comes late is asked for its reason before it is signed, and the words stay', async () => {
  const sign = signs();
  const page = {
    draft: aDraftOf(NEXT),
    payerProfile: 'medicare_part_b' as const,
    certification: {
      versions: [
        {
          versionNumber: 1,
          signedOn: '2026-08-01',
          startsOn: '2026-08-01',
          endedOn: null,
          durationWeeks: 6,
          certifiedOn: '2026-08-01',
        },
      ],
      evaluatedOn: '2026-08-03',
      firstTreatmentOn: '2026-08-03',
      sentOn: null,
    },
  };
  const { user } = openPage(page, sign);
  await user.click(await screen.findByText(/^Sign version 2/));
  const asked = async () => within(await screen.findByRole('dialog', { name: 'Sign version 2?' }));
  await fill(user, (await asked()).getByLabelText(/^Why it changes/), 'Six weeks more');
  expect(
    (await asked()).getByText(/certification was due on 13 Sep 2026: say why it comes late/),
  ).toBeTruthy();
  await fill(user, (await asked()).getByLabelText(/^Why it comes late/), 'The patient was away');
  await user.click((await asked()).getByRole('button', { name: 'Cancel' }));

  await user.click(await screen.findByText(/^Sign version 2/));
  await user.click((await asked()).getByRole('button', { name: 'Sign version 2' }));

  await waitFor(() =>
    expect(sign.sent[0]?.body).toMatchObject({
      reason: 'Six weeks more',
      certifiesPlan: true,
      certifiedLate: { reason: 'The patient was away', involvement: null },
    }),
  );
});
