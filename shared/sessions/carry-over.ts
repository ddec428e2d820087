import { daysBetween } from '#shared/platform/time.ts';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import {
  NO_VITALS,
  type GivenIntervention,
  type PerformedIntervention,
  type SessionContent,
} from './model.ts';

/** The last signed session, as far as the next one starts from it. */
export interface LastSession {
  sessionDate: string;
  interventions: readonly PerformedIntervention[];
  subjective: string | null;
  objective: string | null;
  assessment: string | null;
  plan: string | null;
}

/** Home exercise is asked for over at most this many days (rules.md 6.3 looks at 14). */
const MOST_HOME_DAYS = 14;

/**
 * What a new sheet starts with: the last session's interventions that the prescription still permits, and its text, each marked
 * as carried until somebody confirms it. Pain, vital signs and scores are never carried.
 */
export function startingContent(
  last: LastSession | undefined,
  permitted: readonly PrescribedIntervention[],
  sessionDate: string,
): SessionContent {
  const text = (value: string | null | undefined) => ({ text: value ?? '', carried: (value ?? '') !== '' });
  const given = (last?.interventions ?? []).filter(({ code }) => permitted.some((one) => one.code === code));
  return {
    painBefore: null,
    painAfter: null,
    vitals: NO_VITALS,
    homeDaysDone: null,
    homeDaysPrescribed: last ? homeDaysSince(last.sessionDate, sessionDate) : null,
    interventions: given.map(({ code, dose, minutes, billingCode }) => ({
      code,
      dose,
      minutes,
      billingCode,
      carried: true,
    })),
    tieChoice: null,
    subjective: text(last?.subjective),
    objective: text(last?.objective),
    assessment: text(last?.assessment),
    plan: text(last?.plan),
    scores: [],
  };
}

const homeDaysSince = (last: string, sessionDate: string): number =>
  Math.min(MOST_HOME_DAYS, Math.max(1, daysBetween(last, sessionDate)));

/** A row for an intervention that is given for the first time, or again after a pause. */
export function newRow(code: string, lastDose: Dose | undefined): GivenIntervention {
  const catalogue = getIntervention(code);
  return {
    code,
    dose: lastDose ?? {},
    minutes: lastDose?.minutes ?? null,
    billingCode: catalogue?.billingCode ?? '97110',
    carried: lastDose !== undefined && doseWords(lastDose) !== '',
  };
}
