import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import type { PrescriptionDraft } from '#shared/prescriptions/page.ts';
import { canBeginDraft } from '#shared/prescriptions/policy.ts';
import {
  draftFromRecord,
  draftFromVersion,
  type PrescriptionFacts,
} from '#shared/prescriptions/proposals.ts';
import { RED_FLAG_CODES } from '#shared/sessions/red-flags.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { getDraft, insertDraft } from './draft-repository.ts';
import { getLatestVersion, loadSetting, type EpisodeSetting } from './repository.ts';

/** What the record says today, for a draft that is begun. */
export const factsOf = (ctx: Context, setting: EpisodeSetting): PrescriptionFacts => ({
  ...setting,
  today: dateInZone(ctx.now(), setting.timeZone),
  stopRules: RED_FLAG_CODES,
});

/** Refuses what must not be prescribed now, with the code that the client switches on. */
export function assertMayPrescribe(ctx: Context, setting: EpisodeSetting): void {
  const permission = canBeginDraft(ctx.actor, setting);
  if (permission.allowed) return;
  if (permission.reason === 'episode-closed') throw new Problem('episode-closed', permission.sentence);
  if (permission.reason === 'no-consult') throw new Problem('conflict', permission.sentence);
  assertAllowed(permission);
}

/** Begins the next version from the last one, or the first from the record. One that is open already is answered as it is. */
export async function beginDraft(tx: Tx, ctx: Context, episodeId: string): Promise<PrescriptionDraft> {
  const setting = await loadSetting(tx, ctx, episodeId);
  assertMayPrescribe(ctx, setting);
  const open = await getDraft(tx, ctx, episodeId);
  if (open) return open;
  const { patientId } = setting;
  const latest = await getLatestVersion(tx, ctx, episodeId);
  const facts = factsOf(ctx, setting);
  const began = await insertDraft(tx, ctx, {
    patientId,
    episodeId,
    basedOnId: latest?.prescriptionId ?? null,
    changeRequestId: null,
    content: latest ? draftFromVersion(latest.content, facts) : draftFromRecord(facts),
  });
  const draft = await getDraft(tx, ctx, episodeId);
  if (!draft) throw new Problem('conflict', 'The draft was signed or discarded just now. Reload the page.');
  if (began) {
    await audit.record(tx, ctx, {
      did: 'prescription.draft-begun',
      patientId,
      episodeId,
      subject: { type: 'prescription-draft', id: draft.draftId },
    });
    await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
  }
  return draft;
}

/** The same from the prescription page. */
export const beginDraftOfEpisode = (
  ctx: Context,
  { params: { episodeId } }: Input<typeof prescriptionsApi.beginDraft>,
): Promise<PrescriptionDraft> => inTransaction(ctx, (tx) => beginDraft(tx, ctx, episodeId), { episodeId });
