import { expect, test } from 'vitest';
import type { Dose } from '#shared/prescriptions/bounds.ts';
import type { PrescribedIntervention } from '#shared/prescriptions/model.ts';
import { progressionWords } from '#shared/prescriptions/progression.ts';
import { suggestProgression } from './suggest-progression.ts';

const rule = { parameter: 'repetitions', by: 2, afterSessions: 2, painAtMost: 4 } as const;
const bridge = (changes: Partial<PrescribedIntervention> = {}): PrescribedIntervention => ({
  code: 'bridge',
  name: 'Bridge',
  authority: 'free',
  bounds: [{ parameter: 'repetitions', min: null, max: 14 }],
  rationale: null,
  progression: rule,
  ...changes,
});
const session = (dose: Dose | undefined, painAfter: number | null) => ({
  painAfter,
  interventions:
    dose === undefined
      ? []
      : [
          {
            code: 'bridge',
            name: 'Bridge',
            dose,
            minutes: 10,
            billingCode: '97110',
            classification: 'within' as const,
          },
        ],
});
const ten = { sets: 3, repetitions: 10 };
const next = (intervention: PrescribedIntervention, ...history: ReturnType<typeof session>[]) =>
  suggestProgression({ interventions: [intervention], precautions: [] }, 'bridge', history);

test.each([
  ['two sessions at ten, pain low', [session(ten, 4), session(ten, 3)], { sets: 3, repetitions: 12 }],
  ['only one so far', [session(ten, 4)], undefined],
  ['pain above the rule once', [session(ten, 5), session(ten, 3)], undefined],
  ['pain not recorded', [session(ten, null), session(ten, 3)], undefined],
  ['just raised', [session(ten, 2), session({ sets: 3, repetitions: 8 }, 2)], undefined],
  [
    'left out in between',
    [session(ten, 2), session(undefined, 2), session(ten, 2)],
    { sets: 3, repetitions: 12 },
  ],
  ['at the limit', [session({ repetitions: 14 }, 2), session({ repetitions: 14 }, 2)], undefined],
  [
    'one step below the limit',
    [session({ repetitions: 12 }, 2), session({ repetitions: 12 }, 2)],
    { repetitions: 14 },
  ],
] as const)('%s', (_why, history, expected) => {
  expect(next(bridge(), ...history)).toEqual(expected);
});

test('no rule, no suggestion; an increase that must be asked for is not suggested', () => {
  const steady = [session(ten, 2), session(ten, 2)];
  expect(next(bridge({ progression: null }), ...steady)).toBeUndefined();
  expect(next(bridge({ authority: 'ask' }), ...steady)).toBeUndefined();
  expect(next(bridge({ authority: 'ask', agreed: { repetitions: 12 } }), ...steady)).toEqual({
    sets: 3,
    repetitions: 12,
  });
});

test('says the rule', () => {
  expect(progressionWords(bridge())).toBe('+2 reps after 2 sessions at pain up to 4');
  const step = { afterSessions: 1, painAtMost: 3 };
  expect(progressionWords({ progression: { ...step, parameter: 'repetitions', by: 1 } })).toBe(
    '+1 rep after 1 session at pain up to 3',
  );
  expect(progressionWords({ progression: { ...step, parameter: 'rangeDegrees', by: 5 } })).toBe(
    '+5° after 1 session at pain up to 3',
  );
  expect(progressionWords(bridge({ progression: null }))).toBe('');
});
