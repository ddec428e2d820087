import { ANKLE } from './body.ts';
import type { Picture } from './draw-picture.ts';
import { facing, hookLying, sitting, sittingFront, standing, supine } from './base-poses.ts';

const MAT = [{ kind: 'mat', from: -96, to: 98 }] as const;
const CHAIR = [{ kind: 'chair', x: 0 }] as const;

export const UPPER_RANGE_PICTURES: Record<string, Picture> = {
  pendulum: {
    start: {
      pose: standing(0, {
        hip: [-12, 82],
        trunk: 62,
        neck: 66,
        farArm: { to: [52, 84], bend: 1 },
        nearArm: { angles: [180, 180] },
        farLeg: { to: [-14, ANKLE] },
        nearLeg: { to: [4, ANKLE] },
      }),
      behind: [{ kind: 'counter', x: 44, height: 80, width: 34 }],
    },
    end: {
      pose: standing(0, {
        hip: [-12, 82],
        trunk: 62,
        neck: 66,
        farArm: { to: [52, 84], bend: 1 },
        nearArm: { angles: [194, 194] },
        farLeg: { to: [-14, ANKLE] },
        nearLeg: { to: [4, ANKLE] },
      }),
      behind: [{ kind: 'counter', x: 44, height: 80, width: 34 }],
      moves: [{ from: [10, 40], to: [42, 40], bulge: -7, both: true }],
    },
  },
  'shoulder-flexion-stick': {
    start: {
      pose: hookLying({ nearArm: { to: [-26, 56] }, farArm: { to: [-28, 56] } }),
      behind: MAT,
      before: [{ kind: 'stick', from: [-34, 60], to: [-18, 66] }],
    },
    end: {
      pose: hookLying({ nearArm: { angles: [300, 296] }, farArm: { angles: [302, 298] } }),
      behind: [{ kind: 'mat', from: -112, to: 98 }],
      before: [{ kind: 'stick', from: [-106, 30], to: [-94, 42] }],
      moves: [{ from: [-36, 70], to: [-78, 58], bulge: 6 }],
    },
  },
  'wall-climb': {
    start: {
      pose: standing(0, { nearArm: { to: [34, 118], bend: -1, end: 0 } }),
      behind: [{ kind: 'wall', x: 40, height: 200 }],
    },
    end: {
      pose: standing(0, { nearArm: { to: [34, 180], bend: -1, end: 0 } }),
      behind: [{ kind: 'wall', x: 40, height: 200 }],
      moves: [{ from: [30, 120], to: [26, 156], bulge: 0 }],
    },
  },
  'cross-body-stretch': {
    start: { pose: facing() },
    end: {
      pose: facing(0, { nearArm: { angles: [268, 268] }, farArm: { angles: [206, 20], lengths: [24, 24] } }),
      moves: [{ from: [36, 108], to: [4, 100], bulge: -4 }],
    },
  },
  'neck-rotation': {
    start: { pose: sittingFront(), behind: [{ kind: 'seat', x: 0 }] },
    end: {
      pose: sittingFront(0, { turn: 6.5 }),
      behind: [{ kind: 'seat', x: 0 }],
      moves: [{ from: [-14, 134], to: [18, 134], bulge: 10 }],
    },
  },
  'neck-side-stretch': {
    start: { pose: sittingFront(), behind: [{ kind: 'seat', x: 0 }] },
    end: {
      pose: sittingFront(0, { neck: 30, nearArm: { to: [12, 126], bend: -1 } }),
      behind: [{ kind: 'seat', x: 0 }],
      moves: [{ from: [-8, 134], to: [14, 140], bulge: 5 }],
    },
  },
  'heel-slide': {
    start: { pose: supine({ nearLeg: { to: [80, 6], end: 10 } }), behind: MAT },
    end: {
      pose: supine({ nearLeg: { to: [32, ANKLE], end: 60 } }),
      behind: MAT,
      moves: [{ from: [74, 22], to: [48, 22] }],
    },
  },
  'ankle-pumps': {
    start: {
      pose: supine({ nearLeg: { to: [81, 6], end: 340 }, farLeg: { to: [81, 8], end: 340 } }),
      behind: MAT,
      moves: [{ from: [98, 22], to: [86, 30], bulge: 3 }],
    },
    end: {
      pose: supine({ nearLeg: { to: [81, 6], end: 74 }, farLeg: { to: [81, 8], end: 74 } }),
      behind: MAT,
      moves: [{ from: [84, 30], to: [98, 22], bulge: -3 }],
    },
  },
  'wrist-stretch': {
    start: { pose: sitting(0, { nearArm: { angles: [96, 92], end: 90 } }), behind: CHAIR },
    end: {
      pose: sitting(0, { nearArm: { angles: [96, 92], end: 178 }, farArm: { to: [54, 85], bend: 1 } }),
      behind: CHAIR,
      moves: [{ from: [72, 104], to: [70, 82], bulge: -5 }],
    },
  },
  'seated-trunk-rotation': {
    start: {
      pose: sittingFront(0, {
        nearArm: { angles: [150, 262], lengths: [26, 24] },
        farArm: { angles: [210, 98], lengths: [26, 24] },
      }),
      behind: [{ kind: 'seat', x: 0 }],
    },
    end: {
      pose: sittingFront(0, {
        width: 11,
        turn: 6,
        nearArm: { angles: [140, 250], lengths: [26, 16] },
        farArm: { angles: [176, 76], lengths: [26, 24] },
      }),
      behind: [{ kind: 'seat', x: 0 }],
      moves: [{ from: [-24, 120], to: [30, 120], bulge: 10 }],
    },
  },
};
