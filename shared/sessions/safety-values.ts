import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** How long a raised red flag may wait (rules.md section 5; product policy). */
export const SAFETY = {
  /** A prompt flag is told within so many business days. */
  promptBusinessDays: 1,
};
export type SafetyValues = Readonly<typeof SAFETY>;

/** The same as it holds in a clinic. */
export const safetyOf = (overrides: ClinicOverrides): SafetyValues =>
  inForce<SafetyValues>('safety', SAFETY, overrides);
