import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { kxStanding, type KxStanding } from '#shared/compliance/kx-threshold.ts';
import { rulePackOn, type RulePack } from '#shared/compliance/rule-packs.ts';
import { plainDate } from '#shared/platform/time.ts';
import type { SessionBillingSetting } from '#shared/sessions/note-units.ts';
import type { OpenSheet } from './use-session-sheet.ts';

type Billed = Pick<OpenSheet, 'episode' | 'session' | 'sameDay' | 'allowedCents'>;

/** What decides the units of a sheet. */
export const billingSettingOf = ({ episode, session, sameDay }: Billed): SessionBillingSetting => ({
  payerProfile: episode.payerProfile,
  clinicValues: episode.clinicValues,
  sessionDate: session.sessionDate,
  sameDay,
});

/** The payer's rules on the day of a session. */
export const packOf = ({ episode, session }: Pick<Billed, 'episode' | 'session'>): RulePack =>
  rulePackOn(episode.payerProfile, plainDate(session.sessionDate));

/** Where the patient's year stands against the KX threshold. */
export const kxOf = ({ episode, session, allowedCents }: Billed): KxStanding =>
  kxStanding(Number(session.sessionDate.slice(0, 4)), allowedCents, documentationOf(episode.clinicValues));
