import type { DocumentBlock, DocumentContent, DocumentLanguage } from '#shared/documents/model.ts';
import { listName } from '#shared/patients/model.ts';
import type { PrintedProgramme } from './contract.ts';
import { askedInWords, stepsIn, wordsIn } from './dose-in-words.ts';
import { EQUIPMENT_LABEL } from './library-words.ts';
import type { Language, ProgrammeExercise } from './model.ts';
import { pictureSvg } from './figure/pictures.ts';

const WORDS = {
  en: {
    title: 'Your home exercises',
    written: (version: number, on: string, by: string) => `Version ${version}, ${on}, ${by}`,
    olderTitle: 'Not your newest page',
    older: (version: number) =>
      `Version ${version} has taken the place of these exercises. Ask for it before you go on.`,
    nothing: 'No exercises are asked for at home at the moment.',
    need: 'You need',
    careful: 'Careful',
    note: 'For you',
    stopTitle: 'Stop and call us',
    stop: 'if an exercise brings new or stronger pain that stays for more than two hours, or numbness, weakness, dizziness or short breath. Call 911 for chest pain, or if you cannot hold your water or stool.',
    log: 'Tick each day that you did them, and bring this page along',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    exercise: 'Exercise',
  },
  es: {
    title: 'Sus ejercicios en casa',
    written: (version: number, on: string, by: string) => `Versión ${version}, ${on}, ${by}`,
    olderTitle: 'No es su hoja más reciente',
    older: (version: number) => `La versión ${version} reemplaza estos ejercicios. Pídala antes de seguir.`,
    nothing: 'Por el momento no tiene ejercicios para hacer en casa.',
    need: 'Necesita',
    careful: 'Cuidado',
    note: 'Para usted',
    stopTitle: 'Pare y llámenos',
    stop: 'si un ejercicio le provoca un dolor nuevo o más fuerte que dura más de dos horas, o adormecimiento, debilidad, mareo o falta de aire. Llame al 911 si tiene dolor de pecho o si no puede retener la orina o las heces.',
    log: 'Marque cada día que los hizo y traiga esta hoja',
    days: ['Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb', 'Dom'],
    exercise: 'Ejercicio',
  },
} as const;

/** One exercise: its picture, how much, how, and what to be careful about. It stays together on one page. */
function card(exercise: ProgrammeExercise, index: number, language: Language) {
  const { content, note } = exercise;
  const words = WORDS[language];
  const name = wordsIn(content.name, language);
  const caution = wordsIn(content.caution, language);
  const need = content.equipment.map((one) => EQUIPMENT_LABEL[one][language]).join(', ');
  const svg = pictureSvg(content.picture, name);
  return {
    title: `${index + 1}. ${name}: ${askedInWords(exercise, language)}`,
    ...(svg === undefined ? {} : { svg, alt: name }),
    lines: [
      ...stepsIn(content.steps, language).map((step, place) => `${place + 1}. ${step}`),
      ...(need === '' ? [] : [`${words.need}: ${need}.`]),
      ...(caution === '' ? [] : [`${words.careful}: ${caution}`]),
      ...(note === '' ? [] : [`${words.note}: ${note}`]),
    ],
  };
}

/** The home programme to take home, at least 14 points large, in the patient's language; an older one says so first. */
export function homeProgrammeDocument(
  { header, version, newestVersion }: PrintedProgramme,
  language: DocumentLanguage,
  writtenOn: string,
): DocumentContent {
  const words = WORDS[language];
  const patient = { name: listName(header), recordNumber: header.mrn, pairs: [] };
  const frame = { title: words.title, language, largeType: true, patient };
  const { content, author, versionNumber } = version;
  const titled = { ...frame, subtitle: words.written(versionNumber, writtenOn, author) };
  const before: DocumentBlock[] = [];
  if (newestVersion > versionNumber) {
    before.push({
      kind: 'notice',
      tone: 'warning',
      title: words.olderTitle,
      text: words.older(newestVersion),
    });
  }
  if (content.note !== '') {
    before.push({ kind: 'notice', tone: 'info', title: words.note, text: content.note });
  }
  if (content.exercises.length === 0) {
    return { ...titled, sections: [{ blocks: [...before, { kind: 'paragraph', text: words.nothing }] }] };
  }
  return {
    ...titled,
    sections: [
      {
        blocks: [
          ...before,
          {
            kind: 'cards',
            columns: 1,
            cards: content.exercises.map((exercise, index) => card(exercise, index, language)),
          },
          { kind: 'notice', tone: 'danger', title: words.stopTitle, text: words.stop },
        ],
      },
      {
        blocks: [{ kind: 'page-break' }],
      },
      {
        title: words.log,
        blocks: [
          {
            kind: 'table',
            columns: [
              { label: words.exercise, share: 5 },
              ...words.days.map((label) => ({ label, share: 1 })),
            ],
            rows: content.exercises.map((exercise, index) => [
              `${index + 1}. ${wordsIn(exercise.content.name, language)}`,
              ...words.days.map(() => '☐'),
            ]),
          },
        ],
      },
    ],
  };
}
