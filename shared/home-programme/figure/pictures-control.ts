import { ANKLE } from './body.ts';
import type { Picture } from './draw-picture.ts';
import { facing, hookLying, sitting, standing } from './base-poses.ts';

const MAT = [{ kind: 'mat', from: -96, to: 98 }] as const;
const CHAIR = [{ kind: 'chair', x: 0 }] as const;
const SUPPORT = [{ kind: 'counter', x: -48, width: 14, height: 86 }] as const;

/** Posture, balance, coordination and walking. */
export const CONTROL_PICTURES: Record<string, Picture> = {
  'chin-tuck': {
    start: { pose: sitting(0, { neck: 14, poke: 6 }), behind: CHAIR },
    end: {
      pose: sitting(0, { neck: 0, poke: -4 }),
      behind: CHAIR,
      moves: [{ from: [36, 114], to: [18, 114] }],
    },
  },
  'shoulder-blade-squeeze': {
    start: {
      pose: sitting(0, {
        trunk: 6,
        curve: 5,
        neck: 12,
        nearArm: { angles: [160, 100] },
        farArm: { angles: [158, 98] },
      }),
      behind: [{ kind: 'chair', x: -4 }],
    },
    end: {
      pose: sitting(0, {
        trunk: 0,
        curve: -2,
        nearArm: { angles: [222, 100] },
        farArm: { angles: [220, 98] },
      }),
      behind: [{ kind: 'chair', x: -4 }],
      moves: [{ from: [10, 66], to: [-20, 70] }],
    },
  },
  'wall-angel': {
    start: {
      pose: facing(0, { nearArm: { angles: [100, 4] }, farArm: { angles: [260, 356] } }),
      behind: [{ kind: 'mat-above', from: [-58, 0], to: [58, 206] }],
    },
    end: {
      pose: facing(0, { nearArm: { angles: [32, 8] }, farArm: { angles: [328, 352] } }),
      behind: [{ kind: 'mat-above', from: [-58, 0], to: [58, 206] }],
      moves: [
        { from: [46, 142], to: [40, 172], bulge: 3 },
        { from: [-46, 142], to: [-40, 172], bulge: -3 },
      ],
    },
  },
  'pelvic-tilt': {
    start: { pose: hookLying({ hip: [0, 9], curve: -7 }), behind: MAT },
    end: {
      pose: hookLying({ hip: [1, 11], curve: 2 }),
      behind: MAT,
      moves: [{ from: [-24, 40], to: [-24, 20] }],
    },
  },
  'thoracic-extension': {
    start: {
      pose: sitting(0, {
        trunk: 8,
        curve: 6,
        neck: 8,
        nearArm: { angles: [60, 300], lengths: [26, 24] },
        farArm: { angles: [64, 302], lengths: [26, 24] },
      }),
      behind: [{ kind: 'chair', x: -2 }],
    },
    end: {
      pose: sitting(0, {
        trunk: 346,
        curve: -5,
        neck: 338,
        nearArm: { angles: [30, 270], lengths: [26, 24] },
        farArm: { angles: [34, 272], lengths: [26, 24] },
      }),
      behind: [{ kind: 'chair', x: -2 }],
      moves: [{ from: [16, 136], to: [-6, 144], bulge: 4 }],
    },
  },
  'single-leg-stand': {
    start: { pose: facing(0, { farArm: { to: [-36, 90] } }), behind: SUPPORT },
    end: {
      pose: facing(0, {
        farArm: { to: [-36, 90] },
        nearLeg: { angles: [150, 200], lengths: [34, 30], end: 150 },
      }),
      behind: SUPPORT,
      moves: [{ from: [34, 16], to: [34, 42] }],
    },
  },
  'tandem-stand': {
    start: {
      pose: standing(0, { farArm: { to: [44, 90] } }),
      behind: [{ kind: 'counter', x: 48, width: 14, height: 86 }],
    },
    end: {
      pose: standing(0, {
        farArm: { to: [44, 90] },
        nearLeg: { to: [12, ANKLE] },
        farLeg: { to: [-11, ANKLE], bend: 1 },
      }),
      behind: [
        { kind: 'counter', x: 48, width: 14, height: 86 },
        { kind: 'line', from: -34, to: 44 },
      ],
    },
  },
  'weight-shift': {
    start: {
      pose: facing(0, {
        hip: [-9, 80],
        nearLeg: { angles: [166, 166] },
        farLeg: { angles: [180, 180], lengths: [38, 38] },
      }),
    },
    end: {
      pose: facing(0, {
        hip: [9, 80],
        nearLeg: { angles: [180, 180], lengths: [38, 38] },
        farLeg: { angles: [194, 194] },
      }),
      moves: [{ from: [-36, 66], to: [40, 66], bulge: -10, both: true }],
    },
  },
  'standing-march': {
    start: {
      pose: standing(0, { farArm: { to: [16, 92] } }),
      behind: [{ kind: 'counter', x: -36, width: 96 }],
    },
    end: {
      pose: standing(0, {
        farArm: { to: [16, 92] },
        nearLeg: { angles: [96, 184], end: 92 },
        farLeg: { to: [-2, ANKLE] },
      }),
      behind: [{ kind: 'counter', x: -36, width: 96 }],
      moves: [{ from: [20, 22], to: [20, 52] }],
    },
  },
  'standing-reach': {
    start: { pose: standing(0, { nearArm: { angles: [92, 92] } }) },
    end: {
      pose: standing(0, { hip: [-7, 84], trunk: 26, neck: 22, nearArm: { angles: [94, 94] } }),
      moves: [{ from: [52, 152], to: [78, 146] }],
    },
  },
  'finger-to-nose': {
    start: { pose: sitting(0, { nearArm: { angles: [92, 90], end: 90 } }), behind: CHAIR },
    end: {
      pose: sitting(0, { nearArm: { to: [23, 112], end: 296 } }),
      behind: CHAIR,
      moves: [{ from: [62, 100], to: [36, 122], bulge: 6 }],
    },
  },
  'toe-taps': {
    start: { pose: standing(0), behind: [{ kind: 'step', x: 18, width: 40, height: 18 }] },
    end: {
      pose: standing(0, { nearLeg: { to: [24, 26], end: 108 }, farLeg: { to: [-3, ANKLE] } }),
      behind: [{ kind: 'step', x: 18, width: 40, height: 18 }],
      moves: [{ from: [8, 40], to: [34, 44], bulge: 6, both: true }],
    },
  },
  'heel-to-shin': {
    start: {
      pose: sitting(0, { farLeg: { angles: [88, 132], end: 50 }, nearLeg: { angles: [70, 190], end: 120 } }),
      behind: CHAIR,
    },
    end: {
      pose: sitting(0, { farLeg: { angles: [88, 132], end: 50 }, nearLeg: { angles: [80, 148], end: 80 } }),
      behind: CHAIR,
      moves: [{ from: [54, 42], to: [74, 18], bulge: 3, both: true }],
    },
  },
  'cross-march': {
    start: { pose: standing(0) },
    end: {
      pose: standing(0, {
        nearLeg: { angles: [70, 186], end: 92 },
        farArm: { to: [34, 98], bend: -1 },
        nearArm: { angles: [200, 200] },
      }),
      moves: [{ from: [22, 40], to: [22, 66] }],
    },
  },
  'side-stepping': {
    start: { pose: facing(), behind: [{ kind: 'line', from: -30, to: 70 }] },
    end: {
      pose: facing(14, { nearLeg: { to: [36, ANKLE] }, farLeg: { to: [-8, ANKLE] } }),
      behind: [{ kind: 'line', from: -30, to: 90 }],
      moves: [{ from: [48, 40], to: [80, 40] }],
    },
  },
  'heel-to-toe-walk': {
    start: {
      pose: standing(0, { nearLeg: { to: [12, ANKLE] }, farLeg: { to: [-11, ANKLE] } }),
      behind: [{ kind: 'line', from: -34, to: 70 }],
    },
    end: {
      pose: standing(20, {
        nearLeg: { to: [12, ANKLE] },
        farLeg: { to: [36, 8], end: 70 },
        nearArm: { to: [16, 84] },
        farArm: { to: [32, 86] },
      }),
      behind: [{ kind: 'line', from: -34, to: 76 }],
      moves: [{ from: [40, 60], to: [72, 60] }],
    },
  },
  'walking-programme': {
    start: {
      pose: standing(0, {
        trunk: 3,
        nearLeg: { to: [22, 5], end: 74 },
        farLeg: { to: [-24, 9], end: 118 },
        nearArm: { angles: [200, 180] },
        farArm: { angles: [158, 140] },
      }),
    },
    end: {
      pose: standing(10, {
        trunk: 3,
        nearLeg: { to: [-14, 9], end: 118 },
        farLeg: { to: [32, 5], end: 74 },
        nearArm: { angles: [156, 138] },
        farArm: { angles: [202, 182] },
      }),
      moves: [{ from: [36, 84], to: [66, 84] }],
    },
  },
  'toe-walking': {
    start: { pose: standing(0) },
    end: {
      pose: standing(0, {
        hip: [4, 94],
        nearLeg: { to: [20, 16], end: 136 },
        farLeg: { to: [-12, 16], end: 140 },
        nearArm: { angles: [196, 184] },
        farArm: { angles: [164, 150] },
      }),
      moves: [{ from: [30, 90], to: [58, 90] }],
    },
  },
  'step-over': {
    start: { pose: standing(-8), behind: [{ kind: 'step', x: 18, width: 7, height: 16 }] },
    end: {
      pose: standing(6, {
        nearLeg: { to: [40, 26], end: 80 },
        farLeg: { to: [-6, ANKLE] },
        nearArm: { angles: [196, 186] },
        farArm: { angles: [160, 148] },
      }),
      behind: [{ kind: 'step', x: 18, width: 7, height: 16 }],
      moves: [{ from: [14, 40], to: [54, 40], bulge: 8 }],
    },
  },
  'stair-climbing': {
    start: {
      pose: standing(0, {
        trunk: 6,
        nearLeg: { to: [26, 22] },
        farLeg: { to: [-6, ANKLE] },
        farArm: { to: [34, 96] },
      }),
      behind: [
        { kind: 'step', x: 16, width: 64, height: 18 },
        { kind: 'step', x: 48, width: 32, height: 36 },
        { kind: 'stick', from: [-6, 72], to: [70, 118] },
      ],
    },
    end: {
      pose: standing(26, {
        hip: [28, 102],
        trunk: 6,
        nearArm: { to: [28, 100] },
        nearLeg: { to: [28, 22] },
        farLeg: { to: [54, 40] },
        farArm: { to: [60, 112] },
      }),
      behind: [
        { kind: 'step', x: 16, width: 64, height: 18 },
        { kind: 'step', x: 48, width: 32, height: 36 },
        { kind: 'stick', from: [-6, 72], to: [70, 118] },
      ],
      moves: [{ from: [-8, 112], to: [10, 138] }],
    },
  },
};
