import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { careTeamsApi } from '#shared/care-teams/contract.ts';
import type { Output } from '#shared/platform/endpoint.ts';
import { answer, refuse, renderScreen } from '#tests/support/render-screen.tsx';
import { careTeamsRoutes } from './routes.tsx';

const PATIENT = '01930000-0000-7000-8000-0000000000a1';
const THERAPIST = '01930000-0000-7000-8000-0000000000b1';
const MEMBERSHIP = '01930000-0000-7000-8000-0000000000d1';

const team = careTeamsApi.team.response.parse({
  patient: {
    patientId: PATIENT,
    mrn: '004417',
    familyName: 'Okafor',
    givenName: 'Grace',
    birthDate: '1968-06-03',
    sex: 'female',
  },
  openEpisodes: [
    { episodeId: '01930000-0000-7000-8000-0000000000e1', concern: 'Low back pain', openedOn: '2026-08-12' },
  ],
  members: [
    {
      careTeamMemberId: MEMBERSHIP,
      staffMemberId: '01930000-0000-7000-8000-0000000000b2',
      name: 'Amara Rivera, MD',
      staffRole: 'physiatrist',
      role: 'physiatrist',
      kind: 'member',
      validFrom: '2026-08-12T10:00:00Z',
      validTo: null,
      reason: null,
      endReason: null,
      addedBy: null,
      endedBy: null,
      version: 1,
    },
  ],
  outside: [],
  requests: [],
  timeZone: 'America/New_York',
});

const load: Output<typeof careTeamsApi.load> = careTeamsApi.load.response.parse({
  people: [
    {
      staffMemberId: THERAPIST,
      name: 'Mei Tanaka, PT',
      role: 'physical-therapist',
      clinicName: 'Riverside',
      capacity: 35,
      openEpisodes: 35,
      covering: 0,
    },
  ],
});

const answers = [answer(careTeamsApi.team, team), answer(careTeamsApi.load, load)];

test('who joined from outside stands with role, organisation and last day, and one who has left says so', async () => {
  const outside = careTeamsApi.team.response.shape.outside.parse([
    {
      referralId: '01930000-0000-7000-8000-0000000000f1',
      name: 'Dr Lena Marsh, Harbor Psychology',
      specialty: 'Psychology',
      role: 'psychologist',
      acceptedOn: '2026-10-20',
      until: '2099-01-15',
      referredBy: 'Amara Rivera, MD',
    },
    {
      referralId: '01930000-0000-7000-8000-0000000000f2',
      name: 'Quayside Orthotics',
      specialty: 'Orthotics and prosthetics',
      role: 'orthotist',
      acceptedOn: '2026-08-20',
      until: '2026-09-15',
      referredBy: 'Amara Rivera, MD',
    },
  ]);
  renderScreen({
    path: `/teams/${PATIENT}`,
    routes: careTeamsRoutes,
    as: 'physiatrist',
    answers: [answer(careTeamsApi.team, { ...team, outside })],
  });

  const table = within(await screen.findByRole('table', { name: 'Outside, by referral' }));
  const marsh = table.getByRole('row', { name: /Dr Lena Marsh, Harbor Psychology/ });
  expect(marsh.textContent).toContain('Psychologist');
  expect(marsh.textContent).toMatch(/until 15\sJan\s2099/);
  expect(table.getByRole('row', { name: /Quayside/ }).textContent).toContain('ended');
});

test('a therapist asks for a change of the team; an assistant reads why they do not', async () => {
  const ask = answer(careTeamsApi.askForChange, { askedAt: '2026-11-22T10:00:00Z' });
  const { user, unmount } = renderScreen({
    path: `/teams/${PATIENT}`,
    routes: careTeamsRoutes,
    as: 'physical-therapist',
    answers: [...answers, ask],
  });
  await user.click(await screen.findByRole('button', { name: 'Ask for a change' }));
  expect(ask.sent).toEqual([]);
  await user.type(screen.getByLabelText(/Who should join or leave/), 'Mei Tanaka covers my leave.');
  await user.click(screen.getByRole('button', { name: 'Ask for a change' }));
  await waitFor(() =>
    expect(ask.sent.map(({ body }) => body)).toEqual([{ ask: 'Mei Tanaka covers my leave.' }]),
  );
  unmount();

  renderScreen({
    path: `/teams/${PATIENT}`,
    routes: careTeamsRoutes,
    as: 'physical-therapist-assistant',
    answers,
  });
  expect(await screen.findByText(/An assistant does not ask for a change of the team/)).toBeDefined();
});

test('what an assignment does to the load is said before it is done', async () => {
  const assign = refuse(careTeamsApi.assign, 'already-on-team');
  const { user } = renderScreen({
    path: `/teams/${PATIENT}`,
    routes: careTeamsRoutes,
    as: 'administrator',
    answers: [...answers, assign],
  });

  await user.click(await screen.findByRole('button', { name: /Mei Tanaka/ }));

  expect(
    await screen.findByText(/carries 35 of 35 open episodes; with this patient 36 of 35, 1 over/),
  ).toBeDefined();
  expect(screen.getByText('Over capacity')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Assign Mei Tanaka, PT' }));
  expect(await screen.findByText('This person already has that role in this period')).toBeDefined();
  expect(assign.sent).toMatchObject([{ body: { role: 'physical-therapist', kind: 'member', to: null } }]);
});

test('before a membership ends it is said that nobody else has the role', async () => {
  const held = answer(careTeamsApi.held, {
    openEpisodes: team.openEpisodes,
    othersInRole: [],
    staysInOtherRole: false,
    successor: null,
    unsigned: [],
    plannedSessions: [],
    openTasks: [],
  });
  renderScreen({
    path: `/teams/${PATIENT}?end=${MEMBERSHIP}`,
    routes: careTeamsRoutes,
    as: 'administrator',
    answers: [...answers, held],
  });

  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('The patient is then without a physiatrist')).toBeDefined();
  expect(dialog.getByRole('button', { name: 'End membership' }).getAttribute('aria-disabled')).toBe('true');
});

test('planned visits and tasks of somebody who leaves are listed, and go to the colleague unless told otherwise', async () => {
  const held = answer(careTeamsApi.held, {
    openEpisodes: team.openEpisodes,
    othersInRole: ['Mei Tanaka, PT'],
    staysInOtherRole: false,
    successor: { name: 'Mei Tanaka, PT', sameRole: true },
    unsigned: [
      { kind: 'visit', begunAt: '2026-11-20T14:00:00Z' },
      { kind: 'evaluation', begunAt: '2026-11-21T09:00:00Z' },
    ],
    plannedSessions: [{ startsAt: '2026-11-24T14:00:00Z', endsAt: '2026-11-24T14:45:00Z' }],
    openTasks: [{ kind: 'progress-report', title: null, dueOn: null }],
  });
  const end = answer(careTeamsApi.end, { validTo: '2026-11-22T12:00:00Z', version: 2 });
  const { user } = renderScreen({
    path: `/teams/${PATIENT}?end=${MEMBERSHIP}`,
    routes: careTeamsRoutes,
    as: 'administrator',
    answers: [...answers, held, end],
  });

  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/1 planned visit: .*24 Nov/)).toBeDefined();
  expect(dialog.getByText('Open task: Progress report')).toBeDefined();
  expect(dialog.getByText(/Visit not signed: .*20 Nov/)).toBeDefined();
  expect(dialog.getByText(/Draft evaluation: begun .*21 Nov/)).toBeDefined();
  expect(dialog.getByText(/let them sign it first, or choose a last day/)).toBeDefined();
  await user.type(dialog.getByLabelText('Why'), 'Moves away');
  await user.click(dialog.getByRole('button', { name: 'End membership' }));
  expect(end.sent).toMatchObject([{ body: { heldWork: 'hand-over' } }]);
});

test('who takes over is asked for the last day that is chosen', async () => {
  const held = answer(careTeamsApi.held, {
    openEpisodes: team.openEpisodes,
    othersInRole: [],
    staysInOtherRole: false,
    successor: { name: 'Mei Tanaka, PT', sameRole: true },
    unsigned: [],
    plannedSessions: [{ startsAt: '2099-11-24T14:00:00Z', endsAt: '2099-11-24T14:45:00Z' }],
    openTasks: [],
  });
  const { user } = renderScreen({
    path: `/teams/${PATIENT}?end=${MEMBERSHIP}`,
    routes: careTeamsRoutes,
    as: 'administrator',
    answers: [...answers, held],
  });

  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('radio', { name: 'After a last day' }));
  const day = dialog.getByLabelText('Last day');
  await user.clear(day);
  await user.type(day, '2099-11-20');

  expect(await dialog.findByText(/1 planned visit after 20 Nov 2099/)).toBeDefined();
  expect(dialog.getByText('Visits planned after the last day')).toBeDefined();
  await waitFor(() => expect(held.sent.map(({ query }) => query)).toContainEqual({ lastDay: '2099-11-20' }));
});

test('a clinician reads the team, may ask for a change and changes nothing', async () => {
  renderScreen({ path: `/teams/${PATIENT}`, routes: careTeamsRoutes, as: 'physical-therapist', answers });

  expect(await screen.findByText('Amara Rivera, MD')).toBeDefined();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Ask for a change']);
  expect(screen.queryByText('Assign somebody')).toBeNull();
});
