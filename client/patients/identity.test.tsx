import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { PatientChart, PatientIdentityOnFile } from '#shared/patients/chart.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { answer, refuse, renderScreen } from '#tests/support/render-screen.tsx';
import { patientsRoutes } from './routes.tsx';

const PATIENT = '01930000-0000-7000-8000-0000000000a1';

const patient = (changes: Partial<PatientIdentityOnFile> = {}): PatientIdentityOnFile =>
  PatientIdentityOnFile.parse({
    patientId: PATIENT,
    mrn: '004417',
    familyName: 'Okafor',
    givenName: 'Grace',
    birthDate: '1968-06-03',
    sex: 'female',
    phone: '+1 212 555 0100',
    email: null,
    address: null,
    language: null,
    deceasedOn: null,
    clinicId: '01930000-0000-7000-8000-000000000003',
    clinicName: 'Riverside',
    synthetic: true,
    source: 'entered',
    version: 3,
    ...changes,
  });

const chart = (changes: Partial<PatientChart> = {}): PatientChart => ({
  patient: patient(),
  today: plainDate('2026-11-20'),
  identifiers: [],
  clinical: true,
  episodes: [],
  conditions: [],
  allergies: [],
  medications: [],
  historyFacts: [],
  reviews: { history: null, comorbidities: null, medications: null, allergies: null },
  team: [],
  outside: [],
  requests: [],
  history: { encounters: 0, scores: 0, observations: 0, procedures: 0 },
  ...changes,
});

const condition = PatientChart.shape.conditions.element.parse({
  conditionId: '01930000-0000-7000-8000-0000000000c1',
  episodeId: null,
  category: 'comorbidity',
  code: 'E11.9',
  codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm',
  display: 'Type 2 diabetes',
  side: null,
  onsetOn: null,
  abatedOn: null,
  isPrimary: false,
  status: 'active',
  statusReason: null,
  recordedById: null,
  recordedBy: null,
  recordedAt: '2026-08-12T10:00:00Z',
  source: 'imported',
  version: 1,
});

test('two people correct the same details: both versions are shown, and keeping mine writes over the stored one', async () => {
  const stored = patient({ phone: '+1 212 555 0199', version: 4 });
  let refused = false;
  const stale = refuse(patientsApi.changeIdentity, 'stale-version', { current: stored });
  const done = answer(patientsApi.changeIdentity, patient({ familyName: 'Okafor-Bell', version: 5 }));
  const change = {
    ...done,
    give: (request: Parameters<typeof done.give>[0]) => {
      if (refused) return done.give(request);
      refused = true;
      return stale.give(request);
    },
  };
  const { user } = renderScreen({
    path: `/patients/${PATIENT}?panel=identity`,
    routes: patientsRoutes,
    answers: [answer(patientsApi.chart, chart()), change],
  });
  const family = await screen.findByLabelText('Family name');
  await user.clear(family);
  await user.type(family, 'Okafor-Bell');
  await user.click(screen.getByRole('button', { name: 'Save details' }));

  const mine = within(await screen.findByRole('region', { name: 'Mine' }));
  const theirs = within(screen.getByRole('region', { name: 'Stored now' }));
  expect(mine.getByText('Okafor-Bell')).toBeDefined();
  expect(theirs.getByText('+1 212 555 0199')).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  await screen.findByText('Episodes of care');
  expect(change.sent.map(({ body }) => body)).toMatchObject([
    { familyName: 'Okafor-Bell', expectedVersion: 3 },
    { familyName: 'Okafor-Bell', expectedVersion: 4 },
  ]);
});

test('a therapist is told why only a physiatrist resolves a condition', async () => {
  const { user } = renderScreen({
    path: `/patients/${PATIENT}`,
    routes: patientsRoutes,
    as: 'physical-therapist',
    answers: [answer(patientsApi.chart, chart({ conditions: [condition] }))],
  });

  await user.click(await screen.findByRole('button', { name: 'Change Type 2 diabetes' }));

  const resolve = await screen.findByRole('menuitem', { name: /Resolved…/ });
  expect(resolve.textContent).toContain('Only a physiatrist takes this off the list');
});

test('the day something ended is offered as the patient’s clinic has it, wherever the reader works', async () => {
  const { user } = renderScreen({
    path: `/patients/${PATIENT}`,
    routes: patientsRoutes,
    as: 'physiatrist',
    answers: [answer(patientsApi.chart, chart({ conditions: [condition], today: plainDate('2026-03-04') }))],
  });

  await user.click(await screen.findByRole('button', { name: 'Change Type 2 diabetes' }));
  await user.click(await screen.findByRole('menuitem', { name: /Resolved…/ }));

  expect(await screen.findByLabelText(/Since/)).toHaveProperty('value', '2026-03-04');
});

test('an administrator reads who and what for, and no clinical list', async () => {
  renderScreen({
    path: `/patients/${PATIENT}`,
    routes: patientsRoutes,
    as: 'administrator',
    answers: [answer(patientsApi.chart, chart({ clinical: false }))],
  });

  expect(await screen.findByText(/are for the care team/)).toBeDefined();
  expect(screen.queryByText('Conditions and comorbidities')).toBeNull();
  expect(screen.queryByText('Precautions')).toBeNull();
});
