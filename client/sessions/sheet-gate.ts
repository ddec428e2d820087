import type { PlainDate } from '#shared/platform/time.ts';
import { NO_VITALS, type SessionContent } from '#shared/sessions/model.ts';
import { askGate, withoutVitals, type GateQuestion } from '#shared/sessions/gate-facts.ts';
import type { OpenSheet } from './use-session-sheet.ts';

/** What the gate is asked about a sheet as it stands. */
export const gateQuestion = (
  sheet: OpenSheet,
  content: Pick<SessionContent, 'startedTime' | 'interventions' | 'vitals'>,
  today: PlainDate,
): GateQuestion => ({
  basis: sheet.gate,
  moment: {
    ...sheet.session,
    startedTime: content.startedTime,
    timeZone: sheet.episode.timeZone,
    today,
  },
  lowersGlucose: sheet.lowersGlucose,
  payerProfile: sheet.episode.payerProfile,
  prescription: sheet.prescription,
  interventions: content.interventions.map(({ code }) => code),
  vitals: content.vitals,
  clinicValues: sheet.episode.clinicValues,
});

/** Why arrival would be refused, in few words; the gate on the sheet says each reason in full. */
export function whyNotBegun(sheet: OpenSheet, today: PlainDate): string | undefined {
  if (sheet.session.sessionDate > today) return 'The visit is on a later day.';
  const question = gateQuestion(sheet, { interventions: [], vitals: NO_VITALS }, today);
  return withoutVitals(askGate(question)).refusals.length === 0
    ? undefined
    : 'Not yet: the reason stands below.';
}
