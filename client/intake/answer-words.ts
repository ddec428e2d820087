import {
  NEURO_INJURIES,
  PLACES,
  SYMPTOMS,
  TRENDS,
  WANTS,
  YES_NO,
  type IntakeAnswers,
} from '#shared/intake/answers.ts';
import { redFlagQuestion } from '#shared/intake/red-flags.ts';
import { BodyRegion, BODY_REGION_LABEL } from '#shared/patients/model.ts';

/** One line of a request as it is read: what was asked, what was answered. */
export interface AnswerLine {
  asked: string;
  answered: string;
}

const all = <Key extends string>(labels: Record<Key, string>, keys: readonly Key[]): string =>
  keys.length === 0 ? 'none' : keys.map((key) => labels[key]).join(', ');

/** "Knee, right" */
export function placeInWords(bodyRegion: string, side: string | null): string {
  const region = BodyRegion.safeParse(bodyRegion);
  const label = region.success ? BODY_REGION_LABEL[region.data] : bodyRegion;
  return [label, side === 'both' ? 'both sides' : side].filter(Boolean).join(', ');
}

/** The answers in the order they were asked, danger signs first. */
export function answerLines(answers: IntakeAnswers, date: (date: string) => string): AnswerLine[] {
  const flags = answers.redFlags.map((key) => redFlagQuestion(key).words);
  return [
    { asked: 'Danger signs', answered: flags.length === 0 ? 'none of the list' : flags.join('\n') },
    { asked: 'Notices', answered: all(SYMPTOMS, answers.symptoms) },
    { asked: 'Where', answered: PLACES[answers.place] },
    {
      asked: 'Worst this week',
      answered: answers.severity === null ? 'hard to say' : `${answers.severity} of 10`,
    },
    { asked: 'Course', answered: TRENDS[answers.trend] },
    { asked: 'Began', answered: answers.startedOn === null ? 'not told' : date(answers.startedOn) },
    { asked: 'Operation', answered: answers.surgeryOn === null ? 'none told' : date(answers.surgeryOn) },
    { asked: 'Nervous system', answered: all(NEURO_INJURIES, answers.neuroInjuries) },
    {
      asked: 'Diagnosis known',
      answered: [YES_NO[answers.diagnosisKnown], answers.diagnosis].filter(Boolean).join(': '),
    },
    { asked: 'Seen here for this', answered: `${YES_NO[answers.seenHere]} (as told, not checked)` },
    { asked: 'Therapy prescribed', answered: `${YES_NO[answers.therapyPrescribed]} (as told, not checked)` },
    { asked: 'Hopes for', answered: all(WANTS, answers.wants) },
  ];
}
