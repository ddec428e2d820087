import { expect, test } from 'vitest';
import { INTERVENTIONS } from '#shared/prescriptions/interventions.ts';
import { searchInterventions } from './search-interventions.ts';

test('every intervention is found by its own name as it is written in the catalogue', () => {
  for (const { code, name } of INTERVENTIONS) {
    expect(searchInterventions(name).map((found) => found.code)).toContain(code);
  }
});

test('the beginnings of words find it, in any order', () => {
  expect(searchInterventions('tread walk').map(({ code }) => code)).toEqual(['walking-treadmill']);
});
