import { expect, test } from 'vitest';
import { aBundle, resourceAt } from '#tests/support/a-bundle.ts';
import type { ImportedRow, ReadableBundle } from './model.ts';
import { readBundle } from './read-bundle.ts';

const ZONE = 'America/Chicago';

function read(json: unknown): ReadableBundle {
  const reading = readBundle(json, ZONE);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.issues));
  return reading.bundle;
}

function placesOf(json: unknown): string[] {
  const reading = readBundle(json, ZONE);
  return reading.kind === 'refused' ? reading.issues.map((one) => `${one.place} ${one.message}`) : [];
}

const rowsOf = (bundle: ReadableBundle, table: ImportedRow['table']) =>
  bundle.taken
    .flatMap((one) => one.rows)
    .filter((one) => one.table === table)
    .map((one) => one.row);

test('the official name is taken with its accents, and no social security number', () => {
  const { patient } = read(aBundle({ mrn: 'M-7' }));

  expect(patient).toMatchObject({
    familyName: 'Łukasiewicz-Núñez',
    givenName: 'Zoë Renée',
    mrn: 'M-7',
    birthDate: '1961-02-28',
    sex: 'female',
    address: '5 Çınar Yolu, Málaga, ES',
    language: 'Español',
    identifiers: [{ system: 'https://other.example/mrn', value: 'M-7' }],
  });
});

test('a diagnosis keeps the date as written at the source, and ICD-10-CM before SNOMED', () => {
  expect(rowsOf(read(aBundle()), 'condition')).toEqual([
    {
      code: 'E11.9',
      codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm',
      display: 'Type 2 diabetes',
      onsetOn: '2009-11-02',
      abatedOn: undefined,
      status: 'active',
    },
    {
      code: '44465007',
      codeSystem: 'http://snomed.info/sct',
      display: 'Sprain of ankle',
      // A month alone is no date; it is not completed to one.
      onsetOn: undefined,
      abatedOn: '2021-03-16',
      status: 'resolved',
    },
  ]);
});

test('a pain score becomes an outcome score with its exact value', () => {
  expect(rowsOf(read(aBundle()), 'outcome_score')).toEqual([
    { measureCode: 'nprs', value: 3.562317078434866, measuredOn: '2021-02-16' },
  ]);
});

test('each component of a panel is an observation; a date alone is that day in the clinic', () => {
  expect(rowsOf(read(aBundle()), 'imported_observation')).toMatchObject([
    { code: '8480-6', valueNumber: 131.5, unit: 'mm[Hg]', observedAt: '2021-02-16T06:00:00.000Z' },
    { code: '8462-4', valueNumber: 82, category: 'Vital signs' },
    { code: '72166-2', valueText: 'Never smoker', observedAt: '2021-02-16T10:05:00.000Z' },
  ]);
});

test('medications, allergies, visits and procedures say what the source says', () => {
  const bundle = read(aBundle());

  expect(rowsOf(bundle, 'medication_order')).toMatchObject([
    { name: 'Metformin 500 mg', dose: '1 tablet', startedOn: '2020-05-04', status: 'active' },
    { name: 'Ibuprofen', startedOn: '2021-02-16', stoppedOn: '2021-03-01', status: 'stopped' },
  ]);
  expect(rowsOf(bundle, 'allergy')).toMatchObject([
    { substance: 'Latex', reaction: 'Urticària', severity: 'moderate', status: 'active' },
  ]);
  expect(rowsOf(bundle, 'external_encounter')).toMatchObject([
    { type: 'Consultation', encounterClass: 'AMB', startedAt: '2021-02-16T09:00:00.000Z' },
  ]);
  expect(rowsOf(bundle, 'procedure')).toMatchObject([
    { display: 'Stretching exercises', performedOn: '2021-02-20' },
  ]);
});

test('what is left out is named by type and reason', () => {
  expect(read(aBundle()).skipped).toEqual([
    { resourceType: 'Condition', reason: 'marked as entered in error or refuted at the source' },
    { resourceType: 'Claim', reason: 'billing is not kept here' },
    { resourceType: 'Claim', reason: 'billing is not kept here' },
  ]);
});

test.each<[string, (bundle: ReturnType<typeof aBundle>) => void, string]>([
  ['no birth date', (b) => delete resourceAt(b, 0)['birthDate'], 'entry[0].resource.birthDate is needed'],
  [
    'a birth date that is none',
    (b) => (resourceAt(b, 0)['birthDate'] = '1961-02-30'),
    'entry[0].resource.birthDate is not in the calendar',
  ],
  [
    'half a birth date',
    (b) => (resourceAt(b, 0)['birthDate'] = '1961'),
    'entry[0].resource.birthDate must be a full date',
  ],
  ['no name', (b) => delete resourceAt(b, 0)['name'], 'entry[0].resource.name is needed'],
  [
    'a gender that FHIR does not know',
    (b) => (resourceAt(b, 0)['gender'] = 'F'),
    'entry[0].resource.gender must be male, female, other or unknown',
  ],
  [
    'an onset that is no date',
    (b) => (resourceAt(b, 1)['onsetDateTime'] = 'in spring'),
    'entry[1].resource.onsetDateTime must be a date or a moment like 2019-05-04T04:14:01+00:00',
  ],
  [
    "somebody else's diagnosis",
    (b) => (resourceAt(b, 1)['subject'] = { reference: 'Patient/p2' }),
    'entry[1].resource.subject.reference is not the patient of this bundle',
  ],
  [
    'a value that is no number',
    (b) => (resourceAt(b, 9)['valueQuantity'] = { value: '3' }),
    'entry[9].resource.valueQuantity.value must be a number',
  ],
  ['a resource twice', (b) => (resourceAt(b, 2)['id'] = 'c1'), 'is in the bundle twice'],
  [
    'a second patient',
    (b) => b.entry.push({ resource: resourceAt(b, 0) }),
    'entry[14].resource is a second Patient',
  ],
  ['no patient', (b) => b.entry.shift(), 'entry holds no Patient'],
  [
    'an entry without a resource',
    (b) => b.entry.splice(3, 1, {} as never),
    'entry[3].resource is needed, as an object',
  ],
  ['a search result', (b) => (b.type = 'searchset'), 'type must be transaction or collection'],
])('%s is refused with its place', (_title, spoil, expected) => {
  const bundle = aBundle();
  spoil(bundle);

  expect(placesOf(bundle).join('\n')).toContain(expected);
});

test.each([
  [null],
  [[]],
  ['text'],
  [{ resourceType: 'Patient' }],
  [{ resourceType: 'Bundle', type: 'collection' }],
])('%j is no bundle', (json) => {
  expect(placesOf(json).length).toBeGreaterThan(0);
});

test('several mistakes are all named at once', () => {
  const bundle = aBundle();
  delete resourceAt(bundle, 7)['status'];
  delete resourceAt(bundle, 0)['birthDate'];

  expect(placesOf(bundle)).toEqual([
    'entry[0].resource.birthDate is needed',
    'entry[7].resource.status is needed',
  ]);
});
