import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeForSearch, readPatientSearch, searchTextOf } from './search-text.ts';

test.each([
  ['Núñez', 'nunez'],
  ["O'Neill", 'oneill'],
  ['O’Neill', 'oneill'],
  ['Søby-Łukasz', 'soby lukasz'],
  ['  Großmann ', 'grossmann'],
  ['İpek', 'ipek'],
  ['Đặng', 'dang'],
])('%j is looked for as %j', (name, found) => {
  expect(normalizeForSearch(name)).toBe(found);
});

test('a record number and both names are found, the number also without its leading zeros', () => {
  const of = (mrn: string) => searchTextOf({ familyName: 'Okafor', givenName: 'Grace', mrn });

  expect(of('004417')).toBe('okafor grace 004417 4417');
  expect(of('4417')).toBe('okafor grace 4417');
  expect(of('M-0017')).toBe('okafor grace m 0017');
  expect(of('000')).toBe('okafor grace 000 0');
});

test.each([
  ['1968-03-12', '1968-03-12', []],
  ['Okafor 12 Mar 1968', '1968-03-12', ['okafor']],
  ['Mar 12, 1968 okafor', '1968-03-12', ['okafor']],
  ['12 march 1968', '1968-03-12', []],
  ['03/12/1968', '1968-03-12', []],
  ['31 Feb 1968', undefined, ['31', 'feb', '1968']],
  ['grace OKA', undefined, ['grace', 'oka']],
  ['004417', undefined, ['004417']],
  ['', undefined, []],
  ['%_\\', undefined, []],
])('%j asks for birth date %s and words %j', (typed, birthDate, words) => {
  const read = readPatientSearch(typed);
  expect(read.birthDate).toBe(birthDate);
  expect(read.words).toEqual(words);
});

test('whatever is typed, no word holds a character that SQL patterns read as a wildcard', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(readPatientSearch(typed).words.join('')).not.toMatch(/[%_\\]/);
    }),
  );
});

test('normalizing twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const once = normalizeForSearch(typed);
      expect(normalizeForSearch(once)).toBe(once);
    }),
  );
});
