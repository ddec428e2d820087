const PLACE = 'tandem:board-order';

/** Remembers, for this tab, in what order the board was left, so that the review's j and k follow it. */
export const keepBoardOrder = (episodeIds: readonly string[]): void =>
  sessionStorage.setItem(PLACE, JSON.stringify(episodeIds));

/** The neighbours of an episode in that order, and its place. */
export function neighboursOf(episodeId: string): {
  previous?: string;
  next?: string;
  place?: number;
  total: number;
} {
  const order = readOrder();
  const at = order.indexOf(episodeId);
  if (at === -1) return { total: order.length };
  const [previous, next] = [order[at - 1], order[at + 1]];
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    place: at + 1,
    total: order.length,
  };
}

function readOrder(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}
