import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#shared/platform/endpoint.ts';
import { addressOf, call } from './call.ts';
import { ClientProblem } from './client-problem.ts';
import { signInAgain } from './sign-in-again.ts';
import { useSubmissionKey } from './submission-key.ts';

const readDose = endpoint({
  id: 'test.read-dose',
  method: 'GET',
  path: '/api/doses/:doseId',
  summary: 'One dose',
  permission: 'signed-in',
  params: z.object({ doseId: z.string() }),
  query: z.object({ side: z.array(z.string()).optional(), limit: z.coerce.number().default(5) }),
  response: z.object({ kg: z.number() }),
});

const saveDose = endpoint({
  id: 'test.save-dose',
  method: 'POST',
  path: '/api/doses',
  summary: 'Saves a dose',
  permission: 'signed-in',
  body: z.object({ kg: z.number() }),
  response: z.object({ kg: z.number() }),
  idempotent: true,
});

type Reply = { status?: number; body: unknown } | Error;

function network(...replies: Reply[]) {
  const requests: { url: string; init: RequestInit; headers: Headers }[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init: RequestInit) => {
      requests.push({ url, init, headers: new Headers(init.headers) });
      const reply = replies[Math.min(requests.length, replies.length) - 1] ?? new Error('no reply');
      if (reply instanceof Error) throw reply;
      return new Response(JSON.stringify(reply.body), { status: reply.status ?? 200 });
    }),
  );
  return requests;
}

const refusal = (status: number, code: string) => ({
  status,
  body: { type: `/problems/${code}`, title: 'Refused', status, code, detail: 'Ask for a change.' },
});

afterEach(() => vi.unstubAllGlobals());

test('parameters and query are written into the address', () => {
  const parts = { params: { doseId: 'a/b' }, query: { side: ['left', 'right'], limit: undefined } };
  expect(addressOf(readDose, parts)).toBe('/api/doses/a%2Fb?side=left&side=right');
});

test('the answer is parsed by the contract', async () => {
  network({ body: { kg: 12, unknownToUs: true } });
  expect(await call(readDose, { params: { doseId: '1' } })).toEqual({ kg: 12 });
});

test('a refusal arrives as a problem with its code and sentence', async () => {
  network(refusal(422, 'outside-bounds'));
  const problem = await call(saveDose, { body: { kg: 14 } }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ClientProblem);
  expect(problem).toMatchObject({ code: 'outside-bounds', status: 422, message: 'Ask for a change.' });
});

test('a page from a proxy instead of a problem document still says that the server is away', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(call(readDose, { params: { doseId: '1' } })).rejects.toMatchObject({ code: 'unavailable' });
});

test('a lost network is the problem "offline"', async () => {
  network(new TypeError('fetch failed'));
  await expect(call(readDose, { params: { doseId: '1' } })).rejects.toMatchObject({ code: 'offline' });
});

test('an answer of another form than the contract is refused by name of the field', async () => {
  network({ body: { kg: 'twelve' } });
  await expect(call(readDose, { params: { doseId: '1' } })).rejects.toThrow(/test\.read-dose, kg/);
});

test('an idempotent endpoint always receives a key, and the caller may choose it', async () => {
  const requests = network({ body: { kg: 1 } });
  await call(saveDose, { body: { kg: 1 } }, { key: 'one-form' });
  await call(saveDose, { body: { kg: 1 } });
  expect(requests[0]?.headers.get('idempotency-key')).toBe('one-form');
  expect(requests[1]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a session that ends in the middle of work is renewed and the same submission is repeated', async () => {
  onTestFinished(signInAgain.arm());
  const requests = network(refusal(401, 'not-signed-in'), { body: { kg: 3 } });
  const answer = call(saveDose, { body: { kg: 3 } });
  await vi.waitFor(() => expect(signInAgain.isOpen()).toBe(true));
  signInAgain.done();
  expect(await answer).toEqual({ kg: 3 });
  expect(requests).toHaveLength(2);
  expect(requests[1]?.headers.get('idempotency-key')).toBe(requests[0]?.headers.get('idempotency-key'));
  expect(requests[1]?.init.body).toBe('{"kg":3}');
});

test('a person who does not sign in again gets the refusal, and nothing is repeated', async () => {
  onTestFinished(signInAgain.arm());
  const requests = network(refusal(401, 'not-signed-in'));
  const answer = call(saveDose, { body: { kg: 3 } }).catch((error: unknown) => error);
  await vi.waitFor(() => expect(signInAgain.isOpen()).toBe(true));
  signInAgain.cancel();
  expect(await answer).toMatchObject({ code: 'not-signed-in' });
  expect(requests).toHaveLength(1);
});

test('a form keeps its key until it succeeded', () => {
  const seen: string[] = [];
  let renew = () => {};
  function Form() {
    const submission = useSubmissionKey();
    renew = submission.renew;
    seen.push(submission.key);
    return <p>form</p>;
  }
  const { rerender } = render(<Form />);
  rerender(<Form />);
  expect(new Set(seen).size).toBe(1);
  act(() => renew());
  expect(new Set(seen).size).toBe(2);
  expect(screen.getByText('form')).toBeDefined();
});
