import { expect, test } from 'vitest';
import { NO_VITALS, SessionContent, SessionDraft } from './model.ts';
import { startingContent } from './carry-over.ts';

const draft = (changes: Partial<SessionContent>) => ({
  ...startingContent(undefined, [], '2026-11-21'),
  ...changes,
});

test.each([
  ['an INR of 25', draft({ vitals: { ...NO_VITALS, inr: 25 } })],
  ['an INR of 0.4', draft({ vitals: { ...NO_VITALS, inr: 0.4 } })],
  ['a note that is too long', draft({ plan: { text: 'x'.repeat(5000), carried: false } })],
  [
    'a long account of who took part',
    draft({ tookPart: [{ name: 'Ana', as: 'aide', did: 'x'.repeat(301) }] }),
  ],
  ['a long adverse event', draft({ adverseEvent: 'x'.repeat(1001) })],
])('a draft keeps %s as typed; the signature refuses it', (_what, content) => {
  expect(SessionDraft.safeParse(content).data).toEqual(content);
  expect(SessionContent.safeParse(content).success).toBe(false);
});
