import { asClientProblem, type ClientProblem } from './client-problem.ts';

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'offline'; kept: boolean }
  | { kind: 'failed'; problem: ClientProblem }
  | { kind: 'stale'; problem: ClientProblem };

export interface AutosaveEngine<Value> {
  /** A new value: saved `delayMs` after the last change. */
  change: (value: Value) => void;
  /** Saves what is unsaved now; true when the server has everything. */
  flush: () => Promise<boolean>;
  /** After a stale version: go on from the version that is stored now, writing mine over it. */
  continueFrom: (version: number) => void;
  /** Drops what is unsaved: it was thrown away, and must not be saved again when the page goes. */
  drop: () => void;
  /** Holds saving back while somebody else answers for the text; goes on a moment after, unless the page has gone by then. */
  hold: (isHeld: boolean) => void;
  /** The version the next save expects. */
  version: () => number;
  dispose: () => void;
}

interface AutosaveSpec<Value> {
  version: number;
  delayMs: number;
  /** Stores the value on top of `expectedVersion` and answers the new version. */
  save: (value: Value, expectedVersion: number) => Promise<number>;
  onStatus: (status: SaveStatus) => void;
  /** Whether unsaved text also lies on this device: it says so when offline. */
  kept?: boolean;
}

const OFFLINE_RETRY_MS = 5_000;

/**
 * Saves a value soon after it stops changing: one save at a time, each on top of the version the last one made.
 * Offline it retries by itself; a refusal waits for the next change; a stale version waits for a person.
 */
export function createAutosave<Value>(spec: AutosaveSpec<Value>): AutosaveEngine<Value> {
  const { version, delayMs, save, onStatus, kept = false } = spec;
  let current = version;
  let pending: { value: Value } | undefined;
  let running: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stale = false;
  let disposed = false;
  let held = false;
  /** Held lately: what is unsaved waits a moment before it is saved by itself. */
  let resting = false;
  const report = (status: SaveStatus) => {
    if (!disposed) onStatus(status);
  };

  const saveOnce = async (value: Value): Promise<boolean> => {
    report({ kind: 'saving' });
    try {
      current = await save(value, current);
      report(pending === undefined ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
      return true;
    } catch (error) {
      pending ??= { value };
      giveBack(asClientProblem(error));
      return false;
    }
  };
  const giveBack = (problem: ClientProblem) => {
    if (problem.code === 'offline' || problem.code === 'unavailable') {
      report({ kind: 'offline', kept });
      schedule(OFFLINE_RETRY_MS);
    } else if (problem.code === 'stale-version') {
      stale = true;
      report({ kind: 'stale', problem });
    } else report({ kind: 'failed', problem });
  };
  const drain = async (): Promise<boolean> => {
    while (pending !== undefined && !stale && !held) {
      const { value } = pending;
      pending = undefined;
      if (!(await saveOnce(value))) return false;
    }
    return pending === undefined;
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (disposed || held) return;
    timer = setTimeout(() => {
      resting = false;
      void flush();
    }, ms);
  };

  return {
    change(value) {
      pending = { value };
      resting = held;
      if (stale) return;
      if (running === undefined) report({ kind: 'unsaved' });
      schedule(delayMs);
    },
    flush,
    continueFrom(stored) {
      current = stored;
      stale = false;
      void flush();
    },
    drop() {
      clearTimeout(timer);
      pending = undefined;
    },
    hold(isHeld) {
      held = isHeld;
      resting ||= isHeld;
      clearTimeout(timer);
      if (!held && pending !== undefined) schedule(delayMs);
    },
    version: () => current,
    dispose() {
      // What is still unsaved leaves with the page; the answer no longer has anybody to tell.
      disposed = true;
      clearTimeout(timer);
      if (!resting) void flush();
    },
  };
}
