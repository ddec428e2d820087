import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import type { PlainDate } from '#shared/platform/time.ts';

/** Whether the payer wants a clinician to treat at least once in each reported period (rules.md PR-4). */
export const asksForClinicianVisit = (payer: PayerProfile, on: PlainDate): boolean =>
  rulePackOn(payer, on).progressReport?.clinicianEachPeriod === true;

export const NO_CLINICIAN_VISIT =
  'Assistants alone have treated in this period; the payer wants a therapist to treat at least once. Treat first, or confirm that you sign without.';
