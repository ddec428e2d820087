import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { intakeApi } from '#shared/intake/contract.ts';
import { answer, renderScreen } from '#tests/support/render-screen.tsx';
import { intakePublicRoutes } from './routes.tsx';

const clinics = answer(intakeApi.clinics, {
  clinics: [{ slug: 'riverside', name: 'Riverside', phone: '+1 212 555 0142' }],
});

const open = (path = '/request-care') =>
  renderScreen({ path, publicRoutes: intakePublicRoutes, answers: [clinics] });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('an emergency sign says at once to call emergency services, and the form goes on', async () => {
  const { user } = open();
  const now = within(await screen.findByRole('group', { name: 'Is any of this true now?' }));

  await user.click(now.getByLabelText(/Pain or pressure in the chest/));

  expect((await screen.findByRole('alert')).textContent).toContain('Call emergency services now');
  await user.click(
    within(screen.getByRole('group', { name: 'And any of this?' })).getByLabelText('None of these'),
  );
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByRole('heading', { name: 'The problem' })).toBeDefined();
  expect(screen.getByRole('alert').textContent).toContain('Call emergency services now');
});

test('silence about danger signs is not an answer, and “none of these” takes a tick back', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Go on' }));

  expect(screen.getByText(/Tick what is true, or “None of these”, in the first list/)).toBeDefined();
  const now = within(screen.getByRole('group', { name: 'Is any of this true now?' }));
  await user.click(now.getByLabelText('Thoughts of harming yourself'));
  await user.click(now.getByLabelText('None of these'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what was typed is there again after a reload', async () => {
  const first = open();
  for (const none of await screen.findAllByLabelText('None of these')) await first.user.click(none);
  await first.user.click(screen.getByRole('button', { name: 'Go on' }));
  await first.user.type(await screen.findByLabelText(/What is the problem/), 'Pain in the knee');
  first.unmount();

  open();

  expect(await screen.findByDisplayValue('Pain in the knee')).toBeDefined();
});

test('the reference survives a reload of the last page', async () => {
  open('/request-care?sent=R-7K3MM-9QXPA&clinic=riverside&emergency=true');

  expect(await screen.findByText('R-7K3MM-9QXPA')).toBeDefined();
  expect(await screen.findByText(/call \+1 212 555 0142/)).toBeDefined();
  expect(screen.getByRole('alert').textContent).toContain('Call emergency services now');
});
