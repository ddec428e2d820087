import { recogniseDrug } from '#shared/medications/recognise.ts';
import type {
  ImportedPatient,
  ImportedRow,
  ImportedTable,
  RowIn,
  TakenResource,
} from '#shared/fhir/model.ts';
import { searchTextOf } from '#shared/patients/search-text.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';

/** Whose record an import writes to, and as which batch. */
export interface ImportPlace {
  organizationId: string;
  clinicId: string;
  patientId: string;
  batchId: string;
  now: Date;
}

/** Stays far below the number of values that one statement may carry. */
const ROWS_PER_STATEMENT = 1_000;

const SOURCE = 'imported';

/** `type/source id` of every resource of this list that an earlier import has stored. */
export async function findImported(
  tx: Tx,
  organizationId: string,
  resources: readonly TakenResource[],
): Promise<Set<string>> {
  const found = await tx.importedResource.findMany({
    where: { organizationId, sourceId: { in: resources.map((one) => one.sourceId) } },
    select: { resourceType: true, sourceId: true },
  });
  return new Set(found.map((one) => `${one.resourceType}/${one.sourceId}`));
}

export async function insertBatch(
  tx: Tx,
  { organizationId, batchId, now }: ImportPlace,
  file: { fileName: string; sha256: string; report: unknown },
): Promise<void> {
  await tx.importBatch.createMany({
    data: [{ organizationId, id: batchId, ...file, report: toJsonColumn(file.report), importedAt: now }],
  });
}

/** The patient and the numbers that other systems know them by. */
export async function insertPatient(
  tx: Tx,
  { organizationId, clinicId, patientId, batchId, now }: ImportPlace,
  patient: ImportedPatient,
): Promise<void> {
  const { identifiers, sourceId, mrn: given, birthDate, deceasedOn, ...identity } = patient;
  const mrn = given ?? identifiers[0]?.value ?? patientId;
  await tx.patient.createMany({
    data: [
      {
        ...identity,
        organizationId,
        id: patientId,
        clinicId,
        mrn,
        birthDate: toDateColumn(birthDate),
        deceasedOn: deceasedOn === undefined ? null : toDateColumn(deceasedOn),
        searchText: searchTextOf({ ...identity, mrn }),
        source: SOURCE,
        createdAt: now,
      },
    ],
  });
  await tx.patientIdentifier.createMany({
    data: identifiers.map((one) => ({ ...one, organizationId, id: newId(now), patientId })),
  });
  const link = { resourceType: 'Patient', sourceId, localTable: 'patient', localId: patientId };
  await tx.importedResource.createMany({
    data: [{ ...link, organizationId, id: newId(now), patientId, batchId }],
  });
}

/** Every row of the resources, table by table, and the links that make the next import recognise them. */
export async function insertResources(
  tx: Tx,
  place: ImportPlace,
  resources: readonly TakenResource[],
): Promise<void> {
  const { organizationId, patientId, batchId, now } = place;
  const rows = resources.flatMap((resource) =>
    resource.rows.map((row, index) => ({ ...row, id: newId(now), resource, index })),
  );
  for (const chunk of chunks(rows, ROWS_PER_STATEMENT)) await insertRows(tx, place, chunk);
  const links = rows.map(({ id, table, resource, index }) => ({
    organizationId,
    id: newId(now),
    patientId,
    resourceType: resource.resourceType,
    sourceId: index === 0 ? resource.sourceId : `${resource.sourceId}#${index}`,
    localTable: table,
    localId: id,
    batchId,
  }));
  for (const chunk of chunks(links, ROWS_PER_STATEMENT))
    await tx.importedResource.createMany({ data: chunk });
}

type WithId<Row> = Row & { id: string };

const date = (text: string | undefined): Date | null => (text === undefined ? null : toDateColumn(text));

async function insertRows(tx: Tx, place: ImportPlace, rows: readonly WithId<ImportedRow>[]): Promise<void> {
  const { organizationId, patientId, now: recordedAt } = place;
  const of = <Table extends ImportedTable>(table: Table) =>
    rows
      .filter((one): one is Extract<WithId<ImportedRow>, WithId<RowIn<Table>>> => one.table === table)
      .map(({ row, id }) => ({ ...row, id, organizationId, patientId }));
  const origin = { source: SOURCE, recordedAt };
  await tx.condition.createMany({
    data: of('condition').map((row) => ({
      ...row,
      ...origin,
      category: 'comorbidity',
      onsetOn: date(row.onsetOn),
      abatedOn: date(row.abatedOn),
    })),
  });
  await tx.allergy.createMany({ data: of('allergy').map((row) => ({ ...row, ...origin })) });
  await tx.medicationOrder.createMany({
    data: of('medication_order').map((row) => ({
      ...row,
      ...origin,
      ingredients: [...recogniseDrug(row.name).ingredients],
      startedOn: date(row.startedOn),
      stoppedOn: date(row.stoppedOn),
    })),
  });
  await tx.externalEncounter.createMany({ data: of('external_encounter') });
  await tx.procedure.createMany({
    data: of('procedure').map((row) => ({
      ...row,
      kind: 'other',
      performedOn: toDateColumn(row.performedOn),
      source: SOURCE,
      createdAt: recordedAt,
    })),
  });
  await tx.outcomeScore.createMany({
    data: of('outcome_score').map((row) => ({ ...row, ...origin, measuredOn: toDateColumn(row.measuredOn) })),
  });
  await tx.importedObservation.createMany({ data: of('imported_observation') });
}

function* chunks<Row>(rows: readonly Row[], size: number): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
