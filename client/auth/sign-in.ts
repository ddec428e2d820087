import { z } from 'zod';
import { PROBLEMS } from '#shared/platform/problem.ts';
import { ClientProblem, offlineProblem, problemFromAnswer } from '#client/platform/client-problem.ts';

/** better-auth's own refusals, which are not problem documents. */
const Refusal = z.object({ code: z.string().optional(), message: z.string().optional() });

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw offlineProblem(error);
  }
}

const problem = (code: keyof typeof PROBLEMS, detail: string): ClientProblem =>
  new ClientProblem({
    type: `/problems/${code}`,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    code,
    detail,
  });

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

/** Signs in; the session arrives as a cookie. Throws a `ClientProblem` whose sentence never says which half was wrong. */
export async function signIn({ email, password }: { email: string; password: string }): Promise<void> {
  const response = await post('/api/auth/sign-in/email', { email, password });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 429) {
    const seconds = response.headers.get('x-retry-after') ?? response.headers.get('retry-after');
    const wait =
      seconds === null ? 'Wait a minute and try again.' : `Try again in ${inWords(Number(seconds))}.`;
    throw problem('too-many-requests', wait);
  }
  const code = Refusal.safeParse(body).data?.code ?? '';
  if (response.status === 401 || /INVALID_(EMAIL|PASSWORD)/.test(code))
    throw problem('wrong-credentials', 'Check both and try again. Capital letters and spaces count.');
  throw problemFromAnswer(response.status, body);
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  const response = await post('/api/auth/sign-out', {});
  // A session that is already over is signed out.
  if (!response.ok && response.status !== 401)
    throw problemFromAnswer(response.status, await response.json().catch(() => undefined));
}
