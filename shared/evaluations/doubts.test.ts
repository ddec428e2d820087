import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { dateDoubts, examDoubts, unconfirmedDoubts } from './doubts.ts';
import { emptyFinding, Finding } from './findings.ts';
import { emptyEvaluation } from './model.ts';
import { fromStorable, toStorable } from './storable.ts';

const range = (joint: string, movement: string, degrees: number, mode = 'active'): Finding =>
  Finding.parse({ ...emptyFinding('rom'), joint, movement, degrees, mode });

const sentences = (...findings: Finding[]) => examDoubts(findings).map(({ sentence }) => sentence);

describe('ranges that can hardly be are asked about', () => {
  test.each([
    ['Lumbar', 'rotation', -5, 'below zero'],
    ['Lumbar', 'rotation', 0, ''],
    ['Knee', 'extension', -10, ''],
    ['Knee', 'extension', -46, 'below zero'],
    ['Ankle', 'dorsiflexion', -10, ''],
    ['Knee', 'flexion', 150, ''],
    ['Knee', 'flexion', 203, 'far beyond the usual 135°'],
    ['Shoulder', 'flexion', 211, 'far beyond the usual 180°'],
    ['Jaw', 'opening', 181, 'more than a joint moves'],
  ])('%s %s %i°', (joint, movement, degrees, words) => {
    const asked = sentences(range(joint, movement, degrees)).join();
    expect(asked).toMatch(words === '' ? /^$/ : words);
  });

  test('passive less than active is asked once, at the passive value, and only on the same side', () => {
    const active = range('Lumbar', 'flexion', 15);
    const passive = range('Lumbar', 'flexion', 4, 'passive');
    expect(sentences(active, passive)).toEqual(['Lumbar flexion: 4° passive is less than 15° active.']);
    expect(sentences({ ...active, side: 'left' }, { ...passive, side: 'right' })).toEqual([]);
  });

  test('a confirmation holds for the value it was given for', () => {
    const doubts = examDoubts([range('Lumbar', 'rotation', -5)]);
    const confirmed = doubts.map(({ sentence }) => sentence);
    expect(unconfirmedDoubts(doubts, confirmed)).toEqual([]);
    expect(unconfirmedDoubts(examDoubts([range('Lumbar', 'rotation', -6)]), confirmed)).toHaveLength(1);
  });
});

test('a visit before the episode was opened is asked about, on its day it is not', () => {
  expect(dateDoubts('2026-10-31', '2026-11-01')).toHaveLength(1);
  expect(dateDoubts('2026-11-01', '2026-11-01')).toEqual([]);
});

describe('what cannot be right is kept as typed and stored as nothing', () => {
  const days = { birthDate: '1980-02-02', today: '2026-11-22' };
  const content = emptyEvaluation();

  test('a severity of 12, an onset before the birth and a day in the future come back as they were', () => {
    const typed = {
      evaluatedOn: '2026-12-24',
      content: {
        ...content,
        symptoms: { ...content.symptoms, severity: 12, onsetOn: plainDate('1950-01-01') },
        findings: [
          range('Knee', 'flexion', 90),
          { ...range('Knee', 'extension', 0), degrees: 999 } as Finding,
        ],
      },
    };
    const stored = toStorable(typed, days, '2026-11-22');
    expect(stored.evaluatedOn).toBe('2026-11-22');
    expect(stored.content.symptoms).toMatchObject({ severity: null, onsetOn: null });
    expect(stored.content.findings).toMatchObject([{ degrees: 90 }, { degrees: null }]);
    expect(stored.content.unread.map(({ at }) => at).toSorted()).toEqual([
      'evaluatedOn',
      'findings.1.degrees',
      'symptoms.onsetOn',
      'symptoms.severity',
    ]);
    expect(fromStorable(stored)).toEqual(typed);
  });

  test('what is right is stored as it is', () => {
    const typed = { evaluatedOn: '2026-11-20', content };
    expect(toStorable(typed, days, '2026-11-22')).toEqual(typed);
  });
});
