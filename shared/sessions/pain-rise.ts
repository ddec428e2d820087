import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** When pain speaks for RF-PAIN (rules.md 5 [M]): on the 0-10 scale. */
export const PAIN_RISE = { severe: 8, rise: 3 };
export type PainRise = Readonly<typeof PAIN_RISE>;

/** The same as it holds in a clinic. */
export const painRiseOf = (overrides: ClinicOverrides): PainRise =>
  inForce<PainRise>('pain', PAIN_RISE, overrides);
