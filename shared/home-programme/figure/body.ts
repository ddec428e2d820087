/** A place in the drawing: x to the right, y up, the floor at 0. Units are those of the body below. */
export type Point = readonly [x: number, y: number];

/** Lengths of the stick figure; standing it is about 163 high. */
export const BODY = { thigh: 40, shank: 40, foot: 14, trunk: 52, arm: 28, forearm: 27, neck: 17, head: 10 };

/** Ankles stand this high above the floor, the middle of a lying body this high above the mat. */
export const ANKLE = 4;
export const LYING = 9;

/**
 * An arm or a leg: its two joint angles (0 up, 90 to the right, clockwise), or where its end is and to which side the joint
 * between bends: +1 to the left-hand side of the line from the body to the end, as seen along it. `lengths` foreshortens what
 * comes towards the reader.
 */
export type Limb =
  | {
      angles: readonly [upper: number, lower: number];
      end?: number;
      lengths?: readonly [upper: number, lower: number];
    }
  | { to: Point; bend?: 1 | -1; end?: number; lengths?: readonly [upper: number, lower: number] };

/** One drawn body. `near` limbs are drawn dark and in front; seen from the front they are those on the right of the picture. */
export interface Pose {
  hip: Point;
  /** The spine's direction from the hip as an angle, or the place of the shoulders. */
  trunk: number | Point;
  /** How far the spine bulges to its left-hand side: the back of a body that faces right. */
  curve?: number;
  /** Direction from the shoulders to the head; the trunk's when left out. */
  neck?: number;
  /** How far the head is pushed forward (right of its direction). */
  poke?: number;
  /** Which way the face looks. `front` draws two eyes, moved aside by `turn`. */
  face?: 'right' | 'left' | 'front';
  turn?: number;
  /** Half the width of shoulders and hips: 0 from the side. */
  width?: number;
  nearArm: Limb;
  farArm: Limb;
  nearLeg: Limb;
  farLeg: Limb;
}

export interface LimbJoints {
  root: Point;
  middle: Point;
  end: Point;
  /** The tip of the foot or of the hand. */
  tip: Point;
}

export interface Joints {
  hip: Point;
  shoulder: Point;
  /** The control point of the spine's curve. */
  spine: Point;
  head: Point;
  nose: Point;
  nearArm: LimbJoints;
  farArm: LimbJoints;
  nearLeg: LimbJoints;
  farLeg: LimbJoints;
}

const radians = (angle: number): number => (angle * Math.PI) / 180;

/** The point `length` away in a direction: 0 up, 90 to the right. */
export const along = ([x, y]: Point, angle: number, length: number): Point => [
  x + Math.sin(radians(angle)) * length,
  y + Math.cos(radians(angle)) * length,
];

/** The direction from one point to another. */
export const angleTo = ([x1, y1]: Point, [x2, y2]: Point): number =>
  (Math.atan2(x2 - x1, y2 - y1) * 180) / Math.PI;

const middleOf = ([x1, y1]: Point, [x2, y2]: Point): Point => [(x1 + x2) / 2, (y1 + y2) / 2];

interface Segments {
  upper: number;
  lower: number;
  tip: number;
}

const ARM: Segments = { upper: BODY.arm, lower: BODY.forearm, tip: 8 };
const LEG: Segments = { upper: BODY.thigh, lower: BODY.shank, tip: BODY.foot };

/** Where the joints of a limb are. An end that is out of reach is pointed at with a straight limb. */
function limbJoints(
  root: Point,
  limb: Limb,
  segments: Segments,
  usual: { bend: 1 | -1; end: number },
): LimbJoints {
  const [upper, lower] = limb.lengths ?? [segments.upper, segments.lower];
  const placed = (middle: Point, end: Point): LimbJoints => ({
    root,
    middle,
    end,
    tip: along(end, limb.end ?? usual.end, segments.tip),
  });
  if ('angles' in limb) {
    const middle = along(root, limb.angles[0], upper);
    return placed(middle, along(middle, limb.angles[1], lower));
  }
  const distance = Math.hypot(limb.to[0] - root[0], limb.to[1] - root[1]);
  const direction = angleTo(root, limb.to);
  if (distance >= upper + lower) {
    const middle = along(root, direction, upper);
    return placed(middle, along(middle, direction, lower));
  }
  const cosine = (upper ** 2 + distance ** 2 - lower ** 2) / (2 * upper * distance);
  const inner = (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
  const middle = along(root, direction - inner * (limb.bend ?? usual.bend), upper);
  return placed(middle, limb.to);
}

/** Turns a pose into the places of its joints. */
export function jointsOf(pose: Pose): Joints {
  const trunk = typeof pose.trunk === 'number' ? pose.trunk : angleTo(pose.hip, pose.trunk);
  const shoulder = typeof pose.trunk === 'number' ? along(pose.hip, trunk, BODY.trunk) : pose.trunk;
  const neck = pose.neck ?? trunk;
  const head = along(along(shoulder, neck, BODY.neck), neck + 90, pose.poke ?? 0);
  const width = pose.width ?? 0;
  const beside = (point: Point, by: number): Point => along(point, trunk + 90, by);
  const isFront = pose.face === 'front';
  const arm = { bend: -1, end: 180 } as const;
  return {
    hip: pose.hip,
    shoulder,
    spine: along(middleOf(pose.hip, shoulder), trunk - 90, (pose.curve ?? 0) * 2),
    head,
    nose: along(head, neck + (pose.face === 'left' ? -90 : 90), BODY.head + 3),
    nearArm: limbJoints(beside(shoulder, width), pose.nearArm, ARM, arm),
    farArm: limbJoints(beside(shoulder, -width), pose.farArm, ARM, arm),
    nearLeg: limbJoints(beside(pose.hip, width / 2), pose.nearLeg, LEG, { bend: 1, end: isFront ? 120 : 90 }),
    farLeg: limbJoints(beside(pose.hip, -width / 2), pose.farLeg, LEG, {
      bend: 1,
      end: isFront ? 240 : 90,
    }),
  };
}
