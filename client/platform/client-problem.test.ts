import { expect, test } from 'vitest';
import { SessionId } from '#shared/platform/ids.ts';
import { asClientProblem, isWrongAddress } from './client-problem.ts';

test('a part of the program that did not arrive is the network, never the name of a file', () => {
  const missing = new Error('Unable to preload CSS for http://localhost/assets/DataTable-1.css');
  const problem = asClientProblem(missing);
  expect(problem.code).toBe('offline');
  expect(problem.document.detail).toMatch(/^Check the network/);
});

test('what a program says to itself is not shown to a reader', () => {
  const problem = asClientProblem(new TypeError('Cannot read properties of undefined'));
  expect(problem.document.title).toBe('Something went wrong on this page');
  expect(problem.document.detail).not.toContain('undefined');
});

test('an address without an id where one belongs leads to no page; an answer that does not fit is another matter', () => {
  expect(isWrongAddress(SessionId.safeParse('abc').error)).toBe(true);
  expect(isWrongAddress(new Error('abc'))).toBe(false);
});
