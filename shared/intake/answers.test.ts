import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { answerProblems, IntakeAnswers, toTriageInput } from './answers.ts';
import { RED_FLAG_KEYS, RED_FLAG_QUESTIONS, worstLevel } from './red-flags.ts';
import { triage, TriageInput } from './triage.ts';

const today = plainDate('2026-11-21');

const answers = (told: Partial<IntakeAnswers> = {}): IntakeAnswers => ({
  redFlags: [],
  symptoms: ['pain'],
  startedOn: addDays(today, -40),
  place: 'one-place',
  severity: 4,
  trend: 'stable',
  surgeryOn: null,
  neuroInjuries: [],
  diagnosisKnown: 'yes',
  diagnosis: '',
  wants: ['therapy'],
  seenHere: 'no',
  therapyPrescribed: 'no',
  ...told,
});

/** The published cases TR-01 to TR-12, told the way a patient tells them. */
const TOLD: [string, Partial<IntakeAnswers>, string, string][] = [
  ['numbness between the legs', { redFlags: ['between-the-legs'] }, 'EMERGENCY', 'T1'],
  ['a foot that has begun to drag', { redFlags: ['growing-weakness'] }, 'PHYSIATRIST_URGENT', 'T2'],
  ['weight lost without trying', { redFlags: ['weight-loss'] }, 'PHYSIATRIST_PRIORITY', 'T3'],
  [
    'seen here, with a prescription, stable',
    { seenHere: 'yes', therapyPrescribed: 'yes' },
    'PT_DIRECT',
    'T4',
  ],
  ['a new knee six weeks ago', { surgeryOn: addDays(today, -42) }, 'PHYSIATRIST_PRIORITY', 'T5'],
  ['a stroke, new here', { neuroInjuries: ['stroke'] }, 'PHYSIATRIST_PRIORITY', 'T5'],
  ['pain of 8, diagnosis known', { severity: 8 }, 'PHYSIATRIST_PRIORITY', 'T6'],
  [
    'worse despite a prescription',
    { seenHere: 'yes', therapyPrescribed: 'yes', trend: 'worsening' },
    'PHYSIATRIST_PRIORITY',
    'T6',
  ],
  ['asks for an injection', { wants: ['injection', 'therapy'] }, 'PHYSIATRIST_ROUTINE', 'T7'],
  ['a shoulder without a diagnosis', { diagnosisKnown: 'no' }, 'PHYSIATRIST_ROUTINE', 'T8'],
  ['severity left out', { severity: null }, 'PHYSIATRIST_ROUTINE', 'T8'],
  ['a diagnosis, wants therapy', {}, 'CONSULT_THEN_PT', 'T9'],
];

describe('what a person tells decides who sees them first', () => {
  test.each(TOLD)('%s', (_told, given, route, rule) => {
    expect(triage(toTriageInput(answers(given), today))).toMatchObject({ route, rule });
  });

  test('"not sure" counts as not known', () => {
    const unsure = answers({
      diagnosisKnown: 'not-sure',
      seenHere: 'not-sure',
      therapyPrescribed: 'not-sure',
    });

    expect(toTriageInput(unsure, today)).toMatchObject({
      hasDiagnosis: false,
      consultCompleted: false,
      activePrescription: false,
    });
  });

  test('an operation counts up to the 180th day', () => {
    const operated = (days: number) => toTriageInput(answers({ surgeryOn: addDays(today, -days) }), today);

    expect(triage(operated(180)).rule).toBe('T5');
    expect(triage(operated(181)).rule).toBe('T9');
  });
});

describe('red flags', () => {
  test('every key has one question, emergencies first', () => {
    expect(RED_FLAG_QUESTIONS.map(({ key }) => key)).toEqual([...RED_FLAG_KEYS]);
    const levels = RED_FLAG_QUESTIONS.map(({ level }) => level);
    expect(levels.lastIndexOf('emergency')).toBeLessThan(levels.indexOf('urgent'));
    expect(levels.lastIndexOf('urgent')).toBeLessThan(levels.indexOf('prompt'));
  });

  test('one more sign never makes a request less urgent', () => {
    const order = ['none', 'prompt', 'urgent', 'emergency'];
    const keys = fc.subarray([...RED_FLAG_KEYS]);
    fc.assert(
      fc.property(keys, fc.constantFrom(...RED_FLAG_KEYS), (some, more) => {
        expect(order.indexOf(worstLevel([...some, more]))).toBeGreaterThanOrEqual(
          order.indexOf(worstLevel(some)),
        );
      }),
    );
  });

  test('any emergency sign leads to emergency services, whatever else is told', () => {
    const emergencies = RED_FLAG_QUESTIONS.filter(({ level }) => level === 'emergency').map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.constantFrom(...emergencies),
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom('improving', 'stable', 'worsening', 'unknown'),
        (flag, severity, trend) => {
          const told = answers({
            redFlags: [flag],
            severity,
            trend,
            seenHere: 'yes',
            therapyPrescribed: 'yes',
          });
          expect(triage(toTriageInput(told, today)).route).toBe('EMERGENCY');
        },
      ),
    );
  });
});

test('whatever is answered is something triage can read', () => {
  expect(TriageInput.safeParse(toTriageInput(answers(), today)).success).toBe(true);
  expect(IntakeAnswers.safeParse(answers()).success).toBe(true);
});

test('days in the future are named', () => {
  const tomorrow = addDays(today, 1);

  expect(
    answerProblems({ startedOn: tomorrow, surgeryOn: tomorrow }, today).map(({ field }) => field),
  ).toEqual(['startedOn', 'surgeryOn']);
  expect(answerProblems({ startedOn: today, surgeryOn: null }, today)).toEqual([]);
});
