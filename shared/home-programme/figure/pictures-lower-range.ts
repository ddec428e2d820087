import { ANKLE } from './body.ts';
import type { Picture } from './draw-picture.ts';
import { facing, hookFoot, hookLying, onAllFours, prone, standing, supine } from './base-poses.ts';

const MAT = [{ kind: 'mat', from: -96, to: 98 }] as const;
export const LOWER_RANGE_PICTURES: Record<string, Picture> = {
  'hamstring-stretch': {
    start: { pose: supine({ nearLeg: { to: [80, 6], end: 10 } }), behind: MAT },
    end: {
      pose: supine({
        nearLeg: { angles: [20, 20], end: 300 },
        nearArm: { to: [-20, 46], bend: 1 },
        farArm: { to: [-22, 44], bend: 1 },
      }),
      behind: MAT,
      before: [
        {
          kind: 'strap',
          points: [
            [-20, 46],
            [20, 90],
            [30, 84],
          ],
        },
      ],
      moves: [{ from: [60, 62], to: [44, 80], bulge: -3 }],
    },
  },
  'calf-stretch': {
    start: {
      pose: standing(0, { nearArm: { to: [44, 122], end: 0 }, farArm: { to: [44, 124], end: 0 } }),
      behind: [{ kind: 'wall', x: 48 }],
    },
    end: {
      pose: standing(0, {
        hip: [4, 74],
        trunk: 14,
        nearArm: { to: [44, 122], end: 0 },
        farArm: { to: [44, 124], end: 0 },
        nearLeg: { angles: [206, 206], end: 90 },
        farLeg: { to: [22, ANKLE] },
      }),
      behind: [{ kind: 'wall', x: 48 }],
      moves: [{ from: [-26, 96], to: [-6, 90] }],
    },
  },
  'hip-flexor-stretch': {
    start: {
      pose: standing(0, {
        hip: [0, 46],
        trunk: 0,
        nearArm: { to: [24, 62] },
        farArm: { to: [26, 62] },
        nearLeg: { to: [-38, 6], end: 268 },
        farLeg: { to: [38, ANKLE] },
      }),
      behind: [{ kind: 'mat', from: -60, to: 62 }],
    },
    end: {
      pose: standing(0, {
        hip: [16, 41],
        trunk: 356,
        nearArm: { to: [40, 56] },
        farArm: { to: [42, 56] },
        nearLeg: { to: [-38, 6], end: 268 },
        farLeg: { to: [38, ANKLE] },
      }),
      behind: [{ kind: 'mat', from: -60, to: 62 }],
      moves: [{ from: [-16, 54], to: [4, 54] }],
    },
  },
  'quadriceps-stretch': {
    start: { pose: standing(0, { farArm: { to: [38, 88] } }), behind: [{ kind: 'counter', x: 40 }] },
    end: {
      pose: standing(0, {
        farArm: { to: [38, 88] },
        nearLeg: { angles: [190, 345], end: 262 },
        farLeg: { to: [2, ANKLE] },
        nearArm: { to: [-17, 83], bend: -1 },
      }),
      behind: [{ kind: 'counter', x: 40 }],
      moves: [{ from: [-34, 40], to: [-38, 70], bulge: 4 }],
    },
  },
  'knee-to-chest': {
    start: { pose: hookLying(), behind: MAT },
    end: {
      pose: hookLying({
        nearLeg: { angles: [330, 108], end: 30 },
        farLeg: hookFoot,
        nearArm: { to: [-14, 42], bend: 1 },
        farArm: { to: [-12, 40], bend: 1 },
      }),
      behind: MAT,
      moves: [{ from: [26, 66], to: [-4, 62], bulge: 5 }],
    },
  },
  'lower-trunk-rotation': {
    fromAbove: true,
    start: {
      pose: facing(0, {
        hip: [0, 60],
        nearArm: { angles: [100, 96] },
        farArm: { angles: [260, 264] },
        nearLeg: { angles: [172, 184], lengths: [22, 20], end: 180 },
        farLeg: { angles: [188, 176], lengths: [22, 20], end: 180 },
      }),
      behind: [{ kind: 'mat-above', from: [-34, -4], to: [34, 150] }],
    },
    end: {
      pose: facing(0, {
        hip: [0, 60],
        nearArm: { angles: [100, 96] },
        farArm: { angles: [260, 264] },
        turn: -4,
        nearLeg: { angles: [104, 226], lengths: [36, 34], end: 200 },
        farLeg: { angles: [112, 232], lengths: [36, 34], end: 200 },
      }),
      behind: [{ kind: 'mat-above', from: [-34, -4], to: [34, 150] }],
      moves: [{ from: [-10, 22], to: [14, 12], bulge: -4 }],
    },
  },
  'prone-press-up': {
    start: {
      pose: prone({ nearArm: { angles: [300, 130] }, farArm: { angles: [298, 130] } }),
      behind: [{ kind: 'mat', from: -98, to: 90 }],
    },
    end: {
      pose: prone({
        trunk: [40, 46],
        curve: -9,
        neck: 30,
        nearArm: { to: [50, 4], bend: 1 },
        farArm: { to: [47, 4], bend: 1 },
      }),
      behind: [{ kind: 'mat', from: -98, to: 90 }],
      moves: [{ from: [72, 34], to: [66, 62], bulge: 4 }],
    },
  },
  'cat-camel': {
    start: {
      pose: onAllFours({ curve: 9, neck: 128 }),
      behind: [{ kind: 'mat', from: -60, to: 92 }],
      moves: [{ from: [24, 78], to: [24, 98] }],
    },
    end: {
      pose: onAllFours({ curve: -9, neck: 62 }),
      behind: [{ kind: 'mat', from: -60, to: 92 }],
      moves: [{ from: [24, 92], to: [24, 72] }],
    },
  },
  'childs-pose': {
    start: { pose: onAllFours(), behind: [{ kind: 'mat', from: -60, to: 100 }] },
    end: {
      pose: onAllFours({
        hip: [-34, 24],
        trunk: [14, 18],
        curve: 6,
        neck: 100,
        nearArm: { to: [66, 4], bend: -1 },
        farArm: { to: [64, 4], bend: -1 },
        nearLeg: { angles: [110, 270], end: 268 },
        farLeg: { angles: [112, 270], end: 268 },
      }),
      behind: [{ kind: 'mat', from: -60, to: 100 }],
      moves: [{ from: [10, 52], to: [-18, 46], bulge: 4 }],
    },
  },
};
