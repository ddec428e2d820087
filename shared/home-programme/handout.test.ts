import { describe, expect, test } from 'vitest';
import type { PrintedProgramme } from './contract.ts';
import { withoutSpanish, writtenInEnglish } from './handout-notes.ts';
import { OUTDATED_CAUTION } from './handout-words.ts';
import { homeProgrammeDocument } from './handout.ts';
import { SHIPPED_EXERCISES } from './library/shipped-library.ts';
import { ExerciseCode, type Language, ProgrammeContent, type ProgrammeExercise } from './model.ts';

const asked = (name: string, change: Partial<ProgrammeExercise> = {}): ProgrammeExercise => {
  const code = ExerciseCode.parse(name);
  const content = SHIPPED_EXERCISES.get(code);
  if (!content) throw new Error(`no exercise ${name}`);
  return { code, side: null, dose: content.dose, note: '', noteEs: '', content, ...change };
};

const HEADER = {
  familyName: 'Quill',
  givenName: 'Zoe',
  mrn: '004520',
} as PrintedProgramme['header'];

const printed = (
  language: Language,
  exercises: ProgrammeExercise[],
  clinicPhone: string | null,
  above: { note?: string; noteEs?: string } = {},
  { limbStopped = false, bodyRegion = 'lower-back' } = {},
) =>
  JSON.stringify(
    homeProgrammeDocument(
      {
        header: { ...HEADER, bodyRegion },
        version: {
          versionNumber: 1,
          signedAt: '2026-11-21T10:00:00Z',
          author: 'A',
          content: { exercises, note: '', noteEs: '', ...above },
        },
        newestVersion: 1,
        clinicPhone,
        limbStopped,
      },
      language,
      '21 Nov 2026',
    ),
  );

describe('the warnings of the handout', () => {
  test('name the number beside "call us"; without one they say where it is found', () => {
    expect(printed('en', [asked('bridge')], '+1 555 0142')).toContain('Stop and call us: +1 555 0142');
    expect(printed('es', [asked('bridge')], '+1 555 0142')).toContain('Pare y llámenos: +1 555 0142');
    for (const none of [null, ' ']) {
      expect(printed('en', [asked('bridge')], none)).toContain('number is on your appointment card');
      expect(printed('es', [asked('bridge')], none)).toContain('número está en su tarjeta de citas');
    }
  });

  test('give one order for chest pain, also in a programme written with the older words', () => {
    const walking = asked('walking-programme');
    const older = { ...walking, content: { ...walking.content, caution: { ...OUTDATED_CAUTION } } };
    for (const one of [walking, older]) {
      const english = printed('en', [one], null);
      expect(english).toContain('Chest pain or pressure: stop and call 911.');
      expect(english).not.toMatch(/rest with chest pain|if it does not pass/);
      const spanish = printed('es', [one], null);
      expect(spanish).toContain('Dolor o presión en el pecho: pare y llame al 911.');
      expect(spanish).not.toContain('descanse si tiene dolor de pecho');
    }
  });

  test('name every sign of a cauda equina (RF-CES) that a patient can notice', () => {
    const english = printed('en', [asked('bridge')], null);
    for (const sign of [
      'cannot pass your water',
      'lose water or stool',
      'you sit on goes numb',
      'both legs',
    ]) {
      expect(english).toContain(sign);
    }
    const spanish = printed('es', [asked('bridge')], null);
    for (const sign of [
      'no puede orinar',
      'se le escapan la orina',
      'con la que se sienta',
      'ambas piernas',
    ]) {
      expect(spanish).toContain(sign);
    }
  });
});

describe('sides', () => {
  test('an exercise of both sides names none, whatever was chosen', () => {
    for (const name of ['cat-camel', 'bridge', 'heel-raise', 'mini-squat']) {
      expect(printed('en', [asked(name, { side: 'left' })], null)).not.toContain('left side');
      expect(printed('es', [asked(name, { side: 'left' })], null)).not.toContain('lado izquierdo');
    }
  });

  test('an exercise for one side does not say to change to the other; for both it does', () => {
    const one = asked('knee-to-chest', { side: 'left' });
    expect(printed('en', [one], null)).toMatch(/left side.*3\. Hold\./s);
    expect(printed('en', [one], null)).not.toContain('change legs');
    expect(printed('es', [one], null)).not.toContain('cambie de pierna');
    expect(printed('es', [{ ...one, side: null }], null)).toContain('cambie de pierna');
  });
});

test('what would stay untranslated is named: notes in English only and words without Spanish', () => {
  const bridge = asked('bridge');
  const content = {
    note: 'They have become easy.',
    noteEs: '',
    exercises: [
      { ...bridge, note: 'Stop early.' },
      { ...bridge, content: { ...bridge.content, name: { en: 'Own one', es: '' } } },
    ],
  };
  expect(writtenInEnglish(content)).toEqual(['the words above the exercises', 'the note on Bridge']);
  expect(withoutSpanish(content)).toEqual(['Own one']);
  expect(writtenInEnglish({ note: ' ', noteEs: '', exercises: [bridge] })).toEqual([]);
  expect(
    writtenInEnglish({
      ...content,
      noteEs: 'Ya son fáciles.',
      exercises: [{ ...bridge, note: 'a', noteEs: 'b' }],
    }),
  ).toEqual([]);
});

describe('what the therapist wrote', () => {
  const bridge = asked('bridge', { note: 'Stop early.', noteEs: 'Deténgase pronto.' });

  test('is printed in the language of the page', () => {
    const both = { note: 'They are easy.', noteEs: 'Ya son fáciles.' };
    expect(printed('es', [bridge], null, both)).toContain('Para usted: Deténgase pronto.');
    expect(printed('es', [bridge], null, both)).toContain('"title":"Para usted","text":"Ya son fáciles."');
    expect(printed('es', [bridge], null, both)).not.toMatch(/Stop early|easy/);
    expect(printed('en', [bridge], null, both)).not.toMatch(/Deténgase|fáciles/);
  });

  test('in one language only is printed and said to be in it', () => {
    const english = { ...bridge, noteEs: '' };
    expect(printed('es', [english], null, { note: 'They are easy.' })).toContain(
      '"title":"Para usted (en inglés)","text":"They are easy."',
    );
    expect(printed('es', [english], null)).toContain('Para usted (en inglés): Stop early.');
    expect(printed('en', [{ ...bridge, note: '' }], null)).toContain(
      'For you (in Spanish): Deténgase pronto.',
    );
  });

  test('before there was room for Spanish is read as written in English', () => {
    const before = { ...bridge, noteEs: undefined };
    expect(ProgrammeContent.parse({ exercises: [before], note: 'Easy.' })).toMatchObject({
      noteEs: '',
      exercises: [{ note: 'Stop early.', noteEs: '' }],
    });
  });
});

describe('while treatment of a leg is stopped', () => {
  const stopped = (language: Language, exercises: ProgrammeExercise[], bodyRegion = 'lower-back') =>
    printed(language, exercises, null, {}, { limbStopped: true, bodyRegion });
  const marks = (page: string) => page.split('Not with the leg that is being checked.').length - 1;

  test('the page to take home says so first, in the patient’s language', () => {
    expect(stopped('en', [asked('bridge')])).toContain(
      'Do no exercise with that leg until your clinic tells you',
    );
    expect(stopped('es', [asked('bridge')])).toContain('No haga ningún ejercicio con esa pierna');
    expect(printed('en', [asked('bridge')], null)).not.toContain('being checked');
  });

  test('every exercise that uses a leg says it beside its picture; what uses none does not', () => {
    expect(marks(stopped('en', [asked('bridge'), asked('wall-climb')]))).toBe(1);
    expect(marks(stopped('en', [asked('bridge'), asked('heel-slide')], 'knee'))).toBe(2);
  });
});
