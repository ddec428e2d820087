import type { Actor } from '#shared/platform/actor.ts';
import { ChangeRequestId, PrescriptionDraftId, PrescriptionId, StaffMemberId } from '#shared/platform/ids.ts';
import { StaffRole } from '#shared/platform/actor.ts';
import { PrescriptionDraftContent } from '#shared/prescriptions/model.ts';
import type { PrescriptionDraft } from '#shared/prescriptions/page.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** The episode's draft, if one has been begun. */
export async function getDraft(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
): Promise<PrescriptionDraft | undefined> {
  const row = await tx.prescriptionDraft.findUnique({
    where: { organizationId_episodeId: { organizationId: ctx.actor.organizationId, episodeId } },
    include: { author: true },
  });
  if (!row) return undefined;
  const { author } = row;
  return {
    draftId: PrescriptionDraftId.parse(row.id),
    content: PrescriptionDraftContent.parse(row.content),
    version: row.version,
    author: {
      staffMemberId: StaffMemberId.parse(author.id),
      name: [`${author.givenName} ${author.familyName}`, author.credentials].filter(Boolean).join(', '),
      role: StaffRole.parse(author.role),
    },
    basedOnId: row.basedOnId === null ? null : PrescriptionId.parse(row.basedOnId),
    changeRequestId: row.changeRequestId === null ? null : ChangeRequestId.parse(row.changeRequestId),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

interface NewDraft {
  patientId: string;
  episodeId: string;
  basedOnId: string | null;
  changeRequestId: string | null;
  content: PrescriptionDraftContent;
}

/** Inserts the draft; when somebody else has just begun one, theirs stays and this answers false. */
export async function insertDraft(tx: Tx, ctx: Context, draft: NewDraft): Promise<boolean> {
  const { organizationId, staffMemberId } = ctx.actor;
  const now = ctx.now();
  const { count } = await tx.prescriptionDraft.createMany({
    data: [
      {
        ...draft,
        organizationId,
        authorId: staffMemberId,
        content: toJsonColumn(draft.content),
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

interface DraftChange {
  content: PrescriptionDraftContent;
  basedOnId?: string;
  changeRequestId?: string;
}

/** Stores the draft on top of the version the caller saw; answers whether it was still that version. */
export async function updateDraft(
  tx: Tx,
  ctx: Context,
  { episodeId, expectedVersion }: { episodeId: string; expectedVersion: number },
  { content, ...links }: DraftChange,
): Promise<boolean> {
  const { count } = await tx.prescriptionDraft.updateMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, version: expectedVersion },
    data: {
      ...links,
      content: toJsonColumn(content),
      authorId: ctx.actor.staffMemberId,
      updatedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Takes the draft away, once: of two who sign it at the same time, one finds nothing left to take. */
export async function deleteDraft(
  tx: Tx,
  ctx: Context,
  { episodeId, expectedVersion }: { episodeId: string; expectedVersion: number },
): Promise<boolean> {
  const { count } = await tx.prescriptionDraft.deleteMany({
    where: { organizationId: ctx.actor.organizationId, episodeId, version: expectedVersion },
  });
  return count === 1;
}

/** Takes the draft of an episode away, whatever its version: there will be no next prescription. */
export async function deleteDraftOfEpisode(tx: Tx, ctx: Context, episodeId: string): Promise<void> {
  await tx.prescriptionDraft.deleteMany({
    where: { organizationId: ctx.actor.organizationId, episodeId },
  });
}
