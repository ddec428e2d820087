import { BODY_AREAS, type BodyView } from '#shared/evaluations/body-chart.ts';

type Point = readonly [x: number, y: number];

/** Distance from the middle and from the top; what exists twice is drawn on one side and mirrored. */
const ARM: Readonly<Record<string, readonly Point[]>> = {
  'upper arm': [
    [34, 92],
    [46, 88],
    [53, 124],
    [42, 128],
  ],
  elbow: [
    [42, 128],
    [53, 124],
    [56, 140],
    [46, 143],
  ],
  forearm: [
    [46, 143],
    [56, 140],
    [63, 176],
    [55, 179],
  ],
  hand: [
    [55, 179],
    [63, 176],
    [69, 190],
    [68, 206],
    [59, 206],
    [54, 190],
  ],
};

const MIDDLE: Readonly<Record<string, readonly Point[]>> = {
  head: [
    [-8, 8],
    [8, 8],
    [16, 18],
    [17, 32],
    [12, 46],
    [6, 52],
    [-6, 52],
    [-12, 46],
    [-17, 32],
    [-16, 18],
  ],
  neck: [
    [-9, 52],
    [9, 52],
    [10, 61],
    [20, 66],
    [-20, 66],
    [-10, 61],
  ],
  chest: [
    [-20, 66],
    [20, 66],
    [20, 84],
    [33, 92],
    [30, 114],
    [-30, 114],
    [-33, 92],
    [-20, 84],
  ],
  abdomen: [
    [-30, 114],
    [30, 114],
    [26, 150],
    [-26, 150],
  ],
  pelvis: [
    [-26, 150],
    [26, 150],
    [28, 170],
    [-28, 170],
  ],
  'upper back': [
    [-14, 66],
    [14, 66],
    [14, 104],
    [-14, 104],
  ],
  'middle back': [
    [-31, 104],
    [31, 104],
    [28, 128],
    [-28, 128],
  ],
  'low back': [
    [-28, 128],
    [28, 128],
    [26, 154],
    [-26, 154],
  ],
  sacrum: [
    [-9, 154],
    [9, 154],
    [4, 176],
    [-4, 176],
  ],
};

const SIDE: Readonly<Record<BodyView, Readonly<Record<string, readonly Point[]>>>> = {
  front: {
    ...ARM,
    shoulder: [
      [20, 66],
      [38, 71],
      [46, 88],
      [33, 92],
      [20, 84],
    ],
    groin: [
      [1, 170],
      [28, 170],
      [22, 184],
      [1, 188],
    ],
    thigh: [
      [1, 188],
      [22, 184],
      [28, 172],
      [30, 200],
      [26, 242],
      [5, 242],
    ],
    knee: [
      [5, 242],
      [26, 242],
      [25, 264],
      [6, 264],
    ],
    shin: [
      [6, 264],
      [25, 264],
      [22, 314],
      [9, 314],
    ],
    ankle: [
      [9, 314],
      [22, 314],
      [21, 326],
      [10, 326],
    ],
    foot: [
      [10, 326],
      [21, 326],
      [31, 340],
      [29, 346],
      [9, 345],
    ],
  },
  back: {
    ...ARM,
    'shoulder blade': [
      [14, 66],
      [38, 71],
      [46, 88],
      [33, 92],
      [31, 104],
      [14, 104],
    ],
    buttock: [
      [9, 154],
      [26, 154],
      [30, 180],
      [22, 190],
      [1, 190],
      [4, 176],
    ],
    thigh: [
      [1, 190],
      [22, 190],
      [30, 180],
      [30, 204],
      [26, 242],
      [5, 242],
    ],
    knee: [
      [5, 242],
      [26, 242],
      [25, 264],
      [6, 264],
    ],
    calf: [
      [6, 264],
      [25, 264],
      [22, 314],
      [9, 314],
    ],
    heel: [
      [9, 314],
      [22, 314],
      [24, 342],
      [9, 342],
    ],
  },
};

const CENTRE: Record<BodyView, number> = { front: 75, back: 225 };
export const FIGURE_SIZE = { width: 300, height: 372 };

export interface BodyShape {
  area: string;
  /** The corners for an SVG polygon. */
  points: string;
}

/** Facing us, a left limb is on our right; seen from behind it is on our left. */
function shapeOf(area: string): BodyShape {
  const [view, side = '', name = ''] = area.split(':');
  const seen: BodyView = view === 'back' ? 'back' : 'front';
  const corners = (side === '' ? MIDDLE[name] : SIDE[seen][name]) ?? [];
  const isMirrored = side !== '' && (side === 'left') === (seen === 'back');
  const at = ([x, y]: Point) => `${CENTRE[seen] + (isMirrored ? -x : x)},${y}`;
  return { area, points: corners.map(at).join(' ') };
}

export const BODY_SHAPES: readonly BodyShape[] = BODY_AREAS.map(shapeOf);
