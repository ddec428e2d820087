import { screen, waitFor } from '@testing-library/react';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { sessionsRoutes } from '#client/sessions/routes.tsx';
import { aSheet } from './a-sheet.ts';
import { answer, renderScreen, type Answer } from './render-screen.tsx';

export const ME = '01930000-0000-7000-8000-000000000001';

/** What the sheet that is open has saved, the newest last. */
export const drafts: SessionContent[] = [];

const keepDraft = (): Answer =>
  answer(sessionsApi.saveDraft, ({ body }) => {
    const { content, expectedVersion } = body as { content: SessionContent; expectedVersion: number };
    drafts.push(content);
    return { version: expectedVersion + 1, savedAt: '2026-11-21T14:10:00Z' };
  });

/** Opens a sheet as its therapist, on a device that has kept nothing. */
export async function openSheet(sheet = aSheet(), answers: Answer[] = []) {
  localStorage.clear();
  drafts.length = 0;
  const view = renderScreen({
    path: `/sessions/${sheet.session.sessionId}`,
    routes: sessionsRoutes,
    as: 'physical-therapist',
    answers: [answer(sessionsApi.sheet, sheet), keepDraft(), ...answers],
  });
  await screen.findByText('Sign session');
  return view;
}

/** The draft that was kept last, once it is as expected. */
export const seeDraft = (check: (draft: SessionContent | undefined) => void) =>
  waitFor(() => check(drafts.at(-1)), { timeout: 4_000 });

export function rowOf(name: string): HTMLElement {
  const line = screen.getByText(name, { selector: 'th' }).closest('tr');
  if (line === null) throw new Error(`no row ${name}`);
  return line;
}
