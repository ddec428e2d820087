import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { authApi } from '#shared/auth/contract.ts';
import { endpoint } from '#shared/platform/endpoint.ts';
import { z } from 'zod';
import { call } from '#client/platform/call.ts';
import { signInAgain } from '#client/platform/sign-in-again.ts';
import { answer, aSession, refuse, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { authPublicRoutes } from './routes.tsx';
import { SignInAgain } from './SignInAgain.tsx';

const signInEndpoint = { method: 'POST', path: '/api/auth/sign-in/email' } as const;

/** better-auth's own way of answering. */
const signInAnswers = (status: number, body: unknown): Answer => ({
  endpoint: signInEndpoint,
  sent: [],
  give: () => ({ status, body }),
});

const about = answer(authApi.about, {
  version: '1',
  synthetic: true,
  demo: {
    password: 'walk-further-together',
    accounts: [
      { email: 'therapist@tandem.example', name: 'Jonas Lindqvist, DPT', role: 'physical-therapist' },
    ],
  },
});

const signInPage = (path: string, ...answers: Answer[]) =>
  renderScreen({
    path,
    publicRoutes: authPublicRoutes,
    as: 'physical-therapist',
    answers: [...answers, about],
  });

test('one click on a demo account fills its password, signs in and opens the role’s first page', async () => {
  const signedIn = signInAnswers(200, {});
  const { user, router } = signInPage('/sign-in', signedIn);
  await user.click(await screen.findByRole('button', { name: /Jonas Lindqvist/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/today'));
  expect(signedIn.sent[0]?.body).toEqual({
    email: 'therapist@tandem.example',
    password: 'walk-further-together',
  });
});

test('after signing in, the page that was asked for opens', async () => {
  const { user, router } = signInPage('/sign-in?next=%2Fpatients%3Fquery%3Dokafor', signInAnswers(200, {}));
  await user.type(await screen.findByLabelText('E-mail'), 'a@b.example');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
  await waitFor(() => expect(router.state.location.href).toBe('/patients?query=okafor'));
});

test('an address on another site is not followed after signing in', async () => {
  const { user, router } = signInPage('/sign-in?next=%2F%2Fevil.example', signInAnswers(200, {}));
  await user.click(await screen.findByRole('button', { name: /Jonas Lindqvist/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/today'));
});

test('a wrong password is said without telling which half was wrong, and the e-mail stays', async () => {
  const { user } = signInPage(
    '/sign-in',
    signInAnswers(401, { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'no' }),
  );
  await user.type(await screen.findByLabelText('E-mail'), 'a@b.example');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/E-mail or password is wrong/);
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('a@b.example');
});

test('too many attempts say how long to wait', async () => {
  const { user } = signInPage('/sign-in', signInAnswers(429, { message: 'slow down' }));
  await user.type(await screen.findByLabelText('E-mail'), 'a@b.example');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/Wait a minute/);
});

const saveNote = endpoint({
  id: 'test.save-note',
  method: 'POST',
  path: '/api/notes',
  summary: 'Saves a note',
  permission: 'signed-in',
  body: z.object({ note: z.string() }),
  response: z.object({ saved: z.boolean() }),
});

test('a session that ends in the middle of a form is renewed over it, and what was typed goes through', async () => {
  onTestFinished(signInAgain.arm());
  let signedIn = false;
  const save = answer(saveNote, { saved: true });
  const refused = refuse(saveNote, 'not-signed-in');
  const notes: Answer = { ...save, give: (request) => (signedIn ? save : refused).give(request) };
  const door: Answer = {
    ...signInAnswers(200, {}),
    give: () => ((signedIn = true), { status: 200, body: {} }),
  };
  const saved = vi.fn();
  const Form = () => (
    <>
      <label>
        Note <input name="note" />
      </label>
      <button
        type="button"
        onClick={() => {
          const note = document.querySelector('input')?.value ?? '';
          void call(saveNote, { body: { note } }).then(saved);
        }}
      >
        Save
      </button>
      <SignInAgain />
    </>
  );
  const { user } = renderScreen({ path: '/form', part: <Form />, as: aSession(), answers: [notes, door] });
  await user.type(await screen.findByLabelText('Note'), 'pain 4');
  await user.click(screen.getByText('Save'));
  await screen.findByText(/Your session has ended/);
  await user.type(screen.getByLabelText('E-mail'), 'a@b.example');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
  await waitFor(() => expect(saved).toHaveBeenCalledWith({ saved: true }));
  expect(notes.sent.map((request) => request.body)).toEqual([{ note: 'pain 4' }, { note: 'pain 4' }]);
  expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('pain 4');
});
