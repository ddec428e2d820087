import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `j`, `Enter`, `/`, `mod+s`. A single letter is ignored while somebody types. */
  keys: string;
  /** What it does, for the `?` sheet: "Next patient". */
  does: string;
  run: (event: KeyboardEvent) => void;
  /** A shortcut that cannot act at the moment stays listed but does nothing. */
  disabled?: boolean;
}

export interface ShortcutGroup {
  /** Where they act: "Board", "Everywhere". */
  title: string;
  shortcuts: readonly Shortcut[];
  /** True for shortcuts of a dialog or panel: they act while it is open, those of the page behind do not. */
  inDialog: boolean;
}

const OFF = 'tandem:single-keys-off';
let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const CLICKABLE =
  'button, a[href], summary, [role="button"], [role="menuitem"], [role="tab"], [role="option"]';
// Inputs that take no text leave letters free; arrows and Space stay theirs.
const NOT_TEXT = /^(checkbox|radio|button|submit|reset|range|file|color|image)$/;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(TYPING);
  if (field === null) return false;
  return !(field instanceof HTMLInputElement && NOT_TEXT.test(field.type));
}

/** Whether the event is that key. `mod` is Ctrl, or Command on a Mac. */
export function matchesKeys(keys: string, event: KeyboardEvent): boolean {
  const pieces = keys.split('+');
  const key = pieces.at(-1) ?? '';
  const mod = pieces.includes('mod');
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey) return false;
  // A capital or a shifted sign is the key itself; only `shift+` asks for the key to be held.
  if (pieces.includes('shift') && !event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** Whether a shortcut may act on this event: not while typing, not instead of a button's own Enter. */
export function mayAct(keys: string, event: KeyboardEvent): boolean {
  if (keys.includes('mod+')) return true;
  if (isTyping(event.target)) return false;
  if (keys.length === 1 && localStorage.getItem(OFF) === 'yes') return false;
  const activates = keys === 'Enter' || keys === ' ';
  return !(activates && event.target instanceof Element && event.target.closest(CLICKABLE) !== null);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  // The newest registration wins: a panel's keys come before those of the page that opened it.
  for (const group of groups.toReversed()) {
    if (dialogOpen && !group.inDialog) continue;
    for (const shortcut of group.shortcuts) {
      if (!matchesKeys(shortcut.keys, event) || !mayAct(shortcut.keys, event)) continue;
      event.preventDefault();
      if (shortcut.disabled !== true) shortcut.run(event);
      return;
    }
  }
}

function register(group: ShortcutGroup): () => void {
  if (groups.length === 0) document.addEventListener('keydown', onKeyDown);
  groups = [...groups, group];
  tell();
  return () => {
    groups = groups.filter((other) => other !== group);
    if (groups.length === 0) document.removeEventListener('keydown', onKeyDown);
    tell();
  };
}

/** Keyboard shortcuts while the component is mounted; they appear in the `?` sheet under `title`. */
export function useShortcuts(
  title: string,
  shortcuts: readonly Shortcut[],
  { inDialog = false, enabled = true }: { inDialog?: boolean; enabled?: boolean } = {},
): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // Registered again only when the list itself changes; handlers are always the newest ones.
  const list = shortcuts
    .map(({ keys, does, disabled }) => `${keys}\u0000${does}\u0000${disabled === true}`)
    .join('\u0001');
  useEffect(() => {
    if (!enabled || list === '') return undefined;
    const stable = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    return register({ title, shortcuts: stable, inDialog });
  }, [title, list, inDialog, enabled]);
}

/** Every shortcut that is registered at the moment, for the sheet. */
export const useShortcutGroups = (): readonly ShortcutGroup[] =>
  useSyncExternalStore(subscribe, () => groups);

/** Whether single letters act, and how to turn them off: speech input and stray hands press keys too. */
export function useSingleKeys(): { on: boolean; turn: (on: boolean) => void } {
  const on = useSyncExternalStore(subscribe, () => localStorage.getItem(OFF) !== 'yes');
  return {
    on,
    turn(next) {
      if (next) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'yes');
      tell();
    },
  };
}
