import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { SignedNote } from '#shared/sessions/sheet.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { answer, refuse, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { sessionsRoutes } from './routes.tsx';

beforeEach(() => localStorage.clear());

const ADDED = {
  id: '01930000-0000-7000-8000-0000000000aa',
  reason: 'Corrected',
  text: 'Left, not right.',
  authorName: 'Jonas Lindqvist, DPT',
  authorRole: 'physical-therapist',
  createdAt: '2026-11-21T20:00:00Z',
} as const;

const aNote = (addenda: object[] = []) =>
  SignedNote.parse({
    signedAt: '2026-11-21T15:00:00Z',
    signedBy: 'Jonas Lindqvist, DPT',
    signedById: '01930000-0000-7000-8000-000000000077',
    ...{ painBefore: 4, painAfter: 3, vitals: null, homeDaysDone: null, homeDaysPrescribed: null },
    ...{ subjective: 'Right leg.', objective: null, assessment: null, plan: null, billing: null },
    ...{ interventions: [], scores: [], addenda },
  });

function openNote(
  answers: Answer[],
  as: 'physical-therapist' | 'physical-therapist-assistant',
  addenda?: object[],
) {
  const sheet = aSheet({ content: null, signed: aNote(addenda) });
  return renderScreen({
    path: `/sessions/${sheet.session.sessionId}`,
    routes: sessionsRoutes,
    as,
    answers: [answer(sessionsApi.sheet, sheet), ...answers],
  });
}

test('what was added after signing stands below the note, with author, time and reason', async () => {
  openNote([], 'physical-therapist', [ADDED]);

  const section = (await screen.findByText('Added after signing')).closest('section');
  expect(section).not.toBeNull();
  expect(
    within(section ?? document.body).getByText(/Jonas Lindqvist, DPT, physical therapist. Reason: Corrected/),
  ).toBeDefined();
  expect(screen.getByText('Right leg.')).toBeDefined();
});

test('a refused addendum keeps what was typed, also when the panel is closed and opened again', async () => {
  const { user } = openNote([refuse(sessionsApi.addend, 'unavailable')], 'physical-therapist');

  await user.click(await screen.findByText('Add to it'));
  await user.type(await screen.findByLabelText(/^Reason/), 'Corrected');
  await user.type(screen.getByLabelText(/What is added/), 'Left, not right.');
  await user.click(screen.getByRole('button', { name: 'Add and sign' }));
  expect(await screen.findByText(/Nothing was lost/)).toBeDefined();
  await user.keyboard('{Escape}');
  await user.click(screen.getByText('Add to it'));

  expect(await screen.findByDisplayValue('Left, not right.')).toBeDefined();
});

test('an assistant reads why somebody else’s note is not theirs to add to', async () => {
  openNote([], 'physical-therapist-assistant');

  const button = (await screen.findByText('Add to it')).closest('button');
  expect(button?.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/An assistant adds to a note that they signed themselves/)).toBeDefined();
});
