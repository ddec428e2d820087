import type { ConsoleMessage, Page } from 'playwright-core';

/** What a page complained about, and what a test expects it to complain about. */
export interface Complaints {
  /** Complaints that match are expected, from now on: a refusal that the test provokes. */
  expect: (pattern: RegExp) => void;
  /** The complaints nobody expected. */
  unexpected: () => readonly string[];
}

/** Asking who is signed in answers 401 at the door; a browser calls that an error. */
const ALWAYS_EXPECTED = [/401 .*\/api\/session$/];

/** Listens to a page: errors in the console (violations of the content security policy are among them) and uncaught ones. */
export function listenToComplaints(page: Page): Complaints {
  const expected = [...ALWAYS_EXPECTED];
  const heard: string[] = [];
  const hear = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) heard.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') hear(wordsOf(message));
  });
  page.on('pageerror', (error) => hear(`uncaught: ${error.stack ?? error.message}`));
  return {
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => heard.filter((text) => !expected.some((pattern) => pattern.test(text))),
  };
}

/** A refused request as "409 http://…"; everything else as it was written. */
function wordsOf(message: ConsoleMessage): string {
  const text = message.text();
  const status = /^Failed to load resource: .*?(\d{3}|net::\w+)/.exec(text)?.[1];
  return status === undefined ? text : `${status} ${message.location().url}`;
}
