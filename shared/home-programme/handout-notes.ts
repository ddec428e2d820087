import type { Language, ProgrammeContent } from './model.ts';

/** What a therapist wrote for the patient, in English and perhaps in Spanish. */
interface Note {
  note: string;
  noteEs: string;
}

/** A note as a page in that language prints it; `in` names the other language when it is the only one there is. */
export function noteIn({ note, noteEs }: Note, language: Language): { text: string; in?: Language } {
  const [own, other] = language === 'es' ? [noteEs.trim(), note.trim()] : [note.trim(), noteEs.trim()];
  if (own !== '' || other === '') return { text: own };
  return { text: other, in: language === 'es' ? 'en' : 'es' };
}

const isUntranslated = (one: Note): boolean => noteIn(one, 'es').in !== undefined;

/** What was written by hand in English only, by where it stands: a Spanish page prints it so, and says it. */
export const writtenInEnglish = ({
  note,
  noteEs,
  exercises,
}: Pick<ProgrammeContent, 'note' | 'noteEs' | 'exercises'>): string[] => [
  ...(isUntranslated({ note, noteEs }) ? ['the words above the exercises'] : []),
  ...exercises.filter(isUntranslated).map(({ content }) => `the note on ${content.name.en}`),
];

/** Exercises whose words are missing in Spanish: the English is printed. */
export const withoutSpanish = ({ exercises }: Pick<ProgrammeContent, 'exercises'>): string[] =>
  exercises
    .filter(
      ({ content: { name, steps, caution } }) =>
        name.es === '' || steps.es.length === 0 || (caution.en !== '' && caution.es === ''),
    )
    .map(({ content }) => content.name.en);
