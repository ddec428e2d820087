import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { answer, refuse, renderScreen, type Answer } from '#tests/support/render-screen.tsx';
import { ME, openSheet } from '#tests/support/open-sheet.tsx';
import { sessionsRoutes } from './routes.tsx';
import { queuedSignatures } from './sign-queue.ts';

beforeEach(() => localStorage.clear());

describe('a sheet that is saved', () => {
  test('a sheet changed elsewhere shows both', async () => {
    const theirs = aSheet();
    const stale = refuse(sessionsApi.saveDraft, 'stale-version', {
      current: {
        session: { ...theirs.session, version: 5 },
        content: { ...theirs.content, painBefore: 9 },
      },
    });
    const view = renderScreen({
      path: `/sessions/${theirs.session.sessionId}`,
      routes: sessionsRoutes,
      as: 'physical-therapist',
      answers: [answer(sessionsApi.sheet, theirs), stale],
    });
    await screen.findByText('Sign session');

    await view.user.type(screen.getByLabelText(/Pain before/), '3');

    expect(await screen.findByText('Somebody else has changed this', {}, { timeout: 3_000 })).toBeDefined();
    expect(screen.getByText(/9 before/)).toBeDefined();
    expect(screen.getByText(/3 before/)).toBeDefined();
  });

  test('an arrival noted elsewhere is no conflict: the save goes on top of it', async () => {
    const sheet = aSheet();
    const seen: number[] = [];
    const ahead: Answer = {
      endpoint: sessionsApi.saveDraft,
      sent: [],
      give: ({ body }) => {
        const { expectedVersion } = body as { expectedVersion: number };
        seen.push(expectedVersion);
        return expectedVersion === 3
          ? { status: 200, body: { version: 4, savedAt: '2026-11-21T14:10:00Z' } }
          : refuse(sessionsApi.saveDraft, 'stale-version', {
              current: { session: { ...sheet.session, version: 3 }, content: null },
            }).give({ params: {}, query: {}, body, headers: new Headers() });
      },
    };
    const view = renderScreen({
      path: `/sessions/${sheet.session.sessionId}`,
      routes: sessionsRoutes,
      as: 'physical-therapist',
      answers: [answer(sessionsApi.sheet, sheet), ahead],
    });
    await screen.findByText('Sign session');

    await view.user.type(screen.getByLabelText(/Pain before/), '3');

    await waitFor(() => expect(seen).toEqual([2, 3]), { timeout: 3_000 });
    expect(screen.queryByText('Somebody else has changed this')).toBeNull();
  });

  test('without a network the whole signature waits on this device, with its key', async () => {
    const sheet = aSheet();
    const ready = aSheet({
      content: {
        ...sheet.content,
        interventions: sheet.content?.interventions.map((one) => ({ ...one, carried: false })),
        subjective: { text: 'Fine', carried: false },
        plan: { text: 'Same', carried: false },
      },
    });
    const { user } = await openSheet(ready, [refuse(sessionsApi.sign, 'unavailable')]);

    await user.click(screen.getByText('Sign session'));

    expect(await screen.findByText(/not sent yet/)).toBeDefined();
    expect(queuedSignatures(ME)).toMatchObject([
      {
        sessionId: sheet.session.sessionId,
        refusal: null,
        body: { expectedVersion: 2, prescriptionVersion: 1 },
      },
    ]);
    await user.click(screen.getByText('Take the signature back'));
    expect(queuedSignatures(ME)).toEqual([]);
  });
});
