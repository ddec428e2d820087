import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { aSession } from '#tests/support/render-screen.tsx';
import { queryKeys } from './query-keys.ts';
import { countStoredDrafts, forgetOldDrafts, forgetStoredDrafts, useStoredDraft } from './stored-draft.ts';

const Note = z.object({ why: z.string() });
const session = aSession();

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

function draftOf(key: string, who = session) {
  const queryClient = new QueryClient();
  queryClient.setQueryData(queryKeys.session, who);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook(() => useStoredDraft(key, Note), { wrapper }).result.current;
}

test('text left in a form is there when the form opens again', () => {
  expect(draftOf('decision:1').stored).toBeUndefined();
  draftOf('decision:1').keep({ why: 'worse under load' });
  expect(draftOf('decision:1').stored?.value).toEqual({ why: 'worse under load' });
  expect(draftOf('decision:2').stored).toBeUndefined();
  draftOf('decision:1').clear();
  expect(draftOf('decision:1').stored).toBeUndefined();
});

test('a colleague on the same device does not see it', () => {
  draftOf('decision:1').keep({ why: 'mine' });
  const colleague = aSession('physiatrist', { staffMemberId: aSession().organizationId as never });
  expect(draftOf('decision:1', colleague).stored).toBeUndefined();
});

test('a draft of an older form is left out instead of breaking the new one', () => {
  draftOf('decision:1').keep({ why: 'x' });
  const place = `tandem:draft:${session.staffMemberId}:decision:1`;
  localStorage.setItem(place, JSON.stringify({ savedAt: new Date().toISOString(), value: { because: 1 } }));
  expect(draftOf('decision:1').stored).toBeUndefined();
});

test('drafts leave the device after a day and at sign-out', () => {
  draftOf('decision:1').keep({ why: 'x' });
  expect(countStoredDrafts(session.staffMemberId)).toBe(1);
  forgetOldDrafts(new Date(Date.now() + 23 * 3_600_000));
  expect(countStoredDrafts(session.staffMemberId)).toBe(1);
  forgetOldDrafts(new Date(Date.now() + 25 * 3_600_000));
  expect(countStoredDrafts(session.staffMemberId)).toBe(0);
  draftOf('decision:1').keep({ why: 'y' });
  forgetStoredDrafts();
  expect(localStorage.length).toBe(0);
});
