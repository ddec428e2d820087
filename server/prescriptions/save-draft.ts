import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { settled } from '#shared/prescriptions/settle.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { assertMayPrescribe } from './begin-draft.ts';
import { deleteDraft, getDraft, updateDraft } from './draft-repository.ts';
import { loadSetting } from './repository.ts';

/** Says what stands where the caller's version was expected: another draft, or none any more. */
export async function refuseStaleDraft(tx: Tx, ctx: Context, episodeId: string): Promise<never> {
  const current = await getDraft(tx, ctx, episodeId);
  if (!current) {
    throw new Problem(
      'conflict',
      'This draft has been signed or discarded in the meantime. Reload the page.',
    );
  }
  throw new Problem('stale-version', `${current.author.name} has changed this draft in the meantime.`, {
    current,
  });
}

/** Saves the draft on top of the version that was seen. */
export async function saveDraft(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof prescriptionsApi.saveDraft>,
) {
  return inTransaction(
    ctx,
    async (tx) => {
      const setting = await loadSetting(tx, ctx, episodeId);
      assertMayPrescribe(ctx, setting);
      const { content, expectedVersion } = body;
      const saved = await updateDraft(
        tx,
        ctx,
        { episodeId, expectedVersion },
        {
          content: settled(content, setting.clinicValues),
        },
      );
      if (!saved) return refuseStaleDraft(tx, ctx, episodeId);
      await audit.record(tx, ctx, {
        did: 'prescription.draft-saved',
        patientId: setting.patientId,
        episodeId,
        detail: { version: expectedVersion + 1 },
      });
      return { version: expectedVersion + 1 };
    },
    { episodeId },
  );
}

/** Throws the draft away. A change request that it came from stays open. */
export async function discardDraft(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof prescriptionsApi.discardDraft>,
) {
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId } = await loadSetting(tx, ctx, episodeId);
      const { expectedVersion } = body;
      const discarded = await deleteDraft(tx, ctx, { episodeId, expectedVersion });
      if (!discarded) return refuseStaleDraft(tx, ctx, episodeId);
      await audit.record(tx, ctx, { did: 'prescription.draft-discarded', patientId, episodeId });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return { discarded: true as const };
    },
    { episodeId },
  );
}
