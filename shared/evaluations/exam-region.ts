import { z } from 'zod';
import { BodyRegion } from '#shared/patients/model.ts';
import { type Digit, DIGITS, digitWords, FINGERS, TOES } from './digits.ts';

/** What a sheet of the examination is about: from the head down, then what belongs to no one place. */
export const EXAM_REGIONS = [
  'head-jaw',
  'neck',
  'upper-back',
  'chest-abdomen',
  'low-back',
  'sacroiliac',
  'shoulder',
  'elbow',
  'wrist-hand',
  ...FINGERS,
  'hip',
  'knee',
  'ankle-foot',
  ...TOES,
  'nerves-arm',
  'nerves-trunk',
  'nerves-leg',
  'gait-balance',
  'pelvic-floor',
] as const;
export const ExamRegion = z.enum(EXAM_REGIONS);
export type ExamRegion = z.infer<typeof ExamRegion>;

const isDigit = (region: ExamRegion): region is Digit => DIGITS.some((digit) => digit === region);

type Place = Exclude<ExamRegion, Digit>;

const PLACE_LABEL: Record<Place, string> = {
  'head-jaw': 'Head, face and jaw',
  neck: 'Neck',
  'upper-back': 'Upper and middle back',
  'chest-abdomen': 'Chest and abdomen',
  'low-back': 'Low back',
  sacroiliac: 'Pelvis and sacroiliac joints',
  shoulder: 'Shoulder',
  elbow: 'Elbow and forearm',
  'wrist-hand': 'Wrist and hand',
  hip: 'Hip',
  knee: 'Knee',
  'ankle-foot': 'Ankle and foot',
  'nerves-arm': 'Nerves of neck and arm',
  'nerves-trunk': 'Nerves of the trunk',
  'nerves-leg': 'Nerves of the leg',
  'gait-balance': 'Gait and balance',
  'pelvic-floor': 'Pelvic floor',
};

const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const examRegionLabel = (region: ExamRegion): string =>
  isDigit(region) ? capitalized(digitWords(region)) : PLACE_LABEL[region];

/** The sheets that stand for themselves. */
export const PLACES: readonly ExamRegion[] = EXAM_REGIONS.filter((region) => !isDigit(region));

/** The sheets of single fingers or toes, which are reached from the hand or the foot. */
export const PARTS: readonly { of: ExamRegion; label: string; regions: readonly ExamRegion[] }[] = [
  { of: 'wrist-hand', label: 'Single fingers', regions: FINGERS },
  { of: 'ankle-foot', label: 'Single toes', regions: TOES },
];

/** By the region of the episode, the likeliest first. */
const OF_EPISODE: Record<BodyRegion, readonly ExamRegion[]> = {
  neck: ['neck', 'nerves-arm'],
  'upper-back': ['upper-back', 'neck', 'shoulder'],
  'lower-back': ['low-back', 'nerves-leg'],
  shoulder: ['shoulder', 'neck'],
  elbow: ['elbow', 'nerves-arm'],
  'wrist-hand': ['wrist-hand', 'nerves-arm'],
  hip: ['hip', 'low-back'],
  knee: ['knee', 'hip'],
  'ankle-foot': ['ankle-foot', 'gait-balance'],
  'head-face': ['head-jaw', 'neck'],
  'chest-abdomen': ['chest-abdomen', 'nerves-trunk'],
  pelvis: ['pelvic-floor', 'sacroiliac', 'hip'],
  'whole-body': ['gait-balance', 'nerves-leg'],
};

/** By the areas of the body chart, without view and side. */
const OF_AREA: Readonly<Record<string, readonly ExamRegion[]>> = {
  head: ['head-jaw'],
  neck: ['neck'],
  chest: ['chest-abdomen'],
  abdomen: ['chest-abdomen'],
  pelvis: ['sacroiliac'],
  'upper back': ['upper-back'],
  'middle back': ['upper-back'],
  'low back': ['low-back'],
  sacrum: ['sacroiliac'],
  shoulder: ['shoulder'],
  'shoulder blade': ['shoulder', 'upper-back'],
  'upper arm': ['shoulder', 'elbow'],
  elbow: ['elbow'],
  forearm: ['elbow', 'wrist-hand'],
  hand: ['wrist-hand'],
  groin: ['hip'],
  buttock: ['hip', 'sacroiliac'],
  thigh: ['hip', 'knee'],
  knee: ['knee'],
  shin: ['knee', 'ankle-foot'],
  calf: ['knee', 'ankle-foot'],
  ankle: ['ankle-foot'],
  heel: ['ankle-foot'],
  foot: ['ankle-foot'],
};

/** The sheets that fit the region of an episode and what is marked on the body chart, the likeliest first, each once. */
export function suggestedRegions(bodyRegion: string, marks: readonly { area: string }[] = []): ExamRegion[] {
  const region = BodyRegion.safeParse(bodyRegion);
  const marked = marks.flatMap(({ area }) => OF_AREA[area.split(':')[2] ?? ''] ?? []);
  return [...new Set([...(region.success ? OF_EPISODE[region.data] : []), ...marked])];
}
