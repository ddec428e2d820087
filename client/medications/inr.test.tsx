import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { medicationsApi } from '#shared/medications/contract.ts';
import { InrReadingId } from '#shared/platform/ids.ts';
import { answer, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { medicationsRoutes } from './routes.tsx';

const episodeId = '01930000-0000-7000-8000-00000000000c';
const readingId = InrReadingId.parse('01930000-0000-7000-8000-0000000000aa');

const aDrug = (name: string) => ({
  medicationOrderId: '01930000-0000-7000-8000-0000000000dd',
  ...{ name, ingredients: [name.toLowerCase()], dose: '5 mg', route: 'by-mouth', frequency: 'once a day' },
  ...{ startedOn: null, stopOn: null, stoppedOn: null, taper: null, reason: null, status: 'active' },
  ...{ statusReason: null, source: 'reported', recordedById: null, recordedBy: null },
  ...{ recordedOn: '2026-11-01', enteredInError: null, answered: [], events: [], version: 1 },
});

const aList = (drug: string, inr: object = {}) =>
  medicationsApi.list.response.parse({
    header: {
      patientId: '01930000-0000-7000-8000-00000000000b',
      ...{ familyName: 'Adeyemi', givenName: 'Samuel', birthDate: '1982-05-28', sex: 'male', mrn: '004476' },
      ...{
        episodeId,
        concern: 'Elbow pain',
        bodyRegion: 'elbow',
        side: 'right',
        onset: null,
        status: 'open',
      },
      ...{ today: '2026-11-21', clinicValues: { 'vitals.inrLimit': '3' }, conditions: [] },
    },
    medications: [aDrug(drug)],
    allergies: [],
    inForce: null,
    inr: { latest: null, readings: [], ...inr },
  });

const open = (list: ReturnType<typeof aList>, answers: Answer[] = []) =>
  renderScreen({
    path: `/episodes/${episodeId}/medications`,
    routes: medicationsRoutes,
    answers: [answer(medicationsApi.list, list), ...answers],
  });

beforeEach(() => localStorage.clear());

test('whoever takes warfarin has an INR panel; it says where the value came from and that it is above the limit', async () => {
  const source = { place: 'result', on: null, by: 'Amara Rivera, MD' };
  open(
    aList('Warfarin', {
      latest: { value: 3.6, on: '2026-11-18', source },
      readings: [{ inrReadingId: readingId, value: 3.6, testedOn: '2026-11-18', source, recordedById: null }],
    }),
  );
  expect(
    await screen.findByText(
      'INR 3.6, tested 18 Nov 2026, result entered by Amara Rivera, MD is above the clinic’s limit of 3.',
    ),
  ).toBeTruthy();
  expect(screen.getByRole('row', { name: /18\sNov\s3\.6\sresult entered by Amara Rivera, MD/ })).toBeTruthy();
});

test('without a value the panel asks for one, and sends it with the day of the blood test', async () => {
  const enter = answer(medicationsApi.enterInr, { inrReadingId: readingId });
  const { user } = open(aList('Warfarin'), [enter]);
  expect(await screen.findByText(/^No INR is known/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Enter an INR' }));
  const form = await screen.findByRole('dialog');
  await user.click(within(form).getByRole('button', { name: /^Enter/ }));
  expect(enter.sent).toEqual([]);
  await user.type(within(form).getByRole('textbox', { name: /^INR/ }), '2.4');
  await user.click(within(form).getByRole('button', { name: /^Enter/ }));
  await waitFor(() => expect(enter.sent[0]?.body).toEqual({ value: 2.4, testedOn: '2026-11-21' }));
});

test('a drug that does not show in the INR has no panel', async () => {
  open(aList('Apixaban'));
  await screen.findAllByText(/Apixaban/);
  expect(screen.queryByText('Enter an INR')).toBeNull();
});
