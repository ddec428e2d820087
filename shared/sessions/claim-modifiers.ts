import type { RulePack } from '#shared/compliance/rule-packs.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { BILLING_VALUES, type BillingValues } from './billing-values.ts';

interface GivenService {
  billingCode: string;
  minutes: number;
  assistantMinutes: number;
}

/** Whose plan of care a line is billed under. GP [S12]; GO and GN [M]. */
const PLAN_MODIFIER: Partial<Record<StaffRole, string>> = {
  'physical-therapist': 'GP',
  'physical-therapist-assistant': 'GP',
  'occupational-therapist': 'GO',
  'speech-therapist': 'GN',
};

/** Whether the assistant furnished more than the de minimis share of a service: exactly a tenth is not more. */
export const isAssistants = (
  assistantMinutes: number,
  minutes: number,
  { deMinimisPercent }: Pick<BillingValues, 'deMinimisPercent'> = BILLING_VALUES,
): boolean => assistantMinutes * 100 > minutes * deMinimisPercent;

/**
 * Claim modifiers by code: whose plan, and CQ where a physical therapist assistant furnished the service and the payer asks. KX is not decided
 * here: it depends on the year's amounts, which the compliance page keeps.
 */
export function claimModifiers(
  role: StaffRole,
  services: readonly GivenService[],
  { assistantModifier }: Pick<RulePack, 'assistantModifier'>,
  values: BillingValues = BILLING_VALUES,
): Record<string, string[]> {
  const plan = PLAN_MODIFIER[role];
  if (plan === undefined) return {};
  const codes = [...new Set(services.map(({ billingCode }) => billingCode))];
  return Object.fromEntries(
    codes.map((code) => {
      const lines = services.filter(({ billingCode }) => billingCode === code);
      const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
      const assisted = lines.reduce((sum, line) => sum + line.assistantMinutes, 0);
      return [
        code,
        assistantModifier && plan === 'GP' && isAssistants(assisted, minutes, values) ? [plan, 'CQ'] : [plan],
      ];
    }),
  );
}
