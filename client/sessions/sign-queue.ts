import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import type { EpisodeId, SessionId } from '#shared/platform/ids.ts';
import { SessionContent } from '#shared/sessions/model.ts';

const SignBody = z.object({
  content: SessionContent,
  expectedVersion: z.number().int(),
  prescriptionVersion: z.number().int(),
  unitsSeen: z.record(z.string(), z.number().int()).optional(),
});

/** A signature that could not be sent: the whole request with its key, so that sending it again is the same signature. */
const QueuedSignature = z.object({
  key: z.uuid(),
  episodeId: z.custom<EpisodeId>((id) => typeof id === 'string'),
  sessionId: z.custom<SessionId>((id) => typeof id === 'string'),
  patientName: z.string(),
  // Kept as it was sent, letter by letter: the key stands for exactly this body.
  body: z.custom<z.infer<typeof SignBody>>((body) => SignBody.safeParse(body).success),
  queuedAt: z.string(),
  /** Why it was refused when it did arrive; somebody must look at it. */
  refusal: z.string().nullable(),
});
export type QueuedSignature = z.infer<typeof QueuedSignature>;

// Beside the drafts, so that signing out and a day's age remove it as they remove those.
const placeOf = (owner: string, sessionId: string) => `tandem:draft:${owner}:sign:${sessionId}`;
const Envelope = z.object({ savedAt: z.string(), value: QueuedSignature });

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Keeps a signature on this device until it can be sent. */
export function queueSignature(owner: string, signature: QueuedSignature): void {
  const envelope = { savedAt: signature.queuedAt, value: signature };
  localStorage.setItem(placeOf(owner, signature.sessionId), JSON.stringify(envelope));
  tell();
}

/** Takes a signature back, or forgets one that has arrived. */
export function dropSignature(owner: string, sessionId: string): void {
  localStorage.removeItem(placeOf(owner, sessionId));
  tell();
}

function read(place: string): QueuedSignature | undefined {
  try {
    return Envelope.parse(JSON.parse(localStorage.getItem(place) ?? '')).value;
  } catch {
    return undefined;
  }
}

/** The person's signatures that wait on this device. */
export function queuedSignatures(owner: string): QueuedSignature[] {
  const prefix = placeOf(owner, '');
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => read(key) ?? []);
}

let snapshot: { text: string; list: QueuedSignature[] } = { text: '[]', list: [] };

/** The same list object while nothing changed, as React asks for. */
function snapshotOf(owner: string): QueuedSignature[] {
  const list = queuedSignatures(owner);
  const text = JSON.stringify([owner, list]);
  if (text !== snapshot.text) snapshot = { text, list };
  return snapshot.list;
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
};

/** Signatures that wait on this device, kept fresh across tabs. */
export const useQueuedSignatures = (owner: string): QueuedSignature[] =>
  useSyncExternalStore(subscribe, () => snapshotOf(owner));
