import type { DocumentBlock, DocumentContent, DocumentLanguage } from '#shared/documents/model.ts';
import { listName } from '#shared/patients/model.ts';
import { usesLeg } from '#shared/sessions/limb-stop.ts';
import type { PrintedProgramme } from './contract.ts';
import { askedInWords, stepsIn, wordsIn } from './dose-in-words.ts';
import { noteIn } from './handout-notes.ts';
import { HANDOUT_WORDS, OUTDATED_CAUTION, WALKING_CAUTION } from './handout-words.ts';
import { sideOf, stepsForSide } from './how-it-is-done.ts';
import { EQUIPMENT_LABEL } from './library-words.ts';
import type { Language, ProgrammeExercise } from './model.ts';
import { pictureSvg } from './figure/pictures.ts';

const cautionIn = (caution: ProgrammeExercise['content']['caution'], language: Language): string =>
  wordsIn(caution.en === OUTDATED_CAUTION.en ? WALKING_CAUTION : caution, language);

/** When to stop, and whom to call: the emergency first, then the clinic with its number. */
function warnings(phone: string | null, language: Language): DocumentBlock[] {
  const words = HANDOUT_WORDS[language];
  const number = phone === null || phone.trim() === '' ? null : phone.trim();
  return [
    { kind: 'notice', tone: 'danger', title: words.emergencyTitle, text: words.emergency },
    {
      kind: 'notice',
      tone: 'danger',
      title: words.stopTitle(number),
      text: number === null ? `${words.stop} ${words.findNumber}` : words.stop,
    },
  ];
}

/** Words that exist in the other language only are printed, and said to be in it. */
const noteTitle = (note: ReturnType<typeof noteIn>, language: Language): string => {
  const { note: title, inOther } = HANDOUT_WORDS[language];
  return note.in === undefined ? title : `${title} (${inOther})`;
};

interface Page {
  language: Language;
  /** Whether it would use a leg that nobody may treat. */
  leavesLegOut: (exercise: ProgrammeExercise) => boolean;
}

/** One exercise: its picture, how much, how, and what to be careful about. It stays together on one page. */
function card(exercise: ProgrammeExercise, index: number, { language, leavesLegOut }: Page) {
  const { content } = exercise;
  const note = noteIn(exercise, language);
  const words = HANDOUT_WORDS[language];
  const name = wordsIn(content.name, language);
  const caution = cautionIn(content.caution, language);
  const need = content.equipment.map((one) => EQUIPMENT_LABEL[one][language]).join(', ');
  const svg = pictureSvg(content.picture, name);
  return {
    title: `${index + 1}. ${name}: ${askedInWords(exercise, language)}`,
    ...(svg === undefined ? {} : { svg, alt: name }),
    lines: [
      ...(leavesLegOut(exercise) ? [words.limbCard] : []),
      ...stepsForSide(stepsIn(content.steps, language), sideOf(exercise), language).map(
        (step, place) => `${place + 1}. ${step}`,
      ),
      ...(need === '' ? [] : [`${words.need}: ${need}.`]),
      ...(caution === '' ? [] : [`${words.careful}: ${caution}`]),
      ...(note.text === '' ? [] : [`${noteTitle(note, language)}: ${note.text}`]),
    ],
  };
}

/** The home programme to take home, at least 14 points large, in the patient's language; an older one says so first. */
export function homeProgrammeDocument(
  { header, version, newestVersion, clinicPhone, limbStopped }: PrintedProgramme,
  language: DocumentLanguage,
  writtenOn: string,
): DocumentContent {
  const words = HANDOUT_WORDS[language];
  const patient = { name: listName(header), recordNumber: header.mrn, pairs: [] };
  const frame = { title: words.title, language, largeType: true, patient };
  const { content, author, versionNumber } = version;
  const titled = { ...frame, subtitle: words.written(versionNumber, writtenOn, author) };
  const page: Page = {
    language,
    leavesLegOut: (exercise) => limbStopped && usesLeg(exercise.content.intervention, header.bodyRegion),
  };
  const before: DocumentBlock[] = [];
  if (limbStopped) before.push({ kind: 'notice', tone: 'danger', title: words.limbTitle, text: words.limb });
  if (newestVersion > versionNumber) {
    before.push({
      kind: 'notice',
      tone: 'warning',
      title: words.olderTitle,
      text: words.older(newestVersion),
    });
  }
  const note = noteIn(content, language);
  if (note.text !== '') {
    before.push({ kind: 'notice', tone: 'info', title: noteTitle(note, language), text: note.text });
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
            cards: content.exercises.map((exercise, index) => card(exercise, index, page)),
          },
        ],
      },
      // The page that hangs on the door: whom to call, and the days. Alone the boxes would fall on a page of their own.
      { blocks: [{ kind: 'page-break' }, ...warnings(clinicPhone, language)] },
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
