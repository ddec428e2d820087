import { beforeEach, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aSheet } from '#tests/support/a-sheet.ts';
import { answer, refuse, stubNetwork, type Answer } from '#tests/support/render-screen.tsx';
import { sameContent } from './same-content.ts';
import { sendSignature } from './send-signature.ts';
import { dropSignature, queuedSignatures, queueSignature, type QueuedSignature } from './sign-queue.ts';

const sheet = aSheet();
const { sessionId } = sheet.session;
const { episodeId } = sheet.episode;

const signature = (): QueuedSignature => {
  if (sheet.content === null) throw new Error('an open sheet has content');
  return {
    key: '01930000-0000-7000-8000-0000000000aa',
    episodeId,
    sessionId,
    patientName: 'Okafor, Grace',
    body: { content: sheet.content, expectedVersion: 2, prescriptionVersion: 1 },
    queuedAt: '2026-11-21T14:20:00Z',
    refusal: null,
  };
};

const signed = answer(sessionsApi.sign, {
  sessionId,
  signedAt: '2026-11-21T14:30:00Z',
  totalTimedMinutes: 32,
  totalTreatmentMinutes: 32,
  units: {},
});

/** Signs only on top of version 4. */
const signsAt4 = (keys: (string | null)[]): Answer => ({
  endpoint: sessionsApi.sign,
  sent: [],
  give: (request) => {
    keys.push(request.headers.get('idempotency-key'));
    const { expectedVersion } = request.body as { expectedVersion: number };
    return expectedVersion === 4
      ? signed.give(request)
      : refuse(sessionsApi.sign, 'stale-version').give(request);
  },
});

beforeEach(() => localStorage.clear());

describe('a signature that waited', () => {
  test('is sent with its own key', async () => {
    stubNetwork([signed]);
    expect(await sendSignature(signature())).toEqual({ kind: 'signed' });
    expect(signed.sent.at(-1)?.headers.get('idempotency-key')).toBe(signature().key);
  });

  test('goes on waiting while the network or the database is away', async () => {
    stubNetwork([refuse(sessionsApi.sign, 'unavailable')]);
    expect(await sendSignature(signature())).toEqual({ kind: 'waits' });
  });

  test('goes on top of our own draft that arrived meanwhile, with the same key', async () => {
    const keys: (string | null)[] = [];
    const ahead = { ...sheet, session: { ...sheet.session, version: 4 }, saved: true };
    stubNetwork([signsAt4(keys), answer(sessionsApi.sheet, ahead)]);
    expect(await sendSignature(signature())).toEqual({ kind: 'signed' });
    expect(new Set(keys)).toEqual(new Set([signature().key]));
  });

  test('is not put over somebody else’s words', async () => {
    const other = { ...sheet, session: { ...sheet.session, version: 4 }, saved: true };
    const changed = { ...other, content: { ...signature().body.content, painBefore: 9 } };
    stubNetwork([signsAt4([]), answer(sessionsApi.sheet, changed)]);
    expect(await sendSignature(signature())).toMatchObject({ kind: 'refused' });
  });

  test('says why it was refused', async () => {
    stubNetwork([refuse(sessionsApi.sign, 'gate-closed', { detail: 'A safety hold is open.' })]);
    expect(await sendSignature(signature())).toEqual({ kind: 'refused', sentence: 'A safety hold is open.' });
  });

  test('is kept per person on this device and forgotten when dropped', () => {
    queueSignature('me', signature());
    expect(queuedSignatures('me')).toHaveLength(1);
    expect(queuedSignatures('somebody-else')).toEqual([]);
    dropSignature('me', sessionId);
    expect(queuedSignatures('me')).toEqual([]);
  });
});

describe('two contents', () => {
  test('are the same whatever the order of their keys, and what is left out says nothing', () => {
    expect(sameContent({ a: 1, b: { c: [1, 2], d: undefined } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
    expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameContent({ a: null }, {})).toBe(false);
  });
});
