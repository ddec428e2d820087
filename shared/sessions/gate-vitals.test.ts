import { describe, expect, test } from 'vitest';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { sessionGate, type GateFacts } from './gate.ts';
import { noVitals, openGate, pacemaker, bp, prescribed } from '#tests/support/gate-facts.ts';

describe('vital signs, each number by itself', () => {
  const answer = (facts: Partial<GateFacts>) =>
    sessionGate({ ...openGate, ...facts }).refusals.map(({ code }) => code);
  const cardiac: PrescribedPrecaution = {
    ...pacemaker,
    comorbidity: 'cardiac',
    intervention: 'Resting blood pressure above 180 systolic or 110 diastolic: do not start',
    agents: [],
    vitals: bp,
  };

  test.each([
    ['half a pressure that is too high', { systolic: 181 }, ['VITALS_OUT_OF_RANGE', 'VITALS_REQUIRED']],
    ['the other half', { diastolic: 111 }, ['VITALS_OUT_OF_RANGE', 'VITALS_REQUIRED']],
    ['half a pressure within the limit', { systolic: 180 }, ['VITALS_REQUIRED']],
    ['a whole one at the limit', { systolic: 180, diastolic: 110 }, []],
    ['none where it is not ordered', {}, []],
  ])('a limit that only a precaution sets: %s', (_title, vitals, codes) => {
    expect(answer({ ...prescribed({ precautions: [cardiac] }), vitals })).toEqual(codes);
  });

  test('what is ordered and not measured yet is said once, in one sentence', () => {
    const vitals = { ...bp, heartRate: { min: 50, max: 120 }, glucose: { min: 70, max: 250 } };
    const sentences = (taken: GateFacts['vitals']) =>
      sessionGate({ ...openGate, ...prescribed({ vitals }), vitals: taken }).refusals.map(
        ({ sentence }) => sentence,
      );
    expect(sentences({})).toEqual([
      'Ordered before each session: blood pressure, heart rate and glucose. Measure and enter.',
    ]);
    expect(sentences({ systolic: 120, diastolic: 80, glucose: 110 })).toEqual([
      'Ordered before each session: heart rate. Measure and enter.',
    ]);
  });

  const glucoseOrdered = prescribed({ vitals: { ...noVitals, glucose: { min: 70, max: 250 } } });
  test.each([
    ['51 ends the session', { glucose: 51 }, ['VITALS_OUT_OF_RANGE']],
    [
      '51 ends it though 120 was measured since',
      { glucose: 120, earlier: [{ name: 'glucose' as const, value: 51 }] },
      ['VITALS_OUT_OF_RANGE'],
    ],
    [
      'a typing error ends nothing',
      { glucose: 120, earlier: [{ name: 'glucose' as const, value: 51, mistyped: true }] },
      [],
    ],
    ['52 was, 120 is', { glucose: 120, earlier: [{ name: 'glucose' as const, value: 52 }] }, []],
    ['69 is hypoglycaemia', { glucose: 69 }, ['VITALS_OUT_OF_RANGE']],
    ['70 on no insulin', { glucose: 70 }, []],
    ['250 asks for nothing', { glucose: 250 }, []],
    ['251 asks for ketones', { glucose: 251 }, ['VITALS_REQUIRED']],
    ['251 without ketones', { glucose: 251, ketones: 'negative' as const }, []],
    ['251 with ketones', { glucose: 251, ketones: 'positive' as const }, ['VITALS_OUT_OF_RANGE']],
    ['300 without ketones', { glucose: 300, ketones: 'negative' as const }, []],
    ['301 without ketones', { glucose: 301, ketones: 'negative' as const }, ['VITALS_OUT_OF_RANGE']],
  ])('glucose: %s', (_title, vitals, codes) => {
    expect(answer({ ...glucoseOrdered, vitals })).toEqual(codes);
  });

  test('an own limit of the physiatrist holds as it is', () => {
    const own = prescribed({ vitals: { ...noVitals, glucose: { min: 90, max: 220 } } });
    expect(answer({ ...own, vitals: { glucose: 221 } })).toEqual(['VITALS_OUT_OF_RANGE']);
    expect(answer({ ...own, vitals: { glucose: 89 } })).toEqual(['VITALS_OUT_OF_RANGE']);
  });

  test.each([
    [99, null, ['VITALS_REQUIRED']],
    [99, 'given' as const, []],
    [99, 'not-given' as const, []],
    [100, null, []],
    [70, null, ['VITALS_REQUIRED']],
  ])('on insulin %i with carbohydrate %s', (value, carbohydrate, codes) => {
    const vitals = { glucose: value, carbohydrate };
    expect(answer({ ...glucoseOrdered, vitals, lowersGlucose: true })).toEqual(codes);
  });

  test('what to do is said of the value: carbohydrate for a low glucose, rest for a high pressure', () => {
    const acts = (facts: Partial<GateFacts>) => sessionGate({ ...openGate, ...facts }).refusals[0]?.act;
    expect(acts({ ...glucoseOrdered, vitals: { glucose: 60 } })).toMatch(/^Give carbohydrate now/);
    expect(acts({ ...prescribed({ vitals: bp }), vitals: { systolic: 190, diastolic: 90 } })).toMatch(
      /rest 5 minutes/,
    );
  });

  test('a slow heart is said, and stops nothing by itself', () => {
    const heart = prescribed({ vitals: { ...noVitals, heartRate: { min: null, max: 120 } } });
    const slow = sessionGate({ ...openGate, ...heart, vitals: { heartRate: 49 } });
    expect(slow.refusals).toEqual([]);
    expect(slow.warnings).toHaveLength(1);
    expect(sessionGate({ ...openGate, ...heart, vitals: { heartRate: 50 } }).warnings).toEqual([]);
  });
});
