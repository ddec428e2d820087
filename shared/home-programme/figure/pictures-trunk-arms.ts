import { ANKLE } from './body.ts';
import type { Picture } from './draw-picture.ts';
import { facing, hookLying, kneelLeg, onAllFours, prone, standing } from './base-poses.ts';

const MAT = [{ kind: 'mat', from: -96, to: 98 }] as const;
const DOOR = [{ kind: 'wall', x: 74, height: 170 }] as const;

export const TRUNK_ARM_PICTURES: Record<string, Picture> = {
  'supine-march': {
    start: { pose: hookLying(), behind: MAT },
    end: {
      pose: hookLying({ nearLeg: { angles: [12, 102], end: 30 } }),
      behind: MAT,
      moves: [{ from: [52, 10], to: [56, 36] }],
    },
  },
  'band-row': {
    start: {
      pose: standing(0, { nearArm: { to: [52, 120] }, farArm: { to: [52, 121] } }),
      behind: DOOR,
      before: [
        {
          kind: 'band',
          points: [
            [52, 120],
            [75, 120],
          ],
        },
      ],
    },
    end: {
      pose: standing(0, { nearArm: { to: [14, 112], bend: -1 }, farArm: { to: [16, 114], bend: -1 } }),
      behind: DOOR,
      before: [
        {
          kind: 'band',
          points: [
            [14, 112],
            [75, 120],
          ],
        },
      ],
      moves: [{ from: [54, 100], to: [26, 96] }],
    },
  },
  'band-external-rotation': {
    start: {
      pose: facing(0, {
        nearArm: { angles: [178, 300], lengths: [28, 15] },
        farArm: { angles: [182, 60], lengths: [28, 15] },
      }),
      before: [
        {
          kind: 'band',
          points: [
            [-4, 115],
            [4, 115],
          ],
        },
      ],
    },
    end: {
      pose: facing(0, {
        nearArm: { angles: [178, 72], lengths: [28, 22] },
        farArm: { angles: [182, 288], lengths: [28, 22] },
      }),
      before: [
        {
          kind: 'band',
          points: [
            [-35, 115],
            [35, 115],
          ],
        },
      ],
      moves: [
        { from: [18, 100], to: [42, 100] },
        { from: [-18, 100], to: [-42, 100] },
      ],
    },
  },
  'wall-push-up': {
    start: {
      pose: standing(0, {
        trunk: 8,
        nearArm: { to: [58, 132], end: 0 },
        farArm: { to: [58, 134], end: 0 },
        nearLeg: { to: [-12, ANKLE] },
        farLeg: { to: [-16, ANKLE] },
      }),
      behind: [{ kind: 'wall', x: 62 }],
    },
    end: {
      pose: standing(0, {
        hip: [12, 82],
        trunk: 22,
        neck: 18,
        nearArm: { to: [58, 132], end: 0 },
        farArm: { to: [58, 134], end: 0 },
        nearLeg: { to: [-12, ANKLE] },
        farLeg: { to: [-16, ANKLE] },
      }),
      behind: [{ kind: 'wall', x: 62 }],
      moves: [{ from: [-14, 148], to: [10, 156] }],
    },
  },
  'biceps-curl': {
    start: {
      pose: standing(0, { nearArm: { to: [5, 82] }, farArm: { to: [-4, 82] } }),
      before: [{ kind: 'weight', at: [6, 78] }],
    },
    end: {
      pose: standing(0, { nearArm: { angles: [178, 26] }, farArm: { to: [-4, 82] } }),
      before: [{ kind: 'weight', at: [14, 136] }],
      moves: [{ from: [28, 84], to: [36, 122], bulge: -5 }],
    },
  },
  'bird-dog': {
    start: { pose: onAllFours(), behind: [{ kind: 'mat', from: -60, to: 92 }] },
    end: {
      pose: onAllFours({
        nearArm: { angles: [80, 82], end: 84 },
        farLeg: { angles: [276, 276], end: 250 },
        nearLeg: kneelLeg(2),
      }),
      behind: [{ kind: 'mat', from: -92, to: 112 }],
      moves: [
        { from: [88, 38], to: [98, 56], bulge: -3 },
        { from: [-66, 24], to: [-72, 42], bulge: 3 },
      ],
    },
  },
  'knee-plank': {
    start: {
      pose: prone({
        hip: [-4, 10],
        trunk: [43, 31],
        curve: -5,
        neck: 66,
        nearArm: { angles: [172, 92] },
        farArm: { angles: [174, 92] },
        nearLeg: { angles: [266, 294], end: 330 },
        farLeg: { angles: [266, 297], end: 330 },
      }),
      behind: MAT,
    },
    end: {
      pose: prone({
        hip: [-6, 24],
        trunk: [45, 31],
        neck: 82,
        nearArm: { angles: [172, 92] },
        farArm: { angles: [174, 92] },
        nearLeg: { angles: [245, 294], end: 330 },
        farLeg: { angles: [245, 297], end: 330 },
      }),
      behind: MAT,
      moves: [{ from: [6, 36], to: [6, 58] }],
    },
  },
};
