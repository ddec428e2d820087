import { ANKLE, LYING, type Limb, type Pose } from './body.ts';

type Change = Partial<Pose>;

/** Standing, seen from the side, facing right. */
export const standing = (x = 0, change: Change = {}): Pose => ({
  hip: [x, 84],
  trunk: 0,
  nearArm: { to: [x + 4, 83] },
  farArm: { to: [x - 3, 83] },
  nearLeg: { to: [x + 3, ANKLE] },
  farLeg: { to: [x - 4, ANKLE] },
  ...change,
});

/** Standing, seen from the front. */
export const facing = (x = 0, change: Change = {}): Pose => ({
  hip: [x, 84],
  trunk: 0,
  width: 14,
  face: 'front',
  nearArm: { angles: [168, 174] },
  farArm: { angles: [192, 186] },
  nearLeg: { to: [x + 9, ANKLE] },
  farLeg: { to: [x - 9, ANKLE] },
  ...change,
});

/** Sitting on a chair at `x`, seen from the side, facing right. */
export const sitting = (x = 0, change: Change = {}): Pose => ({
  hip: [x, 46],
  trunk: 0,
  nearArm: { to: [x + 24, 55] },
  farArm: { to: [x + 22, 55] },
  nearLeg: { to: [x + 38, ANKLE] },
  farLeg: { to: [x + 34, ANKLE] },
  ...change,
});

/** Sitting, seen from the front: the thighs come towards the reader. */
export const sittingFront = (x = 0, change: Change = {}): Pose => ({
  hip: [x, 46],
  trunk: 0,
  width: 14,
  face: 'front',
  nearArm: { angles: [165, 200], lengths: [26, 20] },
  farArm: { angles: [195, 160], lengths: [26, 20] },
  nearLeg: FRONT_LEGS.near,
  farLeg: FRONT_LEGS.far,
  ...change,
});

/** The legs of somebody who sits facing the reader: the thighs are hardly seen. */
const FRONT_LEGS = {
  near: { angles: [125, 178], lengths: [9, 37] },
  far: { angles: [235, 182], lengths: [9, 37] },
} as const satisfies Record<string, Limb>;

/** Lying on the back, head on the left, legs straight. */
export const supine = (change: Change = {}): Pose => ({
  hip: [0, LYING],
  trunk: 270,
  neck: 274,
  nearArm: { to: [4, 6] },
  farArm: { to: [4, 6] },
  nearLeg: { to: [81, 6], end: 12 },
  farLeg: { to: [81, 8], end: 12 },
  ...change,
});

export const hookFoot: Limb = { to: [42, ANKLE], end: 92 };

/** Lying on the back with both feet on the floor. */
export const hookLying = (change: Change = {}): Pose =>
  supine({ nearLeg: hookFoot, farLeg: { to: [39, ANKLE], end: 92 }, ...change });

/** Lying on the front, head on the right. */
export const prone = (change: Change = {}): Pose => ({
  hip: [0, LYING],
  trunk: 90,
  neck: 88,
  nearArm: { to: [-4, 6] },
  farArm: { to: [-4, 6] },
  nearLeg: { to: [-81, 6], end: 262 },
  farLeg: { to: [-81, 7], end: 262 },
  ...change,
});

export const kneelLeg = (x: number): Limb => ({ to: [x - 39, 6], end: 268 });

/** On hands and knees, facing right. */
export const onAllFours = (change: Change = {}): Pose => ({
  hip: [0, 45],
  trunk: [51, 57],
  neck: 84,
  nearArm: { to: [54, 3], bend: 1 },
  farArm: { to: [49, 3], bend: 1 },
  nearLeg: kneelLeg(2),
  farLeg: kneelLeg(-3),
  ...change,
});

/** Lying on the side, seen from the front, head on the left. The near leg is the upper one. */
export const onSide = (change: Change = {}): Pose => ({
  hip: [0, 13],
  trunk: 271,
  neck: 268,
  face: 'front',
  width: 7,
  nearArm: { to: [-20, 5], bend: 1 },
  farArm: { to: [-110, 4] },
  nearLeg: { to: [82, 15], end: 110 },
  farLeg: { to: [82, 5], end: 110 },
  ...change,
});
