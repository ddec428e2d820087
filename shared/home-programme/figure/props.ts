import type { Point } from './body.ts';

/** Things that stand around the figure, in its units. */
export type Prop =
  | { kind: 'chair'; x: number; faces?: 'right' | 'left' }
  /** A chair seen from the front, behind the sitter. */
  | { kind: 'seat'; x: number }
  | { kind: 'wall'; x: number; height?: number }
  | { kind: 'counter'; x: number; height?: number; width?: number }
  | { kind: 'step'; x: number; width: number; height: number }
  | { kind: 'mat'; from: number; to: number }
  /** A mat seen from above, under the whole figure. */
  | { kind: 'mat-above'; from: Point; to: Point }
  | { kind: 'roll'; at: Point; radius?: number }
  | { kind: 'ball'; at: Point; radius?: number }
  | { kind: 'weight'; at: Point }
  | { kind: 'band'; points: readonly Point[] }
  | { kind: 'strap'; points: readonly Point[] }
  | { kind: 'stick'; from: Point; to: Point }
  | { kind: 'line'; from: number; to: number };

const WOOD = '#b08d57';
const WOOD_FILL = '#efe2cb';
const MAT = '#7fb2ad';
const BAND = '#d1495b';
const SOFT = '#c9b6d9';

const n = (value: number): string => String(Math.round(value * 10) / 10);
const flip = (y: number): number => -y;

const line = (points: readonly Point[], colour: string, width: number): string =>
  `<path d="${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(flip(y))}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;

const box = (from: Point, to: Point, fill: string, stroke = WOOD): string => {
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  return `<rect x="${n(left)}" y="${n(flip(high))}" width="${n(right - left)}" height="${n(high - low)}" rx="2" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;
};

const disc = ([x, y]: Point, radius: number, fill: string, stroke: string): string =>
  `<circle cx="${n(x)}" cy="${n(flip(y))}" r="${n(radius)}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;

/** The seat of a chair is as high as a sitting figure's hips rest on. */
export const SEAT = 39;

function chair(x: number, faces: 'right' | 'left'): string {
  const to = faces === 'right' ? 1 : -1;
  const back = x - 14 * to;
  const front = x + 24 * to;
  return [
    line(
      [
        [back, 92],
        [back, 0],
      ],
      WOOD,
      4,
    ),
    line(
      [
        [front, SEAT - 4],
        [front, 0],
      ],
      WOOD,
      4,
    ),
    box([back, SEAT - 5], [front, SEAT], WOOD_FILL),
  ].join('');
}

/** A prop as SVG, and the box it fills. */
export function drawProp(prop: Prop): string {
  switch (prop.kind) {
    case 'chair':
      return chair(prop.x, prop.faces ?? 'right');
    case 'seat':
      return [
        box([prop.x - 24, SEAT], [prop.x + 24, 92], WOOD_FILL),
        line(
          [
            [prop.x - 22, SEAT],
            [prop.x - 22, 0],
          ],
          WOOD,
          4,
        ),
        line(
          [
            [prop.x + 22, SEAT],
            [prop.x + 22, 0],
          ],
          WOOD,
          4,
        ),
        line(
          [
            [prop.x - 24, SEAT],
            [prop.x + 24, SEAT],
          ],
          WOOD,
          5,
        ),
      ].join('');
    case 'wall':
      return box([prop.x, 0], [prop.x + 7, prop.height ?? 178], WOOD_FILL);
    case 'counter':
      return [
        box([prop.x, 0], [prop.x + (prop.width ?? 22), prop.height ?? 84], WOOD_FILL),
        line(
          [
            [prop.x - 4, prop.height ?? 84],
            [prop.x + (prop.width ?? 22), prop.height ?? 84],
          ],
          WOOD,
          5,
        ),
      ].join('');
    case 'step':
      return box([prop.x, 0], [prop.x + prop.width, prop.height], WOOD_FILL);
    case 'mat':
      return line(
        [
          [prop.from, -1],
          [prop.to, -1],
        ],
        MAT,
        5,
      );
    case 'mat-above':
      return box(prop.from, prop.to, '#dcebe9', MAT);
    case 'roll':
      return disc(prop.at, prop.radius ?? 8, SOFT, '#8d75a6');
    case 'ball':
      return disc(prop.at, prop.radius ?? 8, '#f3c98b', WOOD);
    case 'weight':
      return [
        line(
          [
            [prop.at[0] - 7, prop.at[1]],
            [prop.at[0] + 7, prop.at[1]],
          ],
          '#4a5560',
          4,
        ),
        disc([prop.at[0] - 8, prop.at[1]], 5, '#4a5560', '#4a5560'),
        disc([prop.at[0] + 8, prop.at[1]], 5, '#4a5560', '#4a5560'),
      ].join('');
    case 'band':
      return line(prop.points, BAND, 3.5);
    case 'strap':
      return line(prop.points, '#8d75a6', 3.5);
    case 'stick':
      return line([prop.from, prop.to], WOOD, 5);
    case 'line':
      return line(
        [
          [prop.from, 0],
          [prop.to, 0],
        ],
        BAND,
        3,
      );
    default:
      return prop satisfies never;
  }
}

/** The points that a prop reaches, so that the picture has room for it. */
export function extentOf(prop: Prop): Point[] {
  switch (prop.kind) {
    case 'chair':
      return [
        [prop.x - 26, 0],
        [prop.x + 26, 94],
      ];
    case 'seat':
      return [
        [prop.x - 26, 0],
        [prop.x + 26, 94],
      ];
    case 'wall':
      return [
        [prop.x, 0],
        [prop.x + 8, prop.height ?? 178],
      ];
    case 'counter':
      return [
        [prop.x - 6, 0],
        [prop.x + (prop.width ?? 22) + 2, (prop.height ?? 84) + 3],
      ];
    case 'step':
      return [
        [prop.x, 0],
        [prop.x + prop.width, prop.height],
      ];
    case 'mat':
    case 'line':
      return [
        [prop.from - 3, -3],
        [prop.to + 3, 0],
      ];
    case 'mat-above':
    case 'stick':
      return [prop.from, prop.to];
    case 'roll':
    case 'ball':
    case 'weight': {
      const [x, y] = prop.at;
      return [
        [x - 13, y - 8],
        [x + 13, y + 8],
      ];
    }
    case 'band':
    case 'strap':
      return [...prop.points];
    default:
      return prop satisfies never;
  }
}
