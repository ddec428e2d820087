import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { canKeepTemplates } from '#shared/prescriptions/policy.ts';
import type { templatesApi } from '#shared/prescriptions/template-contract.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import {
  getTemplate,
  insertTemplate,
  insertTemplateVersion,
  updateTemplate,
  type StoredTemplate,
} from './template-repository.ts';

/** Keeps a new template of the clinic, from a draft or taken over from a shipped one. */
export async function saveTemplate(ctx: Context, { body }: Input<typeof templatesApi.save>) {
  assertAllowed(canKeepTemplates(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    const templateId = await insertTemplate(tx, ctx, body);
    if (templateId === undefined) {
      throw new Problem(
        'conflict',
        'A colleague has just taken this starting point over. Open the list again.',
      );
    }
    const { name, phase, content, retired } = body;
    const stored = { templateId, name, phase, content, retired, version: 1 };
    await insertTemplateVersion(tx, ctx, stored, retired ? 'retired' : 'saved');
    await audit.record(tx, ctx, {
      did: 'prescription-template.saved',
      subject: { type: 'prescription-template', id: templateId },
      detail: { name, starterKey: body.starterKey },
    });
    return { templateId, version: 1 };
  });
}

type Changes = Input<typeof templatesApi.change>['body'];

const actOf = (before: StoredTemplate, { retired, content }: Changes) => {
  if (retired !== undefined && retired !== before.retired) return retired ? 'retired' : 'restored';
  return content === undefined ? 'renamed' : 'saved';
};

/** Renames, rewrites, retires or restores a template; each is a version of it. */
export async function changeTemplate(
  ctx: Context,
  { params: { templateId }, body }: Input<typeof templatesApi.change>,
) {
  assertAllowed(canKeepTemplates(ctx.actor));
  return inTransaction(ctx, async (tx) => {
    const before = await getTemplate(tx, ctx, templateId);
    if (!before) throw new Problem('not-found');
    const { expectedVersion, ...changes } = body;
    const after: StoredTemplate = {
      ...before,
      name: changes.name ?? before.name,
      phase: changes.phase === undefined ? before.phase : changes.phase,
      content: changes.content ?? before.content,
      retired: changes.retired ?? before.retired,
    };
    if (!(await updateTemplate(tx, ctx, { ...after, version: expectedVersion }))) {
      throw new Problem('stale-version', 'A colleague has changed this template in the meantime.', {
        current: { templateId, version: before.version, name: before.name },
      });
    }
    const version = expectedVersion + 1;
    const did = actOf(before, body);
    await insertTemplateVersion(tx, ctx, { ...after, version }, did);
    await audit.record(tx, ctx, {
      did: `prescription-template.${did}`,
      subject: { type: 'prescription-template', id: templateId },
      detail: { name: after.name, version },
    });
    return { templateId: before.templateId, version };
  });
}
