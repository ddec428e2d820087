import { z } from 'zod';
import { pastDateProblem } from '#shared/platform/date-order.ts';
import { text } from '#shared/platform/endpoint.ts';
import { daysBetween, PlainDate } from '#shared/platform/time.ts';
import { RedFlagKey, redFlagQuestion, worstLevel } from './red-flags.ts';
import type { TriageInput } from './triage.ts';

export const SYMPTOMS = {
  pain: 'Pain',
  stiffness: 'Stiffness',
  weakness: 'Weakness',
  numbness: 'Numbness or tingling',
  swelling: 'Swelling',
  balance: 'Balance or falls',
  walking: 'Trouble walking',
  spasticity: 'Tight or jerking muscles',
  fatigue: 'Tiredness',
  'daily-tasks': 'Trouble with daily tasks',
  speech: 'Speech or swallowing',
} as const;

export const NEURO_INJURIES = {
  stroke: 'Stroke',
  'spinal-cord': 'Spinal cord injury',
  brain: 'Brain injury',
  nerve: 'Injury of a nerve',
} as const;

/** What a person hopes for. All but therapy need a physician (triage T7). */
export const WANTS = {
  'work-up': 'To find out what is wrong',
  imaging: 'An X-ray, MRI or other scan',
  medicine: 'Medicine',
  injection: 'An injection',
  'surgical-opinion': 'An opinion about surgery',
  therapy: 'Therapy and exercise',
} as const;

export const TRENDS = {
  improving: 'Getting better',
  stable: 'About the same',
  worsening: 'Getting worse',
  unknown: 'Hard to say',
} as const;

export const YES_NO = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' } as const;

export const PLACES = {
  'one-place': 'In one place',
  'several-places': 'In several places',
  'hard-to-say': 'Hard to say',
} as const;

type Keys<T extends object> = [keyof T & string, ...(keyof T & string)[]];
const keysOf = <T extends object>(choices: T) => Object.keys(choices) as Keys<T>;

const YesNo = z.enum(keysOf(YES_NO), { error: 'Choose one answer.' });

/** What was asked and answered, as it was given; kept with the request so that its triage can be replayed. */
export const IntakeAnswers = z.object({
  redFlags: z.array(RedFlagKey).max(30),
  symptoms: z.array(z.enum(keysOf(SYMPTOMS))).max(20),
  startedOn: PlainDate.nullable(),
  place: z.enum(keysOf(PLACES), { error: 'Choose where it is.' }),
  severity: z.number().int().min(0).max(10).nullable(),
  trend: z.enum(keysOf(TRENDS), { error: 'Choose how it is changing.' }),
  surgeryOn: PlainDate.nullable(),
  neuroInjuries: z.array(z.enum(keysOf(NEURO_INJURIES))).max(10),
  diagnosisKnown: YesNo,
  diagnosis: text(300),
  wants: z.array(z.enum(keysOf(WANTS))).max(10),
  seenHere: YesNo,
  therapyPrescribed: YesNo,
});
export type IntakeAnswers = z.infer<typeof IntakeAnswers>;

/**
 * The answers as triage reads them. What somebody is not sure of never counts as known: no diagnosis, not seen, no
 * prescription. Whether they were seen here is as told; the gate before a session checks it (rules.md 7.2).
 */
export function toTriageInput(answers: IntakeAnswers, today: string): TriageInput {
  return {
    redFlag: worstLevel(answers.redFlags),
    newNeuroDeficit: answers.redFlags.some((key) => redFlagQuestion(key).neurological === true),
    neuroInjury: answers.neuroInjuries.length > 0,
    daysSinceSurgery: answers.surgeryOn === null ? null : daysBetween(answers.surgeryOn, today),
    severity: answers.severity,
    trend: answers.trend,
    needsPhysicianService: answers.wants.some((want) => want !== 'therapy'),
    hasDiagnosis: answers.diagnosisKnown === 'yes',
    presentationClear: answers.place !== 'hard-to-say',
    consultCompleted: answers.seenHere === 'yes',
    activePrescription: answers.therapyPrescribed === 'yes',
  };
}

/** What cannot be right about the answers on `today`, by field; the birth date may not be known yet. */
export function answerProblems(
  answers: { startedOn: string | null; surgeryOn: string | null },
  today: string,
  birthDate?: string,
): { field: 'startedOn' | 'surgeryOn'; message: string }[] {
  const about = { birthDate, today };
  const wrong = [
    { field: 'startedOn' as const, message: pastDateProblem('The beginning', answers.startedOn, about) },
    { field: 'surgeryOn' as const, message: surgeryProblem(answers.surgeryOn, about) },
  ];
  return wrong.flatMap(({ field, message }) => (message === undefined ? [] : [{ field, message }]));
}

function surgeryProblem(
  surgeryOn: string | null,
  about: { birthDate: string | undefined; today: string },
): string | undefined {
  if (surgeryOn !== null && surgeryOn > about.today) {
    return 'The operation is in the future. Leave it blank if it is still to come.';
  }
  return pastDateProblem('The operation', surgeryOn, about);
}
