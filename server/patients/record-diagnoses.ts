import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import {
  type Diagnosis,
  findActiveDiagnoses,
  insertDiagnoses,
  updateDiagnosis,
} from './diagnosis-repository.ts';
import { tellOfPrecautions } from './tell-of-precautions.ts';

export interface DiagnosesToRecord {
  patientId: string;
  episodeId: string;
  evaluationId: string;
  onsetOn: string | null;
  diagnoses: readonly Diagnosis[];
  /** Why a diagnosis of this episode that is no longer listed is resolved. */
  resolvedBecause: string;
}

/** Makes the episode's active diagnoses those that a signed evaluation lists; earlier ones stay readable as resolved. */
export async function recordDiagnoses(tx: Tx, ctx: Context, record: DiagnosesToRecord): Promise<void> {
  const active = await findActiveDiagnoses(tx, ctx, record.episodeId);
  const isSame = (a: Pick<Diagnosis, 'code' | 'side'>, b: { code: string; side: string | null }) =>
    a.code === b.code && a.side === b.side;

  const fresh = record.diagnoses.filter((diagnosis) => !active.some((one) => isSame(diagnosis, one)));
  await insertDiagnoses(tx, ctx, record, fresh);
  for (const one of active) {
    const listed = record.diagnoses.find((diagnosis) => isSame(diagnosis, one));
    if (listed?.primary === one.isPrimary) continue;
    await updateDiagnosis(
      tx,
      ctx,
      one.id,
      listed ? { isPrimary: listed.primary } : { resolvedBecause: record.resolvedBecause },
    );
  }
  await tellOfPrecautions(tx, ctx, record.patientId);
}
