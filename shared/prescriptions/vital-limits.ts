import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** Limits of rules.md 4.3 and 5 without a published authority ([M], [P]); those seen in their source are in the rules themselves. */
export const VITAL_LIMITS = {
  heartRateMax: 120,
  /** Only with symptoms: said, never checked by itself. */
  heartRateMin: 50,
  spo2Min: 88,
  glucoseMin: 70,
  effortRpeMin: 11,
  effortRpeMax: 13,
  weightGainDayLb: 3,
  weightGainWeekLb: 5,
  /** The sources name none; a clinic sets one or leaves it open. */
  inrLimit: 'not-set',
  /** Our own number: rules.md names none. A stable anticoagulation is tested about once a month. */
  inrCountsDays: 30,
};
export type VitalLimits = Readonly<typeof VITAL_LIMITS>;

/** The limits as they hold in a clinic. */
export const vitalLimitsOf = (overrides: ClinicOverrides): VitalLimits =>
  inForce<VitalLimits>('vitals', VITAL_LIMITS, overrides);
