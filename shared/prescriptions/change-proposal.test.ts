import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { classifyEdit } from './bounds.ts';
import { applyProposal, ChangeProposal, proposedDifferences } from './change-proposal.ts';
import { differenceSentence } from './difference.ts';
import { INTERVENTIONS } from './interventions.ts';
import { AUTHORITIES } from './model.ts';

const base = aCompletePrescription(plainDate('2026-11-23'));
const asked = (proposal: unknown) => ChangeProposal.parse(proposal);
const words = (proposal: unknown) => proposedDifferences(base, asked(proposal)).map(differenceSentence);

describe('what approving a proposal would change', () => {
  test('a limit is widened to what was asked and no further', () => {
    expect(words({ edits: [{ code: 'walking-treadmill', to: { minutes: 35 } }] })).toEqual([
      'Walking, treadmill: 20-30 min, notify → 20-35 min, notify',
    ]);
  });

  test('an increase under "ask" inside the limits is agreed to; the limits stay', () => {
    expect(
      words({ edits: [{ code: 'lumbar-traction', from: { tractionKg: 7 }, to: { tractionKg: 9 } }] }),
    ).toEqual([
      'Lumbar traction: 6-10 kg, up to 15 min, ask → 6-10 kg, up to 15 min, ask, agreed up to 9 kg',
    ]);
  });

  test('a new intervention is permitted up to the dose that was asked for', () => {
    expect(words({ edits: [{ code: 'bridge', to: { sets: 3, repetitions: 10 } }] })).toEqual([
      'Bridge added: up to 3 sets, up to 10 reps, notify',
    ]);
  });

  test('stopping takes the intervention off the prescription', () => {
    expect(words({ edits: [{ code: 'lumbar-traction', to: 'stop' }] })).toEqual([
      'Lumbar traction removed (6-10 kg, up to 15 min, ask)',
    ]);
  });

  test('frequency and duration can be asked for', () => {
    expect(words({ edits: [], frequencyPerWeek: 2, durationWeeks: 8 })).toEqual([
      'Frequency: 3 a week → 2 a week',
      'Duration: 6 weeks → 8 weeks',
    ]);
  });

  test('what is permitted already changes nothing', () => {
    expect(words({ edits: [{ code: 'stabilisation', to: { sets: 5 } }] })).toEqual([]);
    expect(words({ edits: [{ code: 'walking-treadmill', to: { minutes: 25 } }] })).toEqual([]);
  });

  test.each([
    ['nothing at all', { edits: [] }],
    ['an empty dose', { edits: [{ code: 'tens', to: {} }] }],
    ['the same intervention twice', { edits: ['stop', { minutes: 5 }].map((to) => ({ code: 'tens', to })) }],
    ['a value no limit can hold', { edits: [{ code: 'tens', to: { minutes: 5000 } }] }],
  ])('%s is no proposal', (_title, proposal) => {
    expect(ChangeProposal.safeParse(proposal).success).toBe(false);
  });
});

describe('law', () => {
  test('after approval the therapist may do exactly what was asked, and no other intervention changes', () => {
    const code = fc.constantFrom(...INTERVENTIONS.map((one) => one.code));
    const dose = fc
      .dictionary(
        fc.constantFrom('minutes', 'loadKg', 'tractionKg', 'restSeconds', 'sets'),
        fc.integer({ min: 1, max: 60 }),
      )
      .filter((one) => Object.keys(one).length > 0);
    const authority = fc.constantFrom(...AUTHORITIES);
    fc.assert(
      fc.property(code, fc.option(dose), dose, authority, (edited, from, to, given) => {
        const content = {
          ...base,
          interventions: base.interventions.map((row) => ({ ...row, authority: given })),
        };
        const proposal = asked({ edits: [{ code: edited, from, to }] });

        const after = applyProposal(content, proposal);

        const answer = classifyEdit(after, { code: edited, from: from ?? undefined, to });
        const isRestDropped = from !== null && 'restSeconds' in from && !('restSeconds' in to);
        expect(answer.kind === 'outside' && !isRestDropped).toBe(false);
        const others = (rows: typeof content.interventions) => rows.filter((row) => row.code !== edited);
        expect(others(after.interventions)).toEqual(others(content.interventions));
      }),
    );
  });
});
