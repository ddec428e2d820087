import { z } from 'zod';

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export const Sex = z.enum(SEXES, { error: 'Choose one: female, male, other or unknown.' });
export type Sex = z.infer<typeof Sex>;

/** One letter beside the age, as on a chart's spine. */
export const SEX_LETTER: Record<Sex, string> = { female: 'F', male: 'M', other: 'X', unknown: '?' };

export const SIDES = ['left', 'right', 'both'] as const;
export const Side = z.enum(SIDES, { error: 'Choose left, right or both.' });
export type Side = z.infer<typeof Side>;

export const BODY_REGIONS = [
  'neck',
  'upper-back',
  'lower-back',
  'shoulder',
  'elbow',
  'wrist-hand',
  'hip',
  'knee',
  'ankle-foot',
  'head-face',
  'chest-abdomen',
  'pelvis',
  'whole-body',
] as const;
export const BodyRegion = z.enum(BODY_REGIONS, { error: 'Choose a part of the body.' });
export type BodyRegion = z.infer<typeof BodyRegion>;

export const BODY_REGION_LABEL: Record<BodyRegion, string> = {
  neck: 'Neck',
  'upper-back': 'Upper back',
  'lower-back': 'Lower back',
  shoulder: 'Shoulder',
  elbow: 'Elbow',
  'wrist-hand': 'Wrist or hand',
  hip: 'Hip',
  knee: 'Knee',
  'ankle-foot': 'Ankle or foot',
  'head-face': 'Head or face',
  'chest-abdomen': 'Chest or abdomen',
  pelvis: 'Pelvis',
  'whole-body': 'Whole body: balance, walking, strength',
};

/** A part of the body in words: a region by its name, anything else as it was written. */
export const regionWords = (written: string): string => {
  const region = BodyRegion.safeParse(written);
  return region.success ? BODY_REGION_LABEL[region.data] : written;
};

/** Regions that exist once on each side: a side belongs to the concern. */
const SIDED: ReadonlySet<BodyRegion> = new Set([
  'shoulder',
  'elbow',
  'wrist-hand',
  'hip',
  'knee',
  'ankle-foot',
]);

export const hasSides = (region: BodyRegion): boolean => SIDED.has(region);

export const PAYER_PROFILES = ['none', 'medicare_part_b'] as const;
export const PayerProfile = z.enum(PAYER_PROFILES);
export type PayerProfile = z.infer<typeof PayerProfile>;

export const PAYER_LABEL: Record<PayerProfile, string> = {
  none: 'No payer rules',
  medicare_part_b: 'Medicare Part B',
};

export const CONDITION_STATUSES = ['active', 'resolved', 'entered-in-error'] as const;
export const MEDICATION_STATUSES = ['active', 'stopped', 'entered-in-error'] as const;
export const ALLERGY_SEVERITIES = ['mild', 'moderate', 'severe'] as const;

/** "Okafor, Grace": the order in which a list is read. */
export const listName = ({ familyName, givenName }: { familyName: string; givenName: string }): string =>
  givenName === '' ? familyName : `${familyName}, ${givenName}`;
