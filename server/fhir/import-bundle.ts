import { PatientId } from '#shared/platform/ids.ts';
import type { ReadableBundle } from '#shared/fhir/model.ts';
import { reportOf, type TypeReport } from '#shared/fhir/report.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';
import { tellOfPrecautions } from '#server/patients/index.ts';
import { findKnownPatients } from './queries.ts';
import { findImported, insertBatch, insertPatient, insertResources } from './repository.ts';

interface BundleFile {
  fileName: string;
  sha256: string;
  clinicId: string;
  bundle: ReadableBundle;
}

interface ImportResult {
  patientId: PatientId;
  isNewPatient: boolean;
  types: TypeReport[];
}

/**
 * Stores what a bundle brings about one patient, in one transaction: all of it or nothing. What an earlier import has
 * stored is recognised by its source and not stored again.
 */
export async function importBundle(ctx: Context<SystemActor>, file: BundleFile): Promise<ImportResult> {
  const { bundle, clinicId, fileName, sha256 } = file;
  const known = await recognisePatient(ctx, bundle);
  const now = ctx.now();
  const patientId = known ?? PatientId.parse(newId(now));
  const { organizationId } = ctx.actor;
  const asImport: Context<SystemActor> = { ...ctx, actor: { ...ctx.actor, patientId } };

  return inTransaction(
    asImport,
    async (tx) => {
      const imported = await findImported(tx, organizationId, bundle.taken);
      const isKnown = (key: string): boolean => imported.has(key);
      const types = reportOf(bundle, isKnown, known !== undefined);
      const fresh = bundle.taken.filter((one) => !isKnown(`${one.resourceType}/${one.sourceId}`));
      if (known !== undefined && fresh.length === 0) return { patientId, isNewPatient: false, types };

      const place = { organizationId, clinicId, patientId, batchId: newId(now), now };
      await insertBatch(tx, place, { fileName, sha256, report: types });
      if (known === undefined) await insertPatient(tx, place, bundle.patient);
      await insertResources(tx, place, fresh);
      // Nobody treats a patient who has only just been brought.
      if (known !== undefined) await tellOfPrecautions(tx, asImport, patientId);
      await audit.record(tx, asImport, {
        did: 'patient.imported',
        patientId,
        subject: { type: 'import_batch', id: place.batchId },
        detail: { resources: fresh.length, isNewPatient: known === undefined },
      });
      return { patientId, isNewPatient: known === undefined, types };
    },
    { patientId },
  );
}

/** The patient with one of the bundle's identifiers; refuses when they do not all mean the same person. */
async function recognisePatient(
  ctx: Context<SystemActor>,
  { patient }: ReadableBundle,
): Promise<PatientId | undefined> {
  const { patientIds, mrnHolder } = await findKnownPatients(ctx, patient);
  const [first, second] = patientIds;
  if (second !== undefined) {
    throw new Problem('conflict', 'Its identifiers belong to two different patients here.');
  }
  if (mrnHolder !== null && mrnHolder !== first) {
    throw new Problem('conflict', 'Its record number belongs to a patient here who came from elsewhere.');
  }
  return first === undefined ? undefined : PatientId.parse(first);
}
