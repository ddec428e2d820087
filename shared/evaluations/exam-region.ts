import { z } from 'zod';

/** What a sheet of the examination is about. */
export const EXAM_REGIONS = [
  'neck',
  'low-back',
  'shoulder',
  'elbow',
  'wrist-hand',
  'hip',
  'knee',
  'ankle-foot',
  'nerves-arm',
  'nerves-leg',
  'gait-balance',
  'pelvic-floor',
] as const;
export const ExamRegion = z.enum(EXAM_REGIONS);
export type ExamRegion = z.infer<typeof ExamRegion>;

export const EXAM_REGION_LABEL: Record<ExamRegion, string> = {
  neck: 'Neck',
  'low-back': 'Low back',
  shoulder: 'Shoulder',
  elbow: 'Elbow and forearm',
  'wrist-hand': 'Wrist and hand',
  hip: 'Hip',
  knee: 'Knee',
  'ankle-foot': 'Ankle and foot',
  'nerves-arm': 'Nerves of the arm',
  'nerves-leg': 'Nerves of the leg',
  'gait-balance': 'Gait and balance',
  'pelvic-floor': 'Pelvic floor',
};

const SUGGESTED: Readonly<Record<string, readonly ExamRegion[]>> = {
  neck: ['neck', 'nerves-arm'],
  'upper-back': ['neck', 'shoulder'],
  'lower-back': ['low-back', 'nerves-leg'],
  shoulder: ['shoulder', 'neck'],
  elbow: ['elbow', 'nerves-arm'],
  'wrist-hand': ['wrist-hand', 'nerves-arm'],
  hip: ['hip', 'low-back'],
  knee: ['knee', 'hip'],
  'ankle-foot': ['ankle-foot', 'gait-balance'],
  pelvis: ['pelvic-floor', 'hip'],
  'whole-body': ['gait-balance', 'nerves-leg'],
};

/** The sheets that fit the region of an episode, the likeliest first. */
export const suggestedRegions = (bodyRegion: string): readonly ExamRegion[] => SUGGESTED[bodyRegion] ?? [];
