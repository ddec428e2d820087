import { PrescriptionTemplateId } from '#shared/platform/ids.ts';
import { TemplateContent } from '#shared/prescriptions/template.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';

export interface StoredTemplate {
  templateId: PrescriptionTemplateId;
  name: string;
  phase: string | null;
  content: TemplateContent;
  retired: boolean;
  version: number;
}

export async function getTemplate(
  tx: Tx,
  ctx: Context,
  templateId: string,
): Promise<StoredTemplate | undefined> {
  const row = await tx.prescriptionTemplate.findUnique({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: templateId } },
  });
  if (!row) return undefined;
  return {
    templateId: PrescriptionTemplateId.parse(row.id),
    name: row.name,
    phase: row.phase,
    content: TemplateContent.parse(row.content),
    retired: row.retiredAt !== null,
    version: row.version,
  };
}

interface NewTemplate extends Omit<StoredTemplate, 'templateId' | 'version'> {
  bodyRegion: string | null;
  starterKey: string | null;
}

/** Inserts a template; when the shipped one it takes over has been taken over already, this answers nothing. */
export async function insertTemplate(
  tx: Tx,
  ctx: Context,
  template: NewTemplate,
): Promise<PrescriptionTemplateId | undefined> {
  const { organizationId, staffMemberId } = ctx.actor;
  const { retired, content, ...named } = template;
  const id = newId();
  const now = ctx.now();
  const { count } = await tx.prescriptionTemplate.createMany({
    data: [
      {
        ...named,
        organizationId,
        id,
        content: toJsonColumn(content),
        savedById: staffMemberId,
        retiredAt: retired ? now : null,
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? PrescriptionTemplateId.parse(id) : undefined;
}

/** Stores a template on top of the version that was seen; answers whether it was still that version. */
export async function updateTemplate(
  tx: Tx,
  ctx: Context,
  { templateId, version, name, phase, content, retired }: StoredTemplate,
): Promise<boolean> {
  const { organizationId, staffMemberId } = ctx.actor;
  const { count } = await tx.prescriptionTemplate.updateMany({
    where: { organizationId, id: templateId, version },
    data: {
      name,
      phase,
      content: toJsonColumn(content),
      retiredAt: retired ? ctx.now() : null,
      savedById: staffMemberId,
      updatedAt: ctx.now(),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Keeps what the template says from now on; what it said before stays. */
export async function insertTemplateVersion(
  tx: Tx,
  ctx: Context,
  { templateId, version, name, phase, content }: StoredTemplate,
  did: 'saved' | 'renamed' | 'retired' | 'restored',
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  await tx.prescriptionTemplateVersion.createMany({
    data: [
      {
        organizationId,
        id: newId(),
        templateId,
        versionNumber: version,
        did,
        name,
        phase,
        content: toJsonColumn(content),
        savedById: staffMemberId,
        savedAt: ctx.now(),
      },
    ],
  });
}
