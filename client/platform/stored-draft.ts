import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { useSessionIfAny } from './session.ts';

const PREFIX = 'tandem:draft:';
const KEPT_HOURS = 24;

const Envelope = z.object({ savedAt: z.string(), value: z.unknown() });

export interface StoredDraft<Value> {
  /** What was left here unsaved, if anything: the starting values of the form. */
  stored: { value: Value; savedAt: Date } | undefined;
  /** Keeps the text on this device; call it on every change. */
  keep: (value: Value) => void;
  /** Forgets it; call it when the server has the text. */
  clear: () => void;
}

// Nobody is signed in on a public page: what is typed there must not outlive the tab on a shared device.
const storageFor = (owner: string): Storage => (owner === 'public' ? sessionStorage : localStorage);

function read<Value>(owner: string, key: string, schema: z.ZodType<Value>): StoredDraft<Value>['stored'] {
  const text = storageFor(owner).getItem(`${PREFIX}${owner}:${key}`);
  if (text === null) return undefined;
  try {
    const envelope = Envelope.parse(JSON.parse(text));
    return { value: schema.parse(envelope.value), savedAt: new Date(envelope.savedAt) };
  } catch {
    // Written by an older form: it cannot be put back into this one.
    return undefined;
  }
}

/**
 * Text that survives a closed panel, a closed tab and a lost network, on this device, for this person, for a day.
 * `key` names the form and its object, e.g. `decision:${episodeId}`.
 */
export function useStoredDraft<Value>(key: string, schema: z.ZodType<Value>): StoredDraft<Value> {
  const owner = useSessionIfAny()?.staffMemberId ?? 'public';
  // What was there when the form opened; what is typed now is already in the form.
  const stored = useMemo(() => read(owner, key, schema), [owner, key, schema]);
  const place = `${PREFIX}${owner}:${key}`;
  const keep = useCallback(
    (value: Value) => {
      const text = JSON.stringify({ savedAt: new Date().toISOString(), value });
      try {
        storageFor(owner).setItem(place, text);
      } catch {
        // A full or forbidden storage must not stop anybody from typing.
      }
    },
    [owner, place],
  );
  const clear = useCallback(() => storageFor(owner).removeItem(place), [owner, place]);
  return { stored, keep, clear };
}

function draftKeys(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );
}

/** How many drafts of this person wait on this device. */
export const countStoredDrafts = (owner: string): number =>
  draftKeys(localStorage).filter((key) => key.startsWith(`${PREFIX}${owner}:`)).length;

/** Removes every draft of everybody from this device: signing out leaves nothing behind. */
export function forgetStoredDrafts(): void {
  for (const storage of [localStorage, sessionStorage])
    for (const key of draftKeys(storage)) storage.removeItem(key);
}

/** Removes drafts older than a day: clinical text does not stay on a device. */
export function forgetOldDrafts(now: Date): void {
  for (const key of draftKeys(localStorage)) {
    const text = localStorage.getItem(key) ?? '';
    const savedAt = /"savedAt":"([^"]+)"/.exec(text)?.[1];
    const hours = (now.getTime() - Date.parse(savedAt ?? '')) / 3_600_000;
    if (!(hours < KEPT_HOURS)) localStorage.removeItem(key);
  }
}
