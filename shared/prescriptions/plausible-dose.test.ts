import { describe, expect, test } from 'vitest';
import { emptyPrescription } from './model.ts';
import { missingInterventions } from './missing-therapy.ts';
import { doseDoubts } from './plausible-dose.ts';

describe('a dose that cannot be is refused, an unusual one is asked about', () => {
  test.each([
    [{ gradeMaitland: 6 }, 1, 0],
    [{ gradeMaitland: 2.5 }, 1, 0],
    [{ sets: 2.5 }, 1, 0],
    [{ effortRpe: 5 }, 1, 0],
    [{ weightBearingPercent: 101 }, 1, 0],
    [{ heartRateBpm: 240 }, 1, 0],
    [{ loadKg: 250 }, 0, 1],
    [{ repetitions: 150, minutes: 100 }, 0, 2],
    [{ sets: 10, repetitions: 100, minutes: 90, loadKg: 200, gradeMaitland: 5 }, 0, 0],
    [{ effortRpe: 20 }, 0, 1],
    [{}, 0, 0],
  ])('%o', (dose, refused, unusual) => {
    const doubts = doseDoubts(dose);
    expect([doubts.refused.length, doubts.unusual.length]).toEqual([refused, unusual]);
  });
});

test('a limit that no dose can reach, and a thrust called mobilisation, keep a prescription from being signed', () => {
  const draft = (parameter: 'sets' | 'gradeMaitland', max: number) => ({
    ...emptyPrescription(['RF-CES']),
    interventions: [
      {
        code: 'joint-mobilisation',
        name: 'Joint mobilisation',
        authority: 'free' as const,
        bounds: [{ parameter, min: null, max }],
        rationale: null,
      },
    ],
  });
  expect(missingInterventions(draft('sets', 99)).map(({ code }) => code)).toEqual(['LIMITS']);
  expect(missingInterventions(draft('gradeMaitland', 5))[0]?.sentence).toMatch(/grade V is a thrust/);
  expect(missingInterventions(draft('gradeMaitland', 4))).toEqual([]);
});
