import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sumReports } from '#shared/fhir/report.ts';
import { projectRoot } from '#server/platform/project-root.ts';
import { aBundle, resourceAt } from '#tests/support/a-bundle.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { type FileResult, importFiles } from './import-files.ts';

function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const into = (clinic: TestClinic, ...paths: string[]): Promise<FileResult[]> => {
  const { organizationId, clinicId, clinicSlug: slug, clinicName: name, timeZone } = clinic;
  const chosen = { organizationId, clinicId, slug, name, timeZone };
  return importFiles({ db: clinic.db, clinic: chosen, now: clinic.clock.now }, paths);
};

const TABLES = [
  ...['patient', 'patient_identifier', 'condition', 'allergy', 'medication_order', 'external_encounter'],
  ...[
    'procedure',
    'outcome_score',
    'imported_observation',
    'import_batch',
    'imported_resource',
    'audit_event',
  ],
];

async function countRows(clinic: TestClinic): Promise<Record<string, number>> {
  const counts = TABLES.map(
    (table) => `(select count(*)::int from ${table} where organization_id = $1) as ${table}`,
  );
  const [row] = await clinic.rows<Record<string, number>>(`select ${counts.join(', ')}`, [
    clinic.organizationId,
  ]);
  return row ?? {};
}

test('a bundle is stored whole, with its accents, and the import is in the audit', async () => {
  const clinic = await aClinic();
  const folder = folderOf({ 'one.json': aBundle({ mrn: 'M-1' }) });

  const [result] = await into(clinic, folder);

  expect(result).toMatchObject({ kind: 'imported', isNewPatient: true });
  expect(await countRows(clinic)).toEqual({
    patient: 1,
    patient_identifier: 1,
    condition: 2,
    allergy: 1,
    medication_order: 2,
    external_encounter: 1,
    procedure: 1,
    outcome_score: 1,
    imported_observation: 3,
    import_batch: 1,
    imported_resource: 12,
    audit_event: 1,
  });
  const [patient] = await clinic.rows(`select * from patient where organization_id = $1`, [
    clinic.organizationId,
  ]);
  expect(patient).toMatchObject({
    family_name: 'Łukasiewicz-Núñez',
    given_name: 'Zoë Renée',
    mrn: 'M-1',
    source: 'imported',
    search_text: 'lukasiewicz nunez zoe renee m 1',
  });
  const [score] = await clinic.rows(`select * from outcome_score where organization_id = $1`, [
    clinic.organizationId,
  ]);
  expect(score).toMatchObject({
    measure_code: 'nprs',
    value: 3.562317078434866,
    source: 'imported',
    episode_id: null,
  });
});

test('the same bundle again stores nothing, not even a note of having tried', async () => {
  const clinic = await aClinic();
  const folder = folderOf({ 'one.json': aBundle() });
  await into(clinic, folder);
  const before = await countRows(clinic);

  const [again] = await into(clinic, folder);

  expect(again).toMatchObject({ kind: 'imported', isNewPatient: false });
  const sums = again?.kind === 'imported' ? again.types : [];
  expect(sums.reduce((sum, one) => sum + one.taken, 0)).toBe(0);
  expect(sums.find((one) => one.resourceType === 'Observation')).toMatchObject({
    inFile: 3,
    alreadyThere: 3,
  });
  expect(await countRows(clinic)).toEqual(before);
});

test('a later bundle of the same patient adds only what is new', async () => {
  const clinic = await aClinic();
  await into(clinic, folderOf({ 'one.json': aBundle({ mrn: 'M-2' }) }));
  const later = aBundle({ mrn: 'M-2' });
  later.entry.push({ resource: { ...resourceAt(later, 9), id: 'o9', effectiveDateTime: '2021-04-01' } });

  await into(clinic, folderOf({ 'two.json': later }));

  expect(await countRows(clinic)).toMatchObject({
    patient: 1,
    outcome_score: 2,
    condition: 2,
    import_batch: 2,
  });
});

test('a bundle with one mistake changes nothing, and the others of the folder are imported', async () => {
  const clinic = await aClinic();
  const spoiled = aBundle();
  resourceAt(spoiled, 11)['effectiveDateTime'] = 'yesterday';
  const folder = folderOf({
    'a-spoiled.json': spoiled,
    'b-cut-off.json': '{\n  "resourceType": "Bundle",\n  "entry": [',
    'c-good.json': aBundle(),
    'd-notes.json': { about: 'something else' },
  });

  const results = await into(clinic, folder);

  expect(results.map((one) => one.kind)).toEqual(['refused', 'refused', 'imported', 'other']);
  expect(results[0]).toMatchObject({
    issues: [
      { place: 'entry[11].resource.effectiveDateTime', message: expect.stringContaining('must be a date') },
    ],
  });
  expect(results[1]).toMatchObject({
    issues: [{ place: 'line 3, column 13', message: expect.stringContaining('the file ends here') }],
  });
  expect(await countRows(clinic)).toMatchObject({ patient: 1, import_batch: 1 });
});

test('a record number that is taken by somebody else here is not given away', async () => {
  const clinic = await aClinic();
  await clinic.aPatient({ mrn: 'M-3' });

  const [result] = await into(clinic, folderOf({ 'one.json': aBundle({ mrn: 'M-3' }) }));

  expect(result).toMatchObject({
    kind: 'refused',
    issues: [{ message: expect.stringContaining('record number belongs to a patient here') }],
  });
  expect(await countRows(clinic)).toMatchObject({ patient: 1, condition: 0, import_batch: 0 });
});

test('a path that leads nowhere is said by name', async () => {
  const clinic = await aClinic();

  await expect(into(clinic, '/no/such/folder')).rejects.toThrow('/no/such/folder does not exist.');
});

/** One bundle in the shape that Synthea writes, invented here, with its counts; and Synthea's own where they lie beside the repository. */
const SAMPLES = [
  path.join(projectRoot, 'tests', 'fhir'),
  path.join(projectRoot, '..', 'shared', 'data', 'synthea'),
];

interface ExpectedFile {
  file: string;
  patient: { family: string; given: string[]; birthDate: string };
  mrn: string[];
  resources: Record<string, number>;
  pain_0_10_count: number;
  pain_first: [string, number];
  pain_last: [string, number];
  msk_conditions: [string, string, string, string | null][];
}

test.each(SAMPLES.filter((folder) => existsSync(path.join(folder, 'EXPECTED.json'))))(
  'the samples of %s import whole, with the counts that were made without this program',
  async (folder) => {
    const clinic = await aClinic();
    const expected = JSON.parse(readFileSync(path.join(folder, 'EXPECTED.json'), 'utf8')) as ExpectedFile[];
    expect(expected.length).toBeGreaterThan(0);

    const results = await into(clinic, folder);

    for (const one of expected) {
      const result = results.find((found) => path.basename(found.file) === one.file);
      if (result?.kind !== 'imported') throw new Error(`${one.file}: ${JSON.stringify(result)}`);
      const counts = Object.fromEntries(result.types.map((type) => [type.resourceType, type.inFile]));
      expect(counts).toEqual(one.resources);
      for (const type of TAKEN_WHOLE) {
        const taken = result.types.find((found) => found.resourceType === type)?.taken ?? 0;
        expect({ type, taken }).toEqual({ type, taken: one.resources[type] ?? 0 });
      }
      await expectPatient(clinic, one);
    }
    const again = await into(clinic, folder);
    const sums = sumReports(again.flatMap((one) => (one.kind === 'imported' ? [one.types] : [])));
    expect(sums.reduce((sum, one) => sum + one.taken, 0)).toBe(0);
  },
);

const TAKEN_WHOLE = ['Patient', 'Condition', 'Encounter', 'Observation', 'MedicationRequest', 'Procedure'];

async function expectPatient(clinic: TestClinic, one: ExpectedFile): Promise<void> {
  const [patient] = await clinic.rows<{ id: string; family_name: string; given_name: string }>(
    `select * from patient where organization_id = $1 and mrn = $2`,
    [clinic.organizationId, one.mrn[0]],
  );
  expect(patient).toMatchObject({ family_name: one.patient.family, given_name: one.patient.given.join(' ') });
  const pain = await clinic.rows<{ value: number; on: string }>(
    `select value, measured_on::text as on from outcome_score
      where organization_id = $1 and patient_id = $2 and measure_code = 'nprs' order by measured_on`,
    [clinic.organizationId, patient?.id],
  );
  expect(pain.length).toBe(one.pain_0_10_count);
  expect(pain[0]).toEqual({ on: one.pain_first[0].slice(0, 10), value: one.pain_first[1] });
  expect(pain.at(-1)).toEqual({ on: one.pain_last[0].slice(0, 10), value: one.pain_last[1] });
  for (const [code, display, onset, abatement] of one.msk_conditions) {
    const rows = await clinic.rows(
      `select display, onset_on::text as onset, abated_on::text as abatement from condition
        where organization_id = $1 and patient_id = $2 and code = $3`,
      [clinic.organizationId, patient?.id, code],
    );
    expect(rows).toContainEqual({
      display,
      onset: onset.slice(0, 10),
      abatement: abatement?.slice(0, 10) ?? null,
    });
  }
}

test('a contraindication that an import brings to somebody in therapy is the physiatrist’s task, once', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await aTreatedEpisode(clinic);
  await clinic.rows(
    `insert into patient_identifier (organization_id, id, patient_id, system, value)
     values ($1, gen_random_uuid(), $2, 'https://other.example/mrn', 'M-9')`,
    [clinic.organizationId, patientId],
  );
  const withCondition = (id: string, code: string) => {
    const bundle = aBundle({ mrn: 'M-9' });
    const resource = {
      ...resourceAt(bundle, 1),
      id,
      code: { text: code, coding: [{ system: ICD_10_CM, code }] },
    };
    return { ...bundle, entry: [...bundle.entry, { resource }] };
  };
  const folder = folderOf({
    'a.json': withCondition('pm', 'Z95.0'),
    'b.json': withCondition('pm2', 'Z95.0'),
  });

  const results = await into(clinic, folder);

  expect(results.map(({ kind }) => kind)).toEqual(['imported', 'imported']);
  expect(
    await clinic.rows(
      `select title, owner_id from task where episode_id = $1 and kind = 'new-precaution' and status = 'open'`,
      [episodeId],
    ),
  ).toEqual([{ title: expect.stringMatching(/pacemaker/), owner_id: clinic.staff.physiatrist.id }]);
});
