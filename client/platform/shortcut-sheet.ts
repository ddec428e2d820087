import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Shows the sheet of keys; also the `?` key and the user menu do. */
export const openShortcutSheet = (): void => become(true);
export const closeShortcutSheet = (): void => become(false);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShortcutSheet = (): boolean => useSyncExternalStore(subscribe, () => open);
