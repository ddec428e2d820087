import type { ProgrammeContent } from './model.ts';

/** What the therapist wrote by hand, by where it stands: it is printed as it is, in whatever language it was written. */
export const writtenByHand = ({ note, exercises }: ProgrammeContent): string[] => [
  ...(note.trim() === '' ? [] : ['the words above the exercises']),
  ...exercises.filter((one) => one.note.trim() !== '').map(({ content }) => `the note on ${content.name.en}`),
];

/** Exercises whose words are missing in Spanish: the English is printed. */
export const withoutSpanish = ({ exercises }: ProgrammeContent): string[] =>
  exercises
    .filter(
      ({ content: { name, steps, caution } }) =>
        name.es === '' || steps.es.length === 0 || (caution.en !== '' && caution.es === ''),
    )
    .map(({ content }) => content.name.en);
