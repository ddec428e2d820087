import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runVectors } from './run-vectors.ts';

const own = path.resolve('tests/clinical/vectors.json');
const reference = path.resolve('../shared/clinical/vectors.json');

const run = (file: string) => runVectors(JSON.parse(readFileSync(file, 'utf8')));

test('every published clinical case gives its published answer', () => {
  const { passed, failures } = run(own);

  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThanOrEqual(106);
});

test.skipIf(!existsSync(reference))('our copy of the cases is the reference’s', () => {
  expect(readFileSync(own, 'utf8')).toBe(readFileSync(reference, 'utf8'));
});

test('an answer that differs in one flag is a failure that says what was expected', () => {
  const file = {
    responseEpisode: [
      {
        id: 'X',
        title: 'one flag too many',
        input: { measures: [], daysSincePhaseStart: 0, attendance: null, openRedFlag: false },
        expected: { verdict: 'CANNOT_JUDGE', flags: ['NO_PRIMARY'] },
      },
    ],
  };

  const { passed, failures } = runVectors(file);

  expect(passed).toBe(0);
  expect(failures).toMatchObject([{ id: 'X', title: 'one flag too many' }]);
});

test('a kind of case that no rule answers is a failure, not a silence', () => {
  expect(
    runVectors({ moonPhase: [{ id: 'M', title: 'new', input: {}, expected: {} }] }).failures,
  ).toHaveLength(1);
});
