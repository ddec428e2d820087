import { describe, expect, test } from 'vitest';
import { extract, shortened } from './one-page.ts';
import { surgicalLetter } from './surgical-document.ts';
import { CompleteSurgicalText, startSummary, suggestedSpecialty } from './surgical.ts';
import { A_FULL_RECORD, A_SHORT_RECORD } from '#tests/support/surgical-records.ts';

const TEXT = {
  specialty: 'Spine surgery',
  addressee: 'Dr Samuel Osei',
  question: 'Is decompression indicated?',
  summary: 'Six weeks of therapy without effect.',
};
const SIGNED = { by: 'Amara Rivera, MD', on: '18 Nov 2026, 12:52' };
const textOf = (record: typeof A_SHORT_RECORD, text = TEXT) =>
  JSON.stringify(surgicalLetter({ ...text, record }, SIGNED).sections);

describe('a letter to a surgeon', () => {
  test('reads in the surgeon’s order: the diagnosis, the question, then the record', () => {
    const { sections } = surgicalLetter({ ...TEXT, record: A_SHORT_RECORD }, SIGNED);

    expect(sections.map(({ title }) => title)).toEqual([
      'Diagnosis',
      'Our question',
      'What was tried, and how much of it',
      'Response, with the measurement error',
      'Examination of 28 Sep 2026 (Amara Rivera, MD)',
      'Imaging and tests, with our readings',
      'Red flags, comorbidities, medication',
      undefined,
    ]);
  });

  test('says the anticoagulant, the allergy and the examination with both sides', () => {
    const words = textOf(A_SHORT_RECORD);

    expect(words).toContain('{"label":"Anticoagulant","value":"warfarin 5 mg once daily"}');
    expect(words).toContain('{"label":"Allergies","value":"Lidocaine: anaphylaxis, severe"}');
    expect(words).toContain('Strength (of 5): Ankle dorsiflexion left 4-, right 5');
    expect(words).toContain(
      'Special tests: Straight leg raise left positive, right negative (at 40 degrees)',
    );
  });

  test('says what was before: an implant beside the comorbidities, therapy elsewhere with what was tried', () => {
    const words = textOf(A_SHORT_RECORD);
    expect(words).toContain('illness","value":"Cardiac pacemaker, left (May 2019)"');
    expect(words).toContain('Before our care, Chiropractic care (2025): changed nothing');
    const ended = A_SHORT_RECORD.history?.map((fact) => ({ ...fact, endedOn: '2026-03' }));
    const later = textOf({ ...A_SHORT_RECORD, history: ended });
    expect(later).toContain('Cardiac pacemaker, left (May 2019 to Mar 2026)');
    expect(later).toContain('Chiropractic care (2025 to Mar 2026): changed nothing');
  });

  test('counts one session as one', () => {
    expect(textOf(A_SHORT_RECORD)).toContain('Bridge: 1 session, 15 min');
    expect(textOf(A_SHORT_RECORD)).not.toContain('1 sessions');
    expect(startSummary(A_SHORT_RECORD)).toContain('1 therapy session (15 minutes) was held.');
  });

  test('of a record with much in it says what is left out, and keeps what an operation has to know', () => {
    const letter = surgicalLetter(
      {
        ...TEXT,
        question: 'Is it? '.repeat(70).trim(),
        summary: 'So it went. '.repeat(58).trim(),
        record: A_FULL_RECORD,
      },
      SIGNED,
    );
    const words = JSON.stringify(letter.sections);

    expect(words).toMatch(/and \d+ more in the record/);
    expect(words).toContain('warfarin');
    expect(words).toContain('OPEN');
  });

  test('of a short record leaves nothing out', () => {
    expect(textOf(A_SHORT_RECORD)).not.toMatch(/more in the record|…/);
  });

  test('is signed only with a question, and only as long as its page allows', () => {
    expect(CompleteSurgicalText.safeParse({ ...TEXT, question: '' }).success).toBe(false);
    expect(CompleteSurgicalText.safeParse({ ...TEXT, question: 'x'.repeat(500) }).success).toBe(true);
    expect(CompleteSurgicalText.safeParse({ ...TEXT, question: 'x'.repeat(501) }).success).toBe(false);
  });

  test.each([
    ['shoulder', 'Orthopaedic surgery'],
    ['lower-back', 'Spine surgery'],
    ['wrist-hand', 'Hand surgery'],
  ])('about the %s goes to %s unless the writer chooses', (region, specialty) => {
    expect(suggestedSpecialty(region)).toBe(specialty);
  });
});

describe('what is left out of a list', () => {
  test('is counted at its end', () => {
    expect(extract(['a', 'b', 'c'], { entries: 1, signs: 9 })).toEqual(['a; and 2 more in the record']);
    expect(extract(['a', 'b'], { entries: 2, signs: 9 })).toEqual(['a', 'b']);
  });

  test('of a text is named where it ends', () => {
    expect(shortened('Pain at night, worse.', 15)).toBe('Pain at night …');
    expect(shortened('Pain at night', 13)).toBe('Pain at night');
  });
});
