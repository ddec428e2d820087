import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/** What the server says changed. `topic` names one or more first keys, separated by a comma or a space. */
export const LiveEvent = z.object({
  topic: z.string(),
  episodeId: z.string().nullish(),
  patientId: z.string().nullish(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

export type LiveState = 'connecting' | 'live' | 'lost';

/** The query keys that a live event makes stale. */
export function keysTouchedBy(event: LiveEvent): QueryKey[] {
  const topics = event.topic.split(/[\s,]+/).filter((topic) => topic !== '');
  const keys: QueryKey[] = [];
  for (const topic of topics) {
    if (topic === 'episode' && event.episodeId) continue;
    if (topic === 'patient' && event.patientId) continue;
    keys.push([topic]);
  }
  if (event.episodeId) keys.push(['episode', event.episodeId]);
  if (event.patientId) keys.push(['patient', event.patientId]);
  return keys;
}

/** As much of `EventSource` as the live connection uses; a test hands in its own. */
export interface LiveSource {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  readonly readyState: number;
  close: () => void;
}

const CLOSED = 2;
const QUIET_MS = 200;
const RETRY_MS = 5_000;
/** The server closes streams when any session ends; a reconnection this quick is nothing to show. */
const GRACE_MS = 4_000;

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether updates arrive by themselves at the moment. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);

const readEvent = (text: string): LiveEvent | undefined => {
  try {
    return LiveEvent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/**
 * Listens to `/api/live` and refetches what changed, a moment after the last of a burst of events.
 * After a lost connection everything on screen is refetched once: events may have been missed.
 */
export function connectLive(
  queryClient: QueryClient,
  open: () => LiveSource = () => new EventSource('/api/live'),
): () => void {
  const stale = new Map<string, QueryKey>();
  let source: LiveSource | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  const refetch = () => {
    quiet = undefined;
    for (const queryKey of stale.values()) void queryClient.invalidateQueries({ queryKey });
    stale.clear();
  };
  const connect = () => {
    source = open();
    source.onopen = () => {
      clearTimeout(grace);
      grace = undefined;
      become('live');
      if (missed) void queryClient.invalidateQueries();
      missed = false;
    };
    source.onmessage = ({ data }) => {
      const event = readEvent(data);
      if (event === undefined) return;
      for (const key of keysTouchedBy(event)) stale.set(JSON.stringify(key), key);
      quiet ??= setTimeout(refetch, QUIET_MS);
    };
    source.onerror = () => {
      missed = true;
      grace ??= setTimeout(() => become('lost'), GRACE_MS);
      // The browser retries a broken connection itself, a refused one (signed out, server restarting) never.
      if (source?.readyState === CLOSED) retry = setTimeout(connect, RETRY_MS);
    };
  };

  // A device that knows that its network is away says so at once; when it is back, the connection is made anew.
  const away = () => {
    missed = true;
    become('lost');
  };
  const back = () => {
    clearTimeout(retry);
    source?.close();
    connect();
  };
  window.addEventListener('offline', away);
  window.addEventListener('online', back);

  become('connecting');
  connect();
  return () => {
    window.removeEventListener('offline', away);
    window.removeEventListener('online', back);
    clearTimeout(quiet);
    clearTimeout(retry);
    clearTimeout(grace);
    source?.close();
  };
}
