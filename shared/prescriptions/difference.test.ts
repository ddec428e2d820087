import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { differenceBetween, differenceSentence } from './difference.ts';
import { opensPhase } from './opens-phase.ts';
import type { PrescriptionContent } from './model.ts';

const START = plainDate('2026-11-23');
const base = aCompletePrescription(START);
const [traction, stabilisation, walking] = base.interventions;
const [goal] = base.goals;
const [odi, nprs] = base.measures;
if (!traction || !stabilisation || !walking || !goal || !odi || !nprs) throw new Error('factory');

const sentences = (changes: Partial<PrescriptionContent>) =>
  differenceBetween(base, { ...base, ...changes }).map(differenceSentence);

const CHANGES: [title: string, changes: Partial<PrescriptionContent>, sentence: string, phase: boolean][] = [
  ['frequency', { frequencyPerWeek: 2 }, 'Frequency: 3 a week → 2 a week', true],
  ['duration', { durationWeeks: 4 }, 'Duration: 6 weeks → 4 weeks', false],
  [
    'an intervention removed',
    { interventions: [stabilisation, walking] },
    'Lumbar traction removed (6-10 kg, up to 15 min, ask)',
    true,
  ],
  [
    'an intervention added',
    {
      interventions: [
        ...base.interventions,
        { ...stabilisation, code: 'bridge', name: 'Bridge', authority: 'notify' },
      ],
    },
    'Bridge added: no limit, notify',
    true,
  ],
  [
    'another limit',
    {
      interventions: [
        { ...traction, bounds: [{ parameter: 'tractionKg', min: 6, max: 8 }] },
        stabilisation,
        walking,
      ],
    },
    'Lumbar traction: 6-10 kg, up to 15 min, ask → 6-8 kg, ask',
    false,
  ],
  [
    'another target',
    { goals: [{ ...goal, target: 30 }] },
    'ODI: at most 20 % by 3 Jan 2027 → at most 30 % by 3 Jan 2027',
    true,
  ],
  [
    'another date of the same target',
    { goals: [{ ...goal, targetOn: addDays(START, 20) }] },
    'ODI: at most 20 % by 3 Jan 2027 → at most 20 % by 13 Dec 2026',
    false,
  ],
  [
    'other words for the same goal',
    { goals: [{ ...goal, description: 'Drives for an hour' }] },
    'ODI in words: Sits through a meeting of an hour → Drives for an hour',
    false,
  ],
  [
    'why an intervention is there',
    { interventions: [{ ...traction, rationale: 'Centralises' }, stabilisation, walking] },
    'Why Lumbar traction added: Centralises',
    false,
  ],
  [
    'weight bearing',
    { weightBearing: [{ limb: 'left-leg', status: 'PWB', percent: 50, until: addDays(START, 8) }] },
    'Weight bearing, left leg: WBAT → PWB 50 % until 1 Dec 2026',
    true,
  ],
  [
    'a measure’s interval',
    { measures: [{ ...odi, everyDays: 7 }, nprs] },
    'ODI: primary, every 14 days → primary, every 7 days',
    false,
  ],
  [
    'vital signs',
    { vitals: { ...base.vitals, spo2: { min: 88 } } },
    'Vital signs before each session added: SpO2 from 88 %',
    false,
  ],
  ['notes', { notes: 'Mind the stairs' }, 'Notes added: Mind the stairs', false],
  [
    'a stop rule',
    { stopRules: base.stopRules.slice(1) },
    'Stop rule: possible cauda equina syndrome removed',
    false,
  ],
  [
    'the re-evaluation date',
    { reEvaluationOn: addDays(START, 21) },
    'Re-evaluation: 21 Dec 2026 → 14 Dec 2026',
    false,
  ],
];

describe('the difference a person reads', () => {
  test.each(CHANGES)('%s', (_title, changes, sentence) => {
    expect(sentences(changes)).toEqual([sentence]);
  });

  test('between a version and itself there is none', () => {
    expect(differenceBetween(base, base)).toEqual([]);
    expect(differenceBetween(base, JSON.parse(JSON.stringify(base)) as PrescriptionContent)).toEqual([]);
  });

  test('the other way round it swaps what was and what is', () => {
    for (const [, changes] of CHANGES) {
      const there = differenceBetween(base, { ...base, ...changes });
      const back = differenceBetween({ ...base, ...changes }, base);
      expect(back.map(({ before, after }) => [after, before])).toEqual(
        there.map(({ before, after }) => [before, after]),
      );
    }
  });

  test('a limit of a hold and of a rest are told apart', () => {
    const hold = { ...stabilisation, bounds: [{ parameter: 'holdSeconds' as const, min: null, max: 30 }] };
    const rest = { ...stabilisation, bounds: [{ parameter: 'restSeconds' as const, min: null, max: 30 }] };
    const before = { ...base, interventions: [hold] };
    expect(differenceBetween(before, { ...base, interventions: [rest] })).toHaveLength(1);
  });

  test('each difference says where it stands', () => {
    const [one] = differenceBetween(base, { ...base, interventions: [stabilisation, walking] });
    expect(one).toMatchObject({ path: 'interventions', row: 'lumbar-traction', area: 'method' });
  });
});

describe('a new phase', () => {
  test.each(CHANGES)('%s: opens one only when it is a material change', (_title, changes, _, phase) => {
    expect(opensPhase(base, { ...base, ...changes })).toBe(phase);
  });

  test('the first version opens one; the same version again does not', () => {
    expect(opensPhase(undefined, base)).toBe(true);
    expect(opensPhase(base, base)).toBe(false);
  });

  test('another order of the same things is no change', () => {
    expect(opensPhase(base, { ...base, interventions: [walking, stabilisation, traction] })).toBe(false);
  });
});
