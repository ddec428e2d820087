import type { RulePack } from '#shared/compliance/rule-packs.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import { BILLING_VALUES, type BillingValues } from './billing-values.ts';
import { unitsTogether, type SameDay } from './same-day.ts';

export interface GivenService {
  billingCode: string;
  minutes: number;
  assistantMinutes: number;
}

/** Whose plan of care a line is billed under. GP [S12]; GO and GN [M]. */
export const PLAN_MODIFIER: Partial<Record<StaffRole, string>> = {
  'physical-therapist': 'GP',
  'physical-therapist-assistant': 'GP',
  'occupational-therapist': 'GO',
  'speech-therapist': 'GN',
};

/** What an assistant of that plan furnished: CQ [S12], CO for occupational therapy [M]; speech therapy has none. */
const ASSISTANT_MODIFIER: Readonly<Record<string, string>> = { GP: 'CQ', GO: 'CO' };

/** The threshold is one for physical and speech therapy together (rules.md 1.6); occupational therapy counts elsewhere. */
const SHARES_KX: readonly string[] = ['GP', 'GN'];

/** Whether the assistant furnished more than the de minimis share of a service: exactly a tenth is not more. */
export const isAssistants = (
  assistantMinutes: number,
  minutes: number,
  { deMinimisPercent }: Pick<BillingValues, 'deMinimisPercent'> = BILLING_VALUES,
): boolean => assistantMinutes * 100 > minutes * deMinimisPercent;

/**
 * Whose minutes a row holds. What an assistant signs is the assistant's unless they say that a therapist gave some of it; what a
 * therapist signs is the therapist's unless they say that an assistant did.
 */
export function assistantMinutesOf(
  signer: StaffRole,
  { minutes, assistantMinutes }: { minutes: number | null; assistantMinutes?: number | null | undefined },
): number {
  const all = minutes ?? 0;
  return Math.min(all, assistantMinutes ?? (isAssistant(signer) ? all : 0));
}

/** The minutes that a note's units rest on: its own, and those of earlier notes of the date whose code has no unit yet. */
export function servicesClaimed<Service extends GivenService>(
  own: readonly Service[],
  sameDay: SameDay,
): GivenService[] {
  const billed = unitsTogether(sameDay.billed.flatMap(({ units, untimedUnits }) => [units, untimedUnits]));
  return [...sameDay.services.filter(({ billingCode }) => (billed[billingCode] ?? 0) === 0), ...own];
}

interface ClaimRules {
  pack: Pick<RulePack, 'assistantModifier'>;
  values?: BillingValues;
  /** The year's allowed amount is above the threshold (rules.md 1.6). */
  aboveKx?: boolean;
}

/** Claim modifiers by code: whose plan, CQ or CO where an assistant furnished the service and the payer asks, KX above the threshold. */
export function claimModifiers(
  role: StaffRole,
  services: readonly GivenService[],
  { pack, values = BILLING_VALUES, aboveKx = false }: ClaimRules,
): Record<string, string[]> {
  const plan = PLAN_MODIFIER[role];
  if (plan === undefined) return {};
  const assistants = pack.assistantModifier ? ASSISTANT_MODIFIER[plan] : undefined;
  const kx = aboveKx && SHARES_KX.includes(plan) ? ['KX'] : [];
  const codes = [...new Set(services.map(({ billingCode }) => billingCode))];
  return Object.fromEntries(
    codes.map((code) => {
      const lines = services.filter(({ billingCode }) => billingCode === code);
      const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
      const assisted = lines.reduce((sum, line) => sum + line.assistantMinutes, 0);
      const by = assistants !== undefined && isAssistants(assisted, minutes, values) ? [assistants] : [];
      return [code, [plan, ...by, ...kx]];
    }),
  );
}
