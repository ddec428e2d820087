import type { Request, Response } from 'express';
import { problemSentence } from '#shared/platform/problem-sentence.ts';
import type { ProblemDocument } from '#shared/platform/problem.ts';

/** No script, no request, no picture: a page to read. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--soft:#57606a;--ground:#fff;--link:#1864ab}
@media (prefers-color-scheme:dark){:root{--text:#e6e6e6;--soft:#b0b7bf;--ground:#1b1c1f;--link:#74c0fc}}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}
main{max-width:36rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.3}a{color:var(--link)}
ul.ways{list-style:none;padding:0;display:flex;gap:1.5rem;flex-wrap:wrap}.soft{color:var(--soft);font-size:.875rem}`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A person followed an address in a browser: they want words, not JSON. A program that takes anything gets JSON. */
export const wantsPage = (request: Request): boolean =>
  request.method === 'GET' &&
  request.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html';

/** Answers a problem as a page to read, with the ways on from here: addresses of this site only. */
export function sendProblemPage(request: Request, response: Response, problem: ProblemDocument): void {
  response
    .status(problem.status)
    .set('Content-Security-Policy', POLICY)
    .type('text/html')
    .send(problemPage(problem, request.originalUrl.replace(/^[/\\]+/, '/')));
}

/** The page itself: what happened, what is wrong, where to go. */
export function problemPage(problem: ProblemDocument, address: string): string {
  const { title, issues = [], requestId } = problem;
  const sentence = problemSentence(problem);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escape(title)} · Tandem</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escape(title)}</h1><p>${escape(sentence)}</p>`,
    wrongThings(issues.map(({ message }) => message).filter((message) => message !== sentence)),
    waysOn(problem.code, address),
    requestId === undefined
      ? ''
      : `<p class="soft">If you report this, name the request ${escape(requestId)}.</p>`,
    '</main></body></html>',
  ].join('');
}

const wrongThings = (messages: readonly string[]): string =>
  messages.length === 0
    ? ''
    : `<ul>${messages.map((message) => `<li>${escape(message)}</li>`).join('')}</ul>`;

/** What was refused about an episode, a document that is not there yet for one, leads to the page that says what is. */
function wayToPatient(code: string, address: string): string[] {
  const episodeId = /^\/api\/episodes\/([0-9a-f-]{36})\//.exec(address)?.[1];
  return episodeId === undefined || code === 'not-found' || code === 'forbidden'
    ? []
    : [`<a href="/episodes/${episodeId}/documentation">Go to the patient’s documentation</a>`];
}

/** Signing in leads back to where the reader wanted to go. */
function waysOn(code: string, address: string): string {
  const home = '<a href="/">Go to Tandem</a>';
  const ways =
    code === 'not-signed-in'
      ? [`<a href="/sign-in?next=${encodeURIComponent(address)}">Sign in and open it</a>`]
      : code === 'unexpected' || code === 'unavailable'
        ? [`<a href="${escape(address)}">Try again</a>`, home]
        : [...wayToPatient(code, address), home];
  return `<ul class="ways">${ways.map((way) => `<li>${way}</li>`).join('')}</ul>`;
}
