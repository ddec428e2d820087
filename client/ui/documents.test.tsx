import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Problem } from '#shared/platform/problem.ts';
import { signInAgain } from '#client/platform/sign-in-again.ts';
import { renderScreen } from '#tests/support/render-screen.tsx';
import { DocumentActions } from './DocumentActions.tsx';

const ADDRESS = '/api/reports/1?language=es';
const PDF = () =>
  new Response('%PDF-', {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="progress-report.pdf"',
    },
  });
const refusal = (problem: Problem) => () =>
  new Response(JSON.stringify(problem.toDocument('1234')), { status: problem.status });

let tab: unknown;
const open = vi.fn((_url?: unknown, _target?: unknown) => tab);

beforeEach(() => {
  tab = {};
  open.mockClear();
  vi.stubGlobal('open', open);
  URL.createObjectURL = () => 'blob:tandem/1';
  URL.revokeObjectURL = () => {};
});

/** A page with the two buttons; the server answers in this order, the last answer from then on. */
function reportPage(...answers: (() => Response | Promise<Response>)[]) {
  const rendered = renderScreen({
    path: '/report',
    part: <DocumentActions name="Progress report" address={ADDRESS} />,
  });
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === undefined) throw new Error('no answer');
    return answer();
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return { ...rendered, asked };
}

const openPdf = () => screen.findByRole('button', { name: 'Open PDF: Progress report' });

test('a document is fetched by the page, opened in a tab of its own and offered to save by its name', async () => {
  const { user, asked } = reportPage(PDF);
  await user.click(await openPdf());

  expect(await screen.findByText(/Opened in a tab of its own/)).toBeDefined();
  expect(asked).toEqual([`${ADDRESS}&format=pdf`]);
  expect(open).toHaveBeenCalledWith('blob:tandem/1', '_blank');
  expect(screen.getByRole('link', { name: 'Save' }).getAttribute('download')).toBe('progress-report.pdf');
});

test('while it is made the page says so, and a second press does nothing', async () => {
  let give: (response: Response) => void = () => {};
  const { user, asked } = reportPage(() => new Promise<Response>((resolve) => (give = resolve)));
  await user.click(await openPdf());
  expect((await screen.findByRole('status')).textContent).toContain('Making “Progress report”');
  await user.click(await openPdf());
  expect(asked).toHaveLength(1);
  give(PDF());
  expect(await screen.findByText(/Opened in a tab/)).toBeDefined();
});

test('a blocked tab leaves a link that opens it', async () => {
  tab = null;
  const { user } = reportPage(PDF);
  await user.click(await openPdf());

  expect(await screen.findByText(/the browser kept its tab closed/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Open it' }).getAttribute('href')).toBe('blob:tandem/1');
});

test('a refusal is said in words beside the button, opens nothing, and can be tried again', async () => {
  const { user } = reportPage(refusal(new Problem('not-found')), PDF);
  await user.click(await openPdf());

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('“Progress report” could not be opened');
  expect(alert.textContent).toContain('Access follows the care team');
  expect(open).not.toHaveBeenCalled();

  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Opened in a tab/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['a lost connection', () => Promise.reject(new TypeError('fetch failed')), 'Check the network'],
  ['a broken server', () => new Response('<html>Bad gateway</html>', { status: 502 }), 'try again shortly'],
  ['a failed PDF', refusal(new Problem('unexpected')), 'tell whoever runs Tandem'],
])('%s is said with what to do', async (_what, answer, words) => {
  const { user } = reportPage(answer);
  await user.click(await openPdf());
  expect((await screen.findByRole('alert')).textContent).toContain(words);
});

test('an ended session asks to sign in over the page, and the document opens after that', async () => {
  const { user, asked } = reportPage(refusal(new Problem('not-signed-in')), PDF);
  onTestFinished(signInAgain.arm());
  await user.click(await openPdf());
  await waitFor(() => expect(signInAgain.isOpen()).toBe(true));
  signInAgain.done();

  expect(await screen.findByText(/Opened in a tab/)).toBeDefined();
  expect(asked).toHaveLength(2);
});

test('a refused print says that it was not printed', async () => {
  const { user } = reportPage(refusal(new Problem('unavailable')));
  await user.click(await screen.findByRole('button', { name: 'Print: Progress report' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be printed');
});
