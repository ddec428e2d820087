import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { billingValuesOf } from './billing-values.ts';

export type UnitRule = 'pooled' | 'midpoint';

interface PayerUnitRule {
  payer: PayerProfile;
  /** In force from this date of service on; the newest row that has begun counts. */
  from: string;
  rule: UnitRule;
  source: string;
}

/** Which payer counts how, by date of service. A row is added, never changed, when a payer changes its rule. */
export const UNIT_RULES: readonly PayerUnitRule[] = [
  {
    payer: 'medicare_part_b',
    from: '1900-01-01',
    rule: 'pooled',
    source: 'Medicare Claims Processing Manual chapter 5, section 20.2',
  },
  {
    payer: 'none',
    from: '1900-01-01',
    rule: 'midpoint',
    source: 'Midpoint rule of the code set; which payers use it is for billing to confirm',
  },
];

export const UNIT_RULE_WORDS: Record<UnitRule, string> = {
  pooled: 'Medicare rule, minutes of all timed codes together',
  midpoint: 'Midpoint rule, each code by itself',
};

/** How the payer of an episode counts units on a date of service. */
export function unitRuleOf(
  payer: PayerProfile,
  serviceDate: string,
  rules: readonly PayerUnitRule[] = UNIT_RULES,
): PayerUnitRule {
  const known = rules
    .filter((row) => row.payer === payer && row.from <= serviceDate)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return known[0] ?? { payer, from: serviceDate, rule: 'pooled', source: 'No rule is known for this payer' };
}

/** The same for an episode as its clinic bills it: which rule payers other than Medicare use is the clinic's to set. */
export function unitRuleIn(
  { payerProfile, clinicValues }: { payerProfile: PayerProfile; clinicValues: ClinicOverrides },
  serviceDate: string,
): PayerUnitRule {
  const known = unitRuleOf(payerProfile, serviceDate);
  const rule = billingValuesOf(clinicValues).otherPayers === 'pooled' ? 'pooled' : 'midpoint';
  if (payerProfile !== 'none' || rule === known.rule) return known;
  return { ...known, rule, source: 'This clinic’s value for payers other than Medicare' };
}
