import { useCallback, useState } from 'react';

export interface HeldOrder<Row> {
  /** Fresh contents in the order the reader is used to; new rows come last until `release()`. */
  rows: Row[];
  /** How many rows would stand elsewhere, new ones included: the number on the "n moved" button. */
  moved: number;
  /** Takes the fresh order. */
  release: () => void;
}

/** Puts fresh rows into a held order: gone rows leave, new rows wait at the end. */
export function inHeldOrder<Row>(
  held: readonly string[],
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): Row[] {
  const byId = new Map(fresh.map((row) => [idOf(row), row]));
  const kept = held.flatMap((id) => {
    const row = byId.get(id);
    byId.delete(id);
    return row === undefined ? [] : [row];
  });
  return [...kept, ...byId.values()];
}

/** How many rows stand at another place in `shown` than in `fresh`, beyond those merely pushed by others. */
export function countMoved(shown: readonly string[], fresh: readonly string[]): number {
  // The longest run of rows that keep their order did not move; only the others did.
  const place = new Map(fresh.map((id, index) => [id, index]));
  const tails: number[] = [];
  for (const id of shown) {
    const index = place.get(id) ?? -1;
    let at = tails.findIndex((tail) => tail >= index);
    if (at === -1) at = tails.length;
    tails[at] = index;
  }
  return shown.length - tails.length;
}

/**
 * Keeps a list's order still while live updates change its contents; the reader re-sorts with `release()`.
 * `scope` names what the list shows (filters, sort, page): another scope takes the fresh order at once.
 */
export function useHeldOrder<Row>(
  fresh: readonly Row[],
  idOf: (row: Row) => string,
  scope = '',
): HeldOrder<Row> {
  const freshIds = fresh.map(idOf);
  const [held, setHeld] = useState({ scope, ids: freshIds });
  // An empty or foreign hold has nothing to keep: adopt the fresh order while rendering.
  const adopt = held.scope !== scope || held.ids.length === 0;
  if (adopt && (freshIds.length > 0 || held.scope !== scope)) setHeld({ scope, ids: freshIds });
  const rows = adopt ? [...fresh] : inHeldOrder(held.ids, fresh, idOf);
  const release = useCallback(() => setHeld({ scope, ids: [] }), [scope]);
  return { rows, moved: countMoved(rows.map(idOf), freshIds), release };
}
