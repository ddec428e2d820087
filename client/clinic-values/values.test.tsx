import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { clinicValuesApi, type ValueAct } from '#shared/clinic-values/contract.ts';
import { Problem } from '#shared/platform/problem.ts';
import { type Answer, answer, renderScreen } from '#tests/support/render-screen.tsx';
import { clinicValuesRoutes } from './routes.tsx';

// The whole registry is long for a browser made of JavaScript.
vi.setConfig({ testTimeout: 30_000 });
const PATIENCE = { timeout: 10_000 };

const KEY = 'procedure.restEpidural';

const act = (version: number, part: Partial<ValueAct> = {}): ValueAct => ({
  key: KEY,
  version,
  act: 'changed',
  oldValue: 2,
  newValue: 4,
  reason: 'Our protocol of 2026',
  by: 'Priya Raman, MD',
  role: 'physiatrist',
  at: '2026-11-20T10:00:00Z',
  ...part,
});

/** Keeps one value as the server does; `meanwhile` is what a colleague does before the first change from here arrives. */
function keepingServer(acts: ValueAct[] = [], meanwhile?: ValueAct) {
  const sent: unknown[] = [];
  const set: Answer = {
    endpoint: clinicValuesApi.set,
    sent: [],
    give: (request) => {
      const body = clinicValuesApi.set.body.parse(request.body);
      if (meanwhile !== undefined) {
        acts.unshift(meanwhile);
        meanwhile = undefined;
      }
      const version = acts[0]?.version ?? 0;
      if (body.expectedVersion !== version) {
        const problem = new Problem('stale-version', 'Somebody else has set this value.');
        return { status: problem.status, body: problem.toDocument('test') };
      }
      sent.push(body);
      const done = act(version + 1, { newValue: body.value ?? 2, reason: body.reason });
      acts.unshift(done);
      return { status: 200, body: done };
    },
  };
  const list = answer(clinicValuesApi.list, () => {
    const [last] = acts;
    return {
      clinicName: 'Riverside',
      overrides: Object.fromEntries(
        last === undefined || last.newValue === 2 ? [] : [[KEY, last.newValue] as const],
      ),
      acts: last === undefined ? [] : [last],
    };
  });
  return { answers: [set, list, answer(clinicValuesApi.history, () => ({ acts }))], sent };
}

const open = async (answers: Answer[], as: 'physiatrist' | 'administrator' = 'physiatrist') => {
  const { user } = renderScreen({
    path: `/clinical-values?value=${KEY}`,
    routes: clinicValuesRoutes,
    as,
    answers,
  });
  const panel = within(await screen.findByRole('dialog', {}, PATIENCE));
  return { user, panel };
};

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

test('a value is set with its reason, and what holds now says so', async () => {
  const { answers, sent } = keepingServer();
  const { user, panel } = await open(answers);
  type(panel.getByRole('textbox', { name: /^Value/ }), '4');
  type(panel.getByLabelText('Reason'), 'Our protocol');
  await user.click(panel.getByRole('button', { name: 'Set' }));
  await waitFor(() => expect(sent).toEqual([{ value: 4, reason: 'Our protocol', expectedVersion: 0 }]));
});

test('a number out of its range is refused at the field and never sent', async () => {
  const { answers, sent } = keepingServer();
  const { user, panel } = await open(answers);
  type(panel.getByRole('textbox', { name: /^Value/ }), '99');
  await user.click(panel.getByRole('button', { name: 'Set' }));
  expect(panel.getByRole('textbox', { name: /^Value/ }).getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
});

test('a colleague was quicker: both are seen, and mine is set only knowingly', async () => {
  const { answers, sent } = keepingServer([], act(1));
  const { user, panel } = await open(answers);
  type(panel.getByRole('textbox', { name: /^Value/ }), '7');
  type(panel.getByLabelText('Reason'), 'Mine');
  await user.click(panel.getByRole('button', { name: 'Set' }));
  const notice = await screen.findByText('Somebody else has changed this meanwhile', {}, PATIENCE);
  expect(notice.closest('[role="alert"]')?.textContent).toContain('Priya Raman, MD');
  const again = within(screen.getByRole('dialog'));
  expect(again.getByRole('textbox', { name: /^Value/ })).toHaveProperty('value', '7');
  await user.click(again.getByRole('button', { name: 'Set' }));
  await waitFor(() => expect(sent).toEqual([{ value: 7, reason: 'Mine', expectedVersion: 1 }]), PATIENCE);
});

test('a changed value goes back to the default', async () => {
  const { answers, sent } = keepingServer([act(3)]);
  const { user, panel } = await open(answers);
  type(panel.getByLabelText('Reason'), 'Was meant for another clinic');
  await user.click(panel.getByRole('button', { name: 'Back to the default, 2 days' }));
  await waitFor(() =>
    expect(sent).toEqual([{ value: null, reason: 'Was meant for another clinic', expectedVersion: 3 }]),
  );
});

test('what protects a patient within a session is not an administrator’s to set', async () => {
  const { answers } = keepingServer();
  const { panel } = await open(answers, 'administrator');
  expect(panel.queryByRole('button', { name: 'Set' })).toBeNull();
  expect(panel.getAllByText(/physiatrist/i).length).toBeGreaterThan(0);
});
