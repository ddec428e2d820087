import { daysAskedSince } from '#shared/home-programme/adherence.ts';
import { plainDate, type PlainDate } from '#shared/platform/time.ts';
import { doseWords, type Dose } from '#shared/prescriptions/bounds.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import {
  NO_VITALS,
  type GivenIntervention,
  type NotePart,
  type NoteProvenance,
  type NoteText,
  type PerformedIntervention,
  type SessionContent,
} from './model.ts';

/** The words of the last signed session. */
export interface LastNote {
  sessionDate: string;
  subjective: string | null;
  objective: string | null;
  assessment: string | null;
  plan: string | null;
  provenance?: NoteProvenance | null | undefined;
}

/** The last signed session, as far as the next one starts from it. */
export interface LastSession extends LastNote {
  interventions: readonly PerformedIntervention[];
}

/**
 * What a new sheet starts with: the last session's interventions that the prescription still permits, and its text, each marked
 * as carried until somebody confirms it. Pain, vital signs and scores are never carried.
 */
export function startingContent(
  last: LastSession | undefined,
  permitted: readonly PrescribedIntervention[],
  sessionDate: string,
  /** On how many days of a week the home programme asks for something; nothing without a programme or after a stopped one. */
  homeDaysPerWeek?: number,
): SessionContent {
  const text = (part: NotePart): NoteText => {
    const words = last?.[part] ?? '';
    if (last === undefined || words === '') return { text: '', carried: false };
    return { text: words, carried: true, source: 'carried', from: writtenOn(last, part) };
  };
  const given = (last?.interventions ?? []).filter(({ code }) => permitted.some((one) => one.code === code));
  return {
    painBefore: null,
    painAfter: null,
    vitals: NO_VITALS,
    homeDaysDone: null,
    homeDaysPrescribed:
      last === undefined || homeDaysPerWeek === undefined
        ? null
        : daysAskedSince(last.sessionDate, sessionDate, homeDaysPerWeek),
    interventions: given.map(({ code, dose, minutes, billingCode }) => ({
      code,
      dose,
      minutes,
      billingCode,
      carried: true,
    })),
    tieChoice: null,
    subjective: text('subjective'),
    objective: text('objective'),
    assessment: text('assessment'),
    plan: text('plan'),
    scores: [],
  };
}

/** The day the last session's words were first signed: they may have been carried before. */
export const writtenOn = ({ sessionDate, provenance }: LastNote, part: NotePart): PlainDate =>
  provenance?.[part]?.from ?? plainDate(sessionDate);

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
