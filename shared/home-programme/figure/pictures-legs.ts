import { ANKLE } from './body.ts';
import type { Picture } from './draw-picture.ts';
import { facing, hookFoot, hookLying, onSide, prone, sitting, standing, supine } from './base-poses.ts';

const MAT = [{ kind: 'mat', from: -96, to: 98 }] as const;
const CHAIR = [{ kind: 'chair', x: 0 }] as const;
const COUNTER = [{ kind: 'counter', x: 40 }] as const;
const onCounter = { nearArm: { to: [38, 88] }, farArm: { to: [38, 87] } } as const;
export const LEG_PICTURES: Record<string, Picture> = {
  bridge: {
    start: { pose: hookLying(), behind: MAT },
    end: {
      pose: hookLying({
        hip: [2, 34],
        trunk: [-46, 11],
        neck: 272,
        nearArm: { to: [9, 5] },
        farArm: { to: [9, 5] },
      }),
      behind: MAT,
      moves: [{ from: [-14, 46], to: [-14, 72] }],
    },
  },
  'sit-to-stand': {
    start: {
      pose: sitting(0, {
        trunk: 12,
        nearArm: { to: [34, 74], bend: -1 },
        farArm: { to: [34, 76], bend: -1 },
        nearLeg: { to: [32, ANKLE] },
        farLeg: { to: [28, ANKLE] },
      }),
      behind: CHAIR,
    },
    end: {
      pose: standing(30, { nearArm: { to: [64, 110], bend: -1 }, farArm: { to: [64, 112], bend: -1 } }),
      behind: CHAIR,
      moves: [{ from: [2, 108], to: [8, 150], bulge: 4 }],
    },
  },
  'mini-squat': {
    start: { pose: standing(0, onCounter), behind: COUNTER },
    end: {
      pose: standing(0, { hip: [-16, 66], trunk: 22, ...onCounter }),
      behind: COUNTER,
      moves: [{ from: [-40, 108], to: [-40, 76] }],
    },
  },
  'wall-sit': {
    start: {
      pose: standing(-14, { nearLeg: { to: [14, ANKLE] }, farLeg: { to: [10, ANKLE] } }),
      behind: [{ kind: 'wall', x: -28 }],
    },
    end: {
      pose: standing(-14, {
        hip: [-14, 54],
        nearArm: { to: [14, 56] },
        farArm: { to: [12, 56] },
        nearLeg: { to: [22, ANKLE] },
        farLeg: { to: [18, ANKLE] },
      }),
      behind: [{ kind: 'wall', x: -28 }],
      moves: [{ from: [14, 128], to: [14, 92] }],
    },
  },
  'heel-raise': {
    start: { pose: standing(0, onCounter), behind: COUNTER },
    end: {
      pose: standing(0, {
        hip: [2, 96],
        nearArm: { to: [38, 88] },
        farArm: { to: [38, 87] },
        nearLeg: { to: [3, 15], end: 138 },
        farLeg: { to: [-3, 15], end: 138 },
      }),
      behind: COUNTER,
      moves: [{ from: [-18, 2], to: [-18, 30] }],
    },
  },
  'step-up': {
    start: {
      pose: standing(0, { trunk: 6, nearLeg: { to: [26, 22] }, farLeg: { to: [-6, ANKLE] } }),
      behind: [{ kind: 'step', x: 16, width: 44, height: 18 }],
    },
    end: {
      pose: standing(32, {
        hip: [32, 102],
        nearArm: { to: [36, 101] },
        farArm: { to: [29, 101] },
        nearLeg: { to: [36, 22] },
        farLeg: { to: [26, 22] },
      }),
      behind: [{ kind: 'step', x: 16, width: 44, height: 18 }],
      moves: [{ from: [0, 90], to: [0, 124] }],
    },
  },
  'straight-leg-raise': {
    start: { pose: hookLying({ nearLeg: { to: [80, 6], end: 8 }, farLeg: hookFoot }), behind: MAT },
    end: {
      pose: hookLying({ nearLeg: { to: [66, 52], end: 332 }, farLeg: hookFoot }),
      behind: MAT,
      moves: [{ from: [88, 14], to: [82, 50], bulge: -4 }],
    },
  },
  'short-arc-quad': {
    start: {
      pose: supine({ nearLeg: { angles: [70, 116], end: 30 } }),
      behind: [...MAT, { kind: 'roll', at: [36, 11], radius: 11 }],
    },
    end: {
      pose: supine({ nearLeg: { angles: [70, 72], end: 345 } }),
      behind: [...MAT, { kind: 'roll', at: [36, 11], radius: 11 }],
      moves: [{ from: [92, 12], to: [98, 36], bulge: -3 }],
    },
  },
  'seated-knee-extension': {
    start: { pose: sitting(), behind: CHAIR },
    end: {
      pose: sitting(0, { nearLeg: { angles: [88, 84], end: 10 } }),
      behind: CHAIR,
      moves: [{ from: [62, 6], to: [84, 34], bulge: -7 }],
    },
  },
  'standing-hip-abduction': {
    start: {
      pose: facing(0, { farArm: { to: [-34, 90] } }),
      behind: [{ kind: 'counter', x: -46, width: 14, height: 86 }],
    },
    end: {
      pose: facing(0, { farArm: { to: [-34, 90] }, nearLeg: { angles: [148, 148], end: 96 } }),
      behind: [{ kind: 'counter', x: -46, width: 14, height: 86 }],
      moves: [{ from: [22, 4], to: [54, 16], bulge: -3 }],
    },
  },
  'standing-hip-extension': {
    start: { pose: standing(0, onCounter), behind: COUNTER },
    end: {
      pose: standing(0, {
        trunk: 5,
        ...onCounter,
        nearLeg: { angles: [208, 208], end: 118 },
        farLeg: { to: [2, ANKLE] },
      }),
      behind: COUNTER,
      moves: [{ from: [-14, 4], to: [-50, 14], bulge: 4 }],
    },
  },
  'standing-knee-curl': {
    start: { pose: standing(0, onCounter), behind: COUNTER },
    end: {
      pose: standing(0, {
        ...onCounter,
        nearLeg: { angles: [180, 268], end: 178 },
        farLeg: { to: [2, ANKLE] },
      }),
      behind: COUNTER,
      moves: [{ from: [-22, 8], to: [-52, 34], bulge: -7 }],
    },
  },
  clamshell: {
    start: {
      pose: onSide({
        nearLeg: { angles: [60, 128], end: 80, lengths: [34, 36] },
        farLeg: { angles: [66, 128], end: 80, lengths: [34, 36] },
      }),
      behind: MAT,
    },
    end: {
      pose: onSide({
        nearLeg: { angles: [18, 142], end: 80, lengths: [38, 45] },
        farLeg: { angles: [66, 128], end: 80, lengths: [34, 36] },
      }),
      behind: MAT,
      moves: [{ from: [36, 40], to: [26, 66], bulge: 4 }],
    },
  },
  'side-lying-hip-abduction': {
    start: { pose: onSide(), behind: MAT },
    end: {
      pose: onSide({ nearLeg: { angles: [64, 64], end: 112 } }),
      behind: MAT,
      moves: [{ from: [86, 18], to: [84, 46], bulge: 3 }],
    },
  },
  'prone-hip-extension': {
    start: { pose: prone(), behind: [{ kind: 'mat', from: -98, to: 96 }] },
    end: {
      pose: prone({ nearLeg: { angles: [288, 288], end: 280 } }),
      behind: [{ kind: 'mat', from: -98, to: 96 }],
      moves: [{ from: [-86, 16], to: [-84, 40], bulge: -3 }],
    },
  },
  'ball-squeeze-knees': {
    start: { pose: hookLying(), behind: MAT, before: [{ kind: 'ball', at: [20, 42], radius: 9 }] },
    end: {
      pose: hookLying(),
      behind: MAT,
      before: [{ kind: 'ball', at: [20, 42], radius: 7 }],
      moves: [
        { from: [44, 60], to: [29, 47] },
        { from: [-4, 60], to: [11, 47] },
      ],
    },
  },
};
