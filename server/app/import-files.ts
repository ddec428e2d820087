import path from 'node:path';
import type { ImportIssue } from '#shared/fhir/model.ts';
import type { TypeReport } from '#shared/fhir/report.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { importBundle } from '#server/fhir/index.ts';
import type { Database } from '#server/platform/db/database.ts';
import { backgroundContext } from '#server/platform/http/bind-endpoint.ts';
import { toProblem } from '#server/platform/http/error-handler.ts';
import type { ChosenClinic } from './choose-clinic.ts';
import { findFiles, readBundleFile } from './read-bundle-file.ts';

/** What became of one file. */
export type FileResult =
  | { kind: 'imported'; file: string; isNewPatient: boolean; types: TypeReport[] }
  /** Nothing of the file was stored. */
  | { kind: 'refused'; file: string; issues: ImportIssue[] }
  | { kind: 'other'; file: string };

export interface ImportRun {
  db: Database;
  clinic: ChosenClinic;
  now?: () => Date;
  /** Told before each file and once at the end. */
  onProgress?: (done: number, total: number, file: string) => void;
}

/** Imports files and folders one bundle at a time; a bundle that cannot be read leaves the others alone. */
export async function importFiles(run: ImportRun, paths: readonly string[]): Promise<FileResult[]> {
  const files = findFiles(paths);
  const results: FileResult[] = [];
  for (const { file, isNamed } of files) {
    run.onProgress?.(results.length, files.length, path.basename(file));
    results.push(await importFile(run, file, isNamed));
  }
  run.onProgress?.(results.length, files.length, '');
  return results;
}

async function importFile(
  { db, clinic, now }: ImportRun,
  file: string,
  isNamed: boolean,
): Promise<FileResult> {
  const reading = readBundleFile(file, isNamed, clinic.timeZone);
  if (reading.kind === 'other') return { kind: 'other', file };
  if (reading.kind === 'refused') return { kind: 'refused', file, issues: reading.issues };
  const actor = { kind: 'system', organizationId: OrganizationId.parse(clinic.organizationId) } as const;
  const { bundle, sha256 } = reading;
  const fileName = path.basename(file);
  try {
    const { isNewPatient, types } = await importBundle(backgroundContext(db, actor, 'import', now), {
      bundle,
      sha256,
      fileName,
      clinicId: clinic.clinicId,
    });
    return { kind: 'imported', file, isNewPatient, types };
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status >= 500 || !(problem instanceof Problem)) throw error;
    return {
      kind: 'refused',
      file,
      issues: [{ place: 'the patient', message: problem.detail ?? problem.message }],
    };
  }
}
