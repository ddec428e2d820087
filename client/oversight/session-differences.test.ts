import { expect, test } from 'vitest';
import type { ReviewSession } from '#shared/oversight/contract.ts';
import { sessionDifferences } from './session-differences.ts';

const session = (part: Partial<ReviewSession>): ReviewSession => ({
  sessionId: 's',
  sessionDate: '2026-11-19',
  status: 'completed',
  missReason: null,
  cancelledBy: null,
  painBefore: null,
  painAfter: null,
  assessment: null,
  therapistName: 'Jonas Lindqvist',
  interventions: [],
  ...part,
});

const did = (code: string, name: string, dose: Record<string, number>) => ({ code, name, dose, minutes: 10 });

test('a session is told by what changed since the last one that took place', () => {
  const sessions = [
    session({
      sessionId: 'c',
      painBefore: 6,
      painAfter: 7,
      interventions: [
        did('traction', 'Traction', { tractionKg: 10 }),
        did('bridge', 'Bridge', { sets: 3, repetitions: 10 }),
      ],
    }),
    session({ sessionId: 'b', status: 'missed', missReason: 'no call' }),
    session({
      sessionId: 'a',
      interventions: [
        did('traction', 'Traction', { tractionKg: 8 }),
        did('walk', 'Walking', { minutes: 20 }),
      ],
    }),
  ];

  const [latest, missed] = sessionDifferences(sessions, 3);

  expect(latest).toMatchObject({
    lines: ['Traction 8 kg → 10 kg', 'Bridge added: 3 x 10', 'Walking not done'],
    pain: 'pain 6 → 7',
  });
  expect(missed?.lines).toEqual(['missed: no call']);
});

test('a session in which nothing changed says so', () => {
  const same = { interventions: [did('bridge', 'Bridge', { sets: 3, repetitions: 10 })] };
  expect(sessionDifferences([session(same), session(same)], 1)[0]?.lines).toEqual(['same as before']);
});
