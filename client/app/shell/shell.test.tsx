import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { authApi } from '#shared/auth/contract.ts';
import { STAFF_ROLES } from '#shared/platform/actor.ts';
import { homeOf } from '#client/platform/home.ts';
import { registerSearch } from '#client/platform/shell-slots.ts';
import { answer, renderScreen } from '#tests/support/render-screen.tsx';
import { isCurrent, navigationFor } from './navigation.ts';
import { Shell } from './Shell.tsx';

const about = (synthetic: boolean) => answer(authApi.about, { version: '1', synthetic, demo: null });

class SilentSource {
  close = vi.fn();
  readyState = 0;
}

function frame(as: 'physiatrist' | 'physical-therapist' | 'administrator', { synthetic = false } = {}) {
  vi.stubGlobal('EventSource', SilentSource);
  return renderScreen({ path: '/board', part: <Shell />, as, answers: [about(synthetic)] });
}

test('each role sees its own pages, and its first page is among them', () => {
  for (const role of STAFF_ROLES)
    expect(navigationFor(role).map((entry) => entry.href)).toContain(homeOf(role));
});

test('a therapist has Today first, an administrator has no board', async () => {
  frame('physical-therapist');
  const links = within(await screen.findByRole('navigation', { name: 'Main' })).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['Today', 'Board', 'Patients', 'Tasks', 'Exercises']);
  expect(navigationFor('administrator').map((entry) => entry.label)).toEqual([
    'Intake',
    'Teams',
    'Patients',
    'Tasks',
    'Values',
  ]);
});

test('the page one is on is marked for those who do not see it, also inside a review', async () => {
  frame('physiatrist');
  const nav = within(await screen.findByRole('navigation', { name: 'Main' }));
  expect(nav.getByRole('link', { current: 'page' }).textContent).toBe('Board');
  const [board] = navigationFor('physiatrist');
  expect(board && isCurrent(board, '/episodes/1/review')).toBe(true);
  expect(board && isCurrent(board, '/boardroom')).toBe(false);
});

test('synthetic data is said on every page, and only then', async () => {
  frame('physiatrist', { synthetic: true });
  expect(await screen.findByText(/SYNTHETIC DATA/)).toBeDefined();
});

test('the search finds people and pages, and says when there is nobody', async () => {
  registerSearch({
    id: 'test-people',
    group: 'Patients',
    search: async (query) =>
      query.startsWith('oka')
        ? [{ id: 'p1', label: 'Okafor, Grace', description: '58 F', href: '/patients/p1' }]
        : [],
  });
  const { user } = frame('physiatrist');
  await user.click(await screen.findByRole('button', { name: /Search patients/ }));
  const box = await screen.findByPlaceholderText(/Name, birth date/);
  await user.type(box, 'oka');
  expect(await screen.findByText('Okafor, Grace')).toBeDefined();
  await user.clear(box);
  await user.type(box, 'zzz');
  expect(await screen.findByText('Nothing found for “zzz”.')).toBeDefined();
});
