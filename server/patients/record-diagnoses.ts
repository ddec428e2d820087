import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { tellOfPrecautions } from './tell-of-precautions.ts';

interface Diagnosis {
  code: string;
  display: string;
  side: string | null;
  primary: boolean;
}

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
  const { organizationId, staffMemberId } = ctx.actor;
  const active = await tx.condition.findMany({
    where: { organizationId, episodeId: record.episodeId, category: 'diagnosis', status: 'active' },
    select: { id: true, code: true, side: true, isPrimary: true },
  });
  const isSame = (a: Pick<Diagnosis, 'code' | 'side'>, b: { code: string; side: string | null }) =>
    a.code === b.code && a.side === b.side;

  const fresh = record.diagnoses.filter((diagnosis) => !active.some((one) => isSame(diagnosis, one)));
  await tx.condition.createMany({
    data: fresh.map(({ code, display, side, primary }) => ({
      organizationId,
      patientId: record.patientId,
      episodeId: record.episodeId,
      evaluationId: record.evaluationId,
      category: 'diagnosis',
      code,
      codeSystem: ICD_10_CM,
      display,
      side,
      onsetOn: record.onsetOn === null ? null : toDateColumn(record.onsetOn),
      isPrimary: primary,
      recordedById: staffMemberId,
      recordedAt: ctx.now(),
    })),
  });
  for (const one of active) {
    const listed = record.diagnoses.find((diagnosis) => isSame(diagnosis, one));
    if (listed?.primary === one.isPrimary) continue;
    await tx.condition.updateMany({
      where: { organizationId, id: one.id },
      data: {
        ...(listed
          ? { isPrimary: listed.primary }
          : { status: 'resolved', statusReason: record.resolvedBecause, isPrimary: false }),
        version: { increment: 1 },
      },
    });
  }
  await tellOfPrecautions(tx, ctx, record.patientId);
}
