import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, rankByLikeness, type Person } from './likeness.ts';

const grace: Person = {
  familyName: 'Okafor',
  givenName: 'Grace',
  birthDate: '1968-06-03',
  phone: '+1 (212) 555-0199',
  email: 'grace@example.org',
};
const stranger: Person = {
  familyName: 'Brandt',
  givenName: 'Tom',
  birthDate: '1992-01-17',
  phone: null,
  email: null,
};

const strength = (change: Partial<Person>) => likenessOf(grace, { ...grace, ...change })?.strength;

test.each([
  ['the very same person', {}, 'same'],
  ['a name with an accent and other letters', { familyName: 'OKÁFOR', givenName: 'grace' }, 'same'],
  ['a slip in the family name', { familyName: 'Okafro', phone: null, email: null }, 'likely'],
  ['a second given name', { givenName: 'Grace Ngozi', phone: null, email: null }, 'likely'],
  ['names exchanged', { familyName: 'Grace', givenName: 'Okafor', phone: null, email: null }, 'likely'],
  ['one digit of the birth date', { birthDate: '1968-06-08', phone: null, email: null }, 'possible'],
  ['day and month exchanged', { birthDate: '1968-03-06', phone: null, email: null }, 'possible'],
  ['a married name, same birth date and phone', { familyName: 'Mbeki', email: null }, 'likely'],
  ['another person on the same phone', { ...stranger, phone: '212 555 0199' }, 'possible'],
  ['another person on the same e-mail', { ...stranger, email: 'GRACE@example.org ' }, 'possible'],
  [
    'the same name, born in another year and day',
    { birthDate: '1990-11-30', phone: null, email: null },
    undefined,
  ],
  ['only the same birthday', { familyName: 'Brandt', givenName: 'Tom', phone: null, email: null }, undefined],
])('%s', (_case, change, expected) => {
  expect(strength(change)).toBe(expected);
});

test('two people without phone and e-mail do not agree in having none', () => {
  const bare = { ...grace, phone: null, email: null };

  expect(likenessOf(bare, { ...stranger, phone: '', email: '' })).toBeUndefined();
});

test('it does not matter which record is compared with which', () => {
  const word = fc.constantFrom('Okafor', 'Okafro', 'Grace', 'Gracie', 'Li', 'Lee', 'Nguyễn');
  const person = fc.record({
    familyName: word,
    givenName: word,
    birthDate: fc.constantFrom('1968-06-03', '1968-03-06', '1968-06-08', '2001-12-31'),
    phone: fc.constantFrom(null, '2125550199', '+12125550199'),
    email: fc.constantFrom(null, 'a@example.org'),
  });
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(likenessOf(a, b)?.strength).toBe(likenessOf(b, a)?.strength);
    }),
  );
});

test('the surest candidate comes first and strangers are left out', () => {
  const ranked = rankByLikeness(grace, [
    stranger,
    { ...stranger, email: grace.email },
    { ...grace, phone: null },
  ]);

  expect(ranked.map(({ likeness }) => likeness.strength)).toEqual(['same', 'possible']);
});
