import { expect, test } from 'vitest';
import { patientsApi } from '#shared/patients/contract.ts';
import { findMigrationFiles } from '#server/platform/db/migration-files.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';

const searchAs = async (clinic: TestClinic, person: PersonName, search: string) => {
  const { body } = await clinic.as(person).call(patientsApi.search, { query: { search } });
  return body.patients.map(({ familyName, givenName }) => `${familyName}, ${givenName}`);
};

test('an administrator finds anybody by parts of both names in any order, without accents', async () => {
  const clinic = await aClinic();
  await clinic.aPatient({ familyName: 'Núñez', givenName: 'Renée' });
  await clinic.aPatient({ familyName: 'Nuno', givenName: 'Rob' });

  expect(await searchAs(clinic, 'administrator', 'nun')).toEqual(['Nuno, Rob', 'Núñez, Renée']);
  expect(await searchAs(clinic, 'administrator', 'RENEE nú')).toEqual(['Núñez, Renée']);
  expect(await searchAs(clinic, 'administrator', 'une')).toEqual([]);
});

test('a record number and a birth date find the person', async () => {
  const clinic = await aClinic();
  await clinic.aPatient({
    familyName: 'Okafor',
    givenName: 'Grace',
    mrn: '0044170',
    birthDate: '1968-06-03',
  });
  await clinic.aPatient({ familyName: 'Okafor', givenName: 'Ada', mrn: '0044171', birthDate: '1990-01-31' });

  expect(await searchAs(clinic, 'administrator', '0044171')).toEqual(['Okafor, Ada']);
  expect(await searchAs(clinic, 'administrator', '44170')).toEqual(['Okafor, Grace']);
  expect(await searchAs(clinic, 'administrator', '417')).toEqual([]);
  expect(await searchAs(clinic, 'administrator', '3 Jun 1968')).toEqual(['Okafor, Grace']);
  expect(await searchAs(clinic, 'administrator', 'okafor 1990-01-31')).toEqual(['Okafor, Ada']);
});

test('a record number with letters from before is found without its zeros, however it is typed', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.aPatient({ familyName: 'Okafor', givenName: 'Grace', mrn: '00AB12' });
  await clinic.rows(`update patient set search_text = 'okafor grace 00ab12 AB12' where id = $1`, [patientId]);

  const migration = findMigrationFiles().find(({ name }) => name.endsWith('record_numbers_in_lower_case'));
  await clinic.rows(migration?.sql ?? '');

  expect(await searchAs(clinic, 'administrator', 'AB12')).toEqual(['Okafor, Grace']);
  expect(await searchAs(clinic, 'administrator', 'ab12')).toEqual(['Okafor, Grace']);
});

test('a clinician finds the patients of their care teams and nobody else', async () => {
  const clinic = await aClinic();
  await clinic.anEpisode({ patient: { familyName: 'Mine' }, team: ['therapist'] });
  await clinic.anEpisode({ patient: { familyName: 'Other' }, team: ['physiatrist'] });

  expect(await searchAs(clinic, 'therapist', '')).toEqual(['Mine, Nadia']);
  expect(await searchAs(clinic, 'second-therapist', '')).toEqual([]);
  expect(await searchAs(clinic, 'outside-administrator', 'mine')).toEqual([]);
});

test('a long list comes page by page, each person once, namesakes included', async () => {
  const clinic = await aClinic();
  for (let index = 0; index < 5; index += 1) await clinic.aPatient({ familyName: 'Same', givenName: 'Name' });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await clinic
      .as('administrator')
      .call(patientsApi.search, { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
    seen.push(...body.patients.map(({ patientId }) => patientId));
    cursor = body.nextCursor ?? undefined;
  } while (cursor !== undefined);

  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

test('an invented cursor is refused, not taken as the first page', async () => {
  const clinic = await aClinic();

  const answer = await clinic
    .as('administrator')
    .call(patientsApi.search, { query: { cursor: 'bm9uc2Vuc2U' } });

  expect(answer).toBeProblem('invalid-input');
});
