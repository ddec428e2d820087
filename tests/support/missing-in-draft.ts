import { plainDate } from '#shared/platform/time.ts';
import { missingElements, type PrescriptionSetting } from '#shared/prescriptions/missing-elements.ts';
import type { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import { aCompletePrescription } from './prescriptions-factory.ts';

export const START = plainDate('2026-11-23');
export const SETTING: PrescriptionSetting = { bodyRegion: 'lower-back', today: START };

export const complete = (changes: Partial<PrescriptionDraftContent> = {}): PrescriptionDraftContent => ({
  ...aCompletePrescription(START),
  ...changes,
});

/** Code and place of what is missing once a complete draft is changed so. */
export const named = (
  changes: Partial<PrescriptionDraftContent>,
  setting: Partial<PrescriptionSetting> = {},
) => missingElements(complete(changes), { ...SETTING, ...setting }).map(({ code, path }) => [code, path]);

function first<One>([one]: readonly One[]): One {
  if (one === undefined) throw new Error('the factory makes a goal, a measure and an intervention');
  return one;
}

export const goal = first(aCompletePrescription(START).goals);
export const measure = first(aCompletePrescription(START).measures);
export const traction = first(aCompletePrescription(START).interventions);
