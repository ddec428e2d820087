import { describe, expect, test } from 'vitest';
import { comorbidityKeysOf } from './comorbidities.ts';
import {
  HISTORY_MEANING_SYSTEM,
  HISTORY_MEANINGS,
  markedInHistory,
  meaningsFor,
  meaningsInWords,
} from './history-meaning.ts';

describe('the words of a fact speak for', () => {
  test.each([
    ['Cardiac pacemaker for AV block', ['pacemaker']],
    ['Total hip replacement, left', ['metal-implant', 'cemented-joint']],
    ['Knee joint replacement', ['metal-implant', 'cemented-joint']],
    ['Wrist fracture, plate and screws', ['metal-implant']],
    ['ORIF of the distal radius', ['metal-implant']],
    ['Coronary stent', ['metal-implant']],
    ['Vertebroplasty T12', ['cemented-joint']],
    ['Pregnant, week 20', ['pregnancy']],
    ['Spinal cord stimulator', ['pacemaker']],
    ['Appendectomy', []],
    ['Hormone replacement', []],
    ['Ingrown nail', []],
    ['Pins and needles in both feet', []],
    ['Plate and screws removed', []],
    ['No pacemaker', []],
    ['', []],
  ])('%s: %j', (text, meanings) => expect(meaningsInWords(text)).toEqual(meanings));
});

test('what may be ticked depends on the kind of the fact', () => {
  expect(meaningsFor('surgery')).toEqual(['pacemaker', 'metal-implant', 'cemented-joint']);
  expect(meaningsFor('problem')).toContain('pregnancy');
  expect(meaningsFor('work')).toEqual([]);
});

test('what was ticked counts as the comorbidity; what is no longer so does not', () => {
  const marked = (code: string, status = 'active') => ({ code, codeSystem: HISTORY_MEANING_SYSTEM, status });
  for (const meaning of HISTORY_MEANINGS) expect(comorbidityKeysOf([marked(meaning)])).toEqual([meaning]);
  expect(comorbidityKeysOf([marked('pacemaker', 'resolved')])).toEqual([]);
  expect(comorbidityKeysOf([marked('anything')])).toEqual([]);
  expect(comorbidityKeysOf([{ ...marked('pacemaker'), codeSystem: 'urn:other' }])).toEqual([]);
});

test('a fact that has ended, or was taken back, marks nothing', () => {
  const keys = (part: { status?: string; endedOn?: string | null }) =>
    comorbidityKeysOf(
      markedInHistory([{ bearsOn: ['pregnancy'], status: 'active', endedOn: null, ...part }]),
    );
  expect(keys({})).toEqual(['pregnancy']);
  expect(keys({ endedOn: '2026-05' })).toEqual([]);
  expect(keys({ status: 'entered-in-error' })).toEqual([]);
});
