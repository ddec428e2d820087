import { drawPicture, type Picture } from './draw-picture.ts';
import { CONTROL_PICTURES } from './pictures-control.ts';
import { LOWER_RANGE_PICTURES } from './pictures-lower-range.ts';
import { UPPER_RANGE_PICTURES } from './pictures-upper-range.ts';
import { LEG_PICTURES } from './pictures-legs.ts';
import { TRUNK_ARM_PICTURES } from './pictures-trunk-arms.ts';

const PICTURES: ReadonlyMap<string, Picture> = new Map(
  Object.entries({
    ...LEG_PICTURES,
    ...TRUNK_ARM_PICTURES,
    ...LOWER_RANGE_PICTURES,
    ...UPPER_RANGE_PICTURES,
    ...CONTROL_PICTURES,
  }),
);

/** The pictures there are, by the code of the exercise they were drawn for. */
export const PICTURE_CODES: readonly string[] = [...PICTURES.keys()];

const drawn = new Map<string, string>();

/** The picture with this code as SVG, or nothing when there is none. `label` says what it shows. */
export function pictureSvg(code: string | null, label: string): string | undefined {
  if (code === null) return undefined;
  const key = `${code} ${label}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const picture = PICTURES.get(code);
  if (!picture) return undefined;
  const svg = drawPicture(picture, label);
  drawn.set(key, svg);
  return svg;
}
