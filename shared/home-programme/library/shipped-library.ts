import { ExerciseCode, type ExerciseContent } from '../model.ts';
import { COORDINATION, GAIT } from './coordination-gait.ts';
import { FLEXIBILITY_LOWER } from './flexibility-lower.ts';
import { FLEXIBILITY_UPPER } from './flexibility-upper.ts';
import { BALANCE, POSTURE } from './posture-balance.ts';
import { STRENGTH_LEGS } from './strength-legs.ts';
import { STRENGTH_TRUNK_ARMS } from './strength-trunk-arms.ts';

/** The exercises that come with Tandem, in our own words and pictures; an organization edits a copy. */
export const SHIPPED_EXERCISES: ReadonlyMap<ExerciseCode, ExerciseContent> = new Map(
  [
    ...STRENGTH_LEGS,
    ...STRENGTH_TRUNK_ARMS,
    ...FLEXIBILITY_LOWER,
    ...FLEXIBILITY_UPPER,
    ...POSTURE,
    ...BALANCE,
    ...COORDINATION,
    ...GAIT,
  ].map(([code, content]) => [ExerciseCode.parse(code), content]),
);
