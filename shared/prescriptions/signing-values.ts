import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/**
 * How far ahead a prescription may reach when it is signed: product policy [P], so a clinic may set it. What has a source is not
 * here: a certification covers at most 90 days (rules.md CERT-2, S4), toe-touch is at most 20 % (4.2, S18).
 */
export const SIGNING = {
  /** A plan starts within so many days of its signature. */
  furthestStartDays: 90,
  /** A goal lies within so many days of the start. */
  furthestGoalDays: 365,
  /** More visits than one version should buy before the patient is looked at again. */
  mostVisits: 400,
};
export type SigningValues = Readonly<typeof SIGNING>;

/** The same as they hold in a clinic. */
export const signingValuesOf = (overrides: ClinicOverrides): SigningValues =>
  inForce<SigningValues>('signing', SIGNING, overrides);
