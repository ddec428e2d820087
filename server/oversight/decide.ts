import type { Input, Output } from '#shared/platform/endpoint.ts';
import { DecisionId, type EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { CHANGES_PRESCRIPTION, type NewDecision } from '#shared/oversight/model.ts';
import { canDecide } from '#shared/oversight/policy.ts';
import { record } from '#server/audit/index.ts';
import { performProcedure, placeOrder, sendReferral } from '#server/orders/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { beginDraft } from '#server/prescriptions/index.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { closeEpisode, insertDecision, loadDecidable, type Decidable } from './decision-repository.ts';
import { refreshEpisode } from './refresh-episode.ts';

/** Records a physiatrist's decision with its expectation and date, and does what it says; the board follows in the same transaction. */
export async function decide(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof oversightApi.decide>,
): Promise<Output<typeof oversightApi.decide>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const episode = await loadDecidable(tx, ctx, episodeId);
      const permission = canDecide(ctx.actor.role, episode);
      if (!permission.allowed)
        throw new Problem(episode.status === 'closed' ? 'episode-closed' : 'forbidden', permission.sentence);
      checkAgainstPresent(ctx, episode, body);

      const decisionId = await insertDecision(tx, ctx, episode, body);
      await carryOut(tx, ctx, { episodeId, decisionId, patientId: episode.patientId }, body);
      // The decision leads to the next version: it is begun with the decision, or neither happens.
      if (CHANGES_PRESCRIPTION.includes(body.kind)) await beginDraft(tx, ctx, episodeId);
      await record(tx, ctx, {
        did: 'decision.made',
        patientId: episode.patientId,
        episodeId,
        subject: { type: 'decision', id: decisionId },
        detail: { kind: body.kind, reviewOn: body.reviewOn },
      });
      await closeTasks(tx, ctx, { dedupeKey: `review:${episodeId}` });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, {
        topics: ['board', 'episode', 'today', 'tasks'],
        patientId: episode.patientId,
        episodeId,
      });
      return {
        decisionId: DecisionId.parse(decisionId),
        next: CHANGES_PRESCRIPTION.includes(body.kind) ? ('prescription' as const) : ('board' as const),
      };
    },
    { episodeId },
  );
}

/** A decision is made on the judgement its maker saw, and looks forward. */
function checkAgainstPresent(ctx: Context, episode: Decidable, body: NewDecision): void {
  if (body.verdictId !== episode.verdictId) {
    throw new Problem(
      'stale-version',
      'The judgement has changed since you opened the review. Look at it again, then decide.',
      {
        current: { verdictId: episode.verdictId },
      },
    );
  }
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  const issue = (path: string, message: string): Problem =>
    new Problem('invalid-input', message, { issues: [{ path, code: 'decision', message }] });
  if (body.kind !== 'discharge' && body.reviewOn <= today)
    throw issue('reviewOn', 'Choose a review date after today.');
  if (body.expected) {
    const measure = getMeasure(body.expected.measureCode);
    if (!measure) throw issue('expected.measureCode', 'Choose one of the outcome measures.');
    if (measure.sided && body.expected.side === null)
      throw issue('expected.side', `Say which side ${measure.abbreviation} is for.`);
    const { refuseBelow, refuseAbove } = measure.sanity;
    if (body.expected.value < refuseBelow || body.expected.value > refuseAbove) {
      throw issue('expected.value', `${measure.abbreviation} runs from ${refuseBelow} to ${refuseAbove}.`);
    }
  }
}

async function carryOut(
  tx: Tx,
  ctx: Context,
  about: { episodeId: EpisodeId; decisionId: string; patientId: string },
  { detail, why }: NewDecision,
): Promise<void> {
  switch (detail.type) {
    case 'order':
      await placeOrder(tx, ctx, { ...about, ...detail.order, at: 'detail.order.' });
      return;
    case 'procedure':
      await performProcedure(tx, ctx, { ...about, ...detail.procedure, at: 'detail.procedure.' });
      return;
    case 'referral':
      await sendReferral(tx, ctx, { ...about, ...detail.referral });
      return;
    case 'discharge':
      await closeEpisode(tx, ctx, { ...about, closeReason: `${detail.closeReason}: ${why}` });
      return;
    case 'none':
      return;
    default:
      detail satisfies never;
  }
}
