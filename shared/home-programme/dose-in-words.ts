import { sideOf } from './how-it-is-done.ts';
import type { HomeDose, Language, ProgrammeExercise } from './model.ts';

type Words = Record<Language, string>;
const in2 = (en: string, es: string): Words => ({ en, es });

const SIDE: Record<NonNullable<ProgrammeExercise['side']>, Words> = {
  left: in2('left side', 'lado izquierdo'),
  right: in2('right side', 'lado derecho'),
  both: in2('both sides', 'ambos lados'),
};

function countWords({ sets, repetitions }: HomeDose, language: Language): string[] {
  if (repetitions === null) return sets === null ? [] : [in2(`${sets} sets`, `${sets} series`)[language]];
  if (sets === null || sets === 1) {
    return [in2(`${repetitions} times`, `${repetitions} ${repetitions === 1 ? 'vez' : 'veces'}`)[language]];
  }
  return [in2(`${sets} sets of ${repetitions}`, `${sets} series de ${repetitions}`)[language]];
}

/** What is done each time: "3 sets of 10, hold 5 seconds". */
export function doseInWords(dose: HomeDose, language: Language): string {
  const hold = dose.holdSeconds;
  return [
    ...countWords(dose, language),
    ...(hold === null ? [] : [in2(`hold ${hold} seconds`, `mantenga ${hold} segundos`)[language]]),
    ...(dose.minutes === null ? [] : [in2(`${dose.minutes} minutes`, `${dose.minutes} minutos`)[language]]),
  ].join(', ');
}

/** How often: "twice a day, 5 days a week", "every day". */
export function oftenInWords({ timesPerDay, daysPerWeek }: HomeDose, language: Language): string {
  const times =
    timesPerDay === 1
      ? in2('once a day', 'una vez al día')
      : timesPerDay === 2
        ? in2('twice a day', 'dos veces al día')
        : in2(`${timesPerDay} times a day`, `${timesPerDay} veces al día`);
  const days =
    daysPerWeek === 7
      ? in2('every day', 'todos los días')
      : in2(`${daysPerWeek} days a week`, `${daysPerWeek} ${daysPerWeek === 1 ? 'día' : 'días'} a la semana`);
  return `${times[language]}, ${days[language]}`;
}

/** The whole dose in one line, with the side if the exercise has one. */
export function askedInWords(
  exercise: Pick<ProgrammeExercise, 'dose' | 'side'> & {
    content: Pick<ProgrammeExercise['content'], 'picture'>;
  },
  language: Language,
): string {
  const side = sideOf(exercise);
  return [
    doseInWords(exercise.dose, language),
    ...(side === null ? [] : [SIDE[side][language]]),
    oftenInWords(exercise.dose, language),
  ].join(', ');
}

/** The words in a language; the English ones where the other is missing. */
export const wordsIn = (text: { en: string; es: string }, language: Language): string =>
  text[language] === '' ? text.en : text[language];

export const stepsIn = (steps: { en: string[]; es: string[] }, language: Language): string[] =>
  steps[language].length === 0 ? steps.en : steps[language];
