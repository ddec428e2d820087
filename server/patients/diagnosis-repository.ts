import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

export interface Diagnosis {
  code: string;
  display: string;
  side: string | null;
  primary: boolean;
}

/** An evaluation that diagnoses. */
interface Source {
  patientId: string;
  episodeId: string;
  evaluationId: string;
  onsetOn: string | null;
}

export const findActiveDiagnoses = (tx: Tx, ctx: Context, episodeId: string) =>
  tx.condition.findMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, category: 'diagnosis', status: 'active' },
    select: { id: true, code: true, side: true, isPrimary: true },
  });

export async function insertDiagnoses(
  tx: Tx,
  ctx: Context,
  { patientId, episodeId, evaluationId, onsetOn }: Source,
  diagnoses: readonly Diagnosis[],
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  await tx.condition.createMany({
    data: diagnoses.map(({ code, display, side, primary }) => ({
      ...{ organizationId, patientId, episodeId, evaluationId, code, display, side },
      category: 'diagnosis',
      codeSystem: ICD_10_CM,
      onsetOn: onsetOn === null ? null : toDateColumn(onsetOn),
      isPrimary: primary,
      recordedById: staffMemberId,
      recordedAt: ctx.now(),
    })),
  });
}

/** Another diagnosis is the first now, or this one is no longer listed. */
export async function updateDiagnosis(
  tx: Tx,
  ctx: Context,
  id: string,
  change: { isPrimary: boolean } | { resolvedBecause: string },
): Promise<void> {
  await tx.condition.updateMany({
    where: { organizationId: ctx.actor.organizationId, id },
    data: {
      ...('isPrimary' in change
        ? { isPrimary: change.isPrimary }
        : { status: 'resolved', statusReason: change.resolvedBecause, isPrimary: false }),
      version: { increment: 1 },
    },
  });
}
