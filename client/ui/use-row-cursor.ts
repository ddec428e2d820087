import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react';
import { useShortcuts, type Shortcut } from '#client/platform/shortcuts.ts';

interface RowCursorOptions {
  /** Ids of the rows, top to bottom. */
  ids: readonly string[];
  /** Enter on a row. */
  onOpen?: ((id: string) => void) | undefined;
  /** Heading in the sheet of keys: "Board". */
  title: string;
  /** What Enter does: "Open the review". */
  opens?: string | undefined;
  enabled?: boolean;
  /** Brings a row into view that is not in the page because it is far away (a virtual list). */
  scrollTo?: ((index: number) => void) | undefined;
}

export interface RowCursor {
  /** The row under the cursor, undefined until the first `j`. */
  current: string | undefined;
  moveTo: (id: string) => void;
  /** Spread onto each row. */
  rowProps: (id: string) => {
    ref: RefCallback<HTMLElement>;
    tabIndex: number;
    'data-cursor': boolean;
    onFocus: () => void;
  };
}

/** `j` and `k` move over rows, Enter opens; the cursor follows the row when the order changes. */
export function useRowCursor(options: RowCursorOptions): RowCursor {
  const { ids, onOpen, title, opens, enabled = true, scrollTo } = options;
  const [current, setCurrent] = useState<string>();
  const rows = useRef(new Map<string, HTMLElement>());
  const wanted = useRef<string | undefined>(undefined);

  // A row of a virtual list may be rendered only after it was scrolled to.
  useEffect(() => {
    const row = wanted.current === undefined ? undefined : rows.current.get(wanted.current);
    if (row === undefined) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });

  const moveTo = useCallback((id: string) => {
    wanted.current = id;
    setCurrent(id);
  }, []);
  const step = (by: number) => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const index = Math.max(0, Math.min(ids.length - 1, at === -1 ? 0 : at + by));
    const id = ids[index];
    if (id === undefined) return;
    scrollTo?.(index);
    moveTo(id);
  };
  const keys: Shortcut[] = [
    { keys: 'j', does: 'Next row', run: () => step(1) },
    { keys: 'k', does: 'Previous row', run: () => step(-1) },
  ];
  if (onOpen !== undefined) {
    const open = () => {
      if (current !== undefined && ids.includes(current)) onOpen(current);
    };
    keys.push({ keys: 'Enter', does: opens ?? 'Open the row', run: open });
  }
  useShortcuts(title, keys, { enabled });

  const reachable = current !== undefined && ids.includes(current) ? current : ids[0];
  return {
    current,
    moveTo,
    rowProps: (id) => ({
      ref: (row) => {
        if (row === null) rows.current.delete(id);
        else rows.current.set(id, row);
      },
      tabIndex: id === reachable ? 0 : -1,
      'data-cursor': id === current,
      onFocus: () => setCurrent(id),
    }),
  };
}
