import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { BILLING_CODES, type BillingCode } from './billing-codes.ts';

/** What turns minutes into claims and was not seen in a source (rules.md 1.6 and 2: [M] and [P]). */
export const BILLING = {
  /** An assistant's share of a service above this many percent is billed as the assistant's. */
  deMinimisPercent: 10,
  /** Who gets the last unit when remainders are equal and the clinician has not chosen. */
  tie: 'more-minutes',
  /** How payers other than Medicare count units. */
  otherPayers: 'midpoint',
};

/** Codes whose timing was not seen in a source: for billing to confirm. */
export const CODE_TIMES: Readonly<Record<string, string>> = Object.fromEntries(
  BILLING_CODES.filter(({ verified }) => !verified).map(({ code, timed }) => [
    code,
    timed ? 'timed' : 'untimed',
  ]),
);

export type BillingValues = Readonly<typeof BILLING> & { codes: Readonly<Record<string, string>> };

/** Tandem's defaults. */
export const BILLING_VALUES: BillingValues = { ...BILLING, codes: CODE_TIMES };

/** The same as it holds in a clinic. */
export const billingValuesOf = (overrides: ClinicOverrides): BillingValues => ({
  ...inForce('billing', BILLING, overrides),
  codes: inForce('codes', CODE_TIMES, overrides),
});

/** A code of the table, timed as the clinic bills it. */
export function billingCode(
  code: string,
  { codes }: BillingValues = BILLING_VALUES,
): BillingCode | undefined {
  const known = BILLING_CODES.find((one) => one.code === code);
  const time = codes[code];
  return known === undefined || time === undefined ? known : { ...known, timed: time === 'timed' };
}
