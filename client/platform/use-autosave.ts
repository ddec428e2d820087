import { useEffect, useRef, useState } from 'react';
import { createAutosave, type AutosaveEngine, type SaveStatus } from './autosave-engine.ts';
import type { StoredDraft } from './stored-draft.ts';

export type { SaveStatus } from './autosave-engine.ts';

interface AutosaveOptions<Value> {
  /** The version that was loaded with the value. */
  version: number;
  /** Quiet time before a save, 800 ms unless told. */
  delayMs?: number;
  /** False while there is nothing to save yet (loading, signed). */
  enabled?: boolean;
  /** Keeps the value on this device until the server has it. Without it nothing survives a closed tab offline. */
  draft?: Pick<StoredDraft<Value>, 'keep' | 'clear'>;
  /** True while a queued signature answers for the text: nothing is saved beside it. */
  held?: boolean;
  /** What the server holds, when the form starts with newer text from a stored draft: that text is saved at once. */
  saved?: Value;
}

export interface Autosave {
  status: SaveStatus;
  /** Saves now, e.g. before signing; answers whether the server has everything, and the version to sign. */
  saveNow: () => Promise<{ saved: boolean; version: number }>;
  /** After `stale`, when the person chose their own text: write it over the stored version. */
  keepMine: (storedVersion: number) => void;
  /** Forgets what is unsaved, after the draft was thrown away. */
  drop: () => void;
}

/**
 * Saves `value` soon after it changes, chaining `expectedVersion`. `save` answers the version it made.
 * Compare by JSON: a value that reads the same is not a change. Remount (by `key`) to take another person's text.
 */
export function useAutosave<Value>(
  value: Value,
  save: (value: Value, expectedVersion: number) => Promise<number>,
  { version, delayMs = 800, enabled = true, draft, saved, held = false }: AutosaveOptions<Value>,
): Autosave {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' });
  const text = JSON.stringify(value);
  const latest = useRef({ value, save, draft });
  latest.current = { value, save, draft };
  const seen = useRef(saved === undefined ? text : JSON.stringify(saved));
  const keeps = draft !== undefined;
  const engine = useRef<AutosaveEngine<Value> | undefined>(undefined);
  const startVersion = useRef(version);

  useEffect(() => {
    const made = createAutosave<Value>({
      version: startVersion.current,
      delayMs,
      kept: keeps,
      save: (next, expectedVersion) => latest.current.save(next, expectedVersion),
      onStatus(next) {
        if (next.kind === 'saved') latest.current.draft?.clear();
        setStatus(next);
      },
    });
    engine.current = made;
    const retry = () => void made.flush();
    const leave = () => {
      if (document.visibilityState === 'hidden') retry();
    };
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', leave);
      startVersion.current = made.version();
      made.dispose();
    };
  }, [delayMs, keeps]);

  useEffect(() => {
    if (seen.current === text) return;
    seen.current = text;
    if (!enabled) return;
    latest.current.draft?.keep(latest.current.value);
    engine.current?.change(latest.current.value);
  }, [text, enabled]);

  useEffect(() => engine.current?.hold(held), [held]);

  return {
    status,
    async saveNow() {
      const saved = (await engine.current?.flush()) ?? true;
      return { saved, version: engine.current?.version() ?? version };
    },
    keepMine: (storedVersion) => engine.current?.continueFrom(storedVersion),
    drop: () => engine.current?.drop(),
  };
}
