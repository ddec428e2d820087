export interface PlacedMarker<Marker> {
  marker: Marker;
  /** Left edge in pixels. */
  left: number;
  lane: number;
  /** Which side of its shape the name stands on; `none` when there is no room until it is focused. */
  name: 'right' | 'left' | 'none';
}

interface LaneSpec<Marker> {
  /** Pixels of the time axis. */
  width: number;
  lanes: number;
  xOf: (marker: Marker) => number;
  nameOf: (marker: Marker) => string;
}

const ICON = 24;
const LETTER = 6.2;
const GAP = 4;

type Taken = [from: number, to: number][];

/**
 * Gives events on a time axis, in order of date, a place where their names can be read: beside the date, away from the
 * next event, in the first lane with room. Those that fit nowhere keep their shape.
 */
export function placeMarkers<Marker>(
  markers: readonly Marker[],
  { width, lanes, xOf, nameOf }: LaneSpec<Marker>,
): PlacedMarker<Marker>[] {
  const taken: Taken[] = Array.from({ length: lanes }, () => []);
  const fits = (lane: Taken, left: number, size: number) =>
    left >= -ICON / 2 &&
    left + size <= width + ICON / 2 &&
    lane.every(([from, to]) => left >= to + GAP || left + size <= from - GAP);

  return markers.map((marker, index) => {
    const x = xOf(marker);
    const full = ICON + 4 + nameOf(marker).length * LETTER;
    const next = markers[index + 1];
    const crowded = next !== undefined && xOf(next) - x < full;
    const right = { name: 'right', left: x - ICON / 2, size: full } as const;
    const left = { name: 'left', left: x + ICON / 2 - full, size: full } as const;
    const bare = { name: 'none', left: x - ICON / 2, size: ICON } as const;
    for (const place of crowded ? [left, right, bare] : [right, left, bare]) {
      const lane = taken.findIndex((others) => fits(others, place.left, place.size));
      if (lane === -1) continue;
      taken[lane]?.push([place.left, place.left + place.size]);
      return { marker, lane, left: place.left, name: place.name };
    }
    return { marker, lane: lanes - 1, left: bare.left, name: bare.name };
  });
}
