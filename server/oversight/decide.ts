import type { Input, Output } from '#shared/platform/endpoint.ts';
import { DecisionId, type EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { checkDecision } from '#shared/oversight/check-decision.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { CHANGES_PRESCRIPTION, type NewDecision } from '#shared/oversight/model.ts';
import { canDecide, canDecideKind } from '#shared/oversight/policy.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { record } from '#server/audit/index.ts';
import { draftSurgical, performProcedure, placeOrder, sendReferral } from '#server/orders/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { beginDraft } from '#server/prescriptions/index.ts';
import { askForDischargeNote } from './ask-for-discharge-note.ts';
import { closeEpisode } from './close-episode.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { findOpenHoldCodes, insertDecision, loadDecidable, type Decidable } from './decision-repository.ts';
import { refreshEpisode } from './refresh-episode.ts';
import { loadEpisodeFacts, type LoadedEpisode } from './facts-repository.ts';

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
      const facts = await loadPresent(tx, ctx, episode, body);
      assertBegun(body, facts);
      if (body.kind === 'discharge') await assertNothingHeld(tx, ctx, episodeId);
      assertDecidable(body, facts, dateInZone(ctx.now(), facts.timeZone));

      const decisionId = await insertDecision(tx, ctx, episode, body);
      await carryOut(tx, ctx, { episodeId, decisionId, ...facts }, body);
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
        next: nextAfter(body),
      };
    },
    { episodeId },
  );
}

function nextAfter({ kind, detail }: NewDecision): 'prescription' | 'surgical-opinion' | 'board' {
  if (CHANGES_PRESCRIPTION.includes(kind)) return 'prescription';
  return detail.type === 'surgical-opinion' ? 'surgical-opinion' : 'board';
}

/** A decision is made on the judgement its maker saw: the facts that it stands on. */
async function loadPresent(
  tx: Tx,
  ctx: Context,
  { episodeId, verdictId }: Decidable,
  body: NewDecision,
): Promise<LoadedEpisode> {
  if (body.verdictId !== verdictId) {
    throw new Problem(
      'stale-version',
      'The judgement has changed since you opened the review. Look at it again, then decide.',
      { current: { verdictId } },
    );
  }
  const loaded = await loadEpisodeFacts(tx, ctx.actor.organizationId, episodeId, ctx.now());
  if (!loaded) throw new Problem('not-found');
  return loaded;
}

/** There is a course of therapy to go on with or to change. */
function assertBegun({ kind }: NewDecision, { facts }: LoadedEpisode): void {
  const begun = { consultSigned: facts.consultSignedOn !== null, prescribed: facts.prescriptions.length > 0 };
  const permission = canDecideKind(kind, begun);
  if (!permission.allowed) throw new Problem('conflict', permission.sentence);
}

/** Nothing is closed while somebody, or a limb of theirs, must not be treated: an alert is answered by a person (rules.md 5). */
async function assertNothingHeld(tx: Tx, ctx: Context, episodeId: EpisodeId): Promise<void> {
  const codes = await findOpenHoldCodes(tx, ctx, episodeId);
  if (codes.length === 0) return;
  throw new Problem(
    'conflict',
    `A safety hold or a stop of a limb is open: ${codes.map(flagWords).join(', ')}. Close it with what was found before the episode is closed.`,
  );
}

/** It looks forward and can be held against something. */
function assertDecidable(body: NewDecision, { facts }: LoadedEpisode, today: string): void {
  const { refusals, doubts } = checkDecision(body, facts, today);
  if (refusals.length > 0) throw new Problem('invalid-input', refusals[0]?.message, { issues: refusals });
  if (doubts.length > 0)
    throw new Problem('decision-needs-confirmation', doubts[0]?.message, { issues: doubts });
}

interface Deciding extends LoadedEpisode {
  episodeId: EpisodeId;
  decisionId: string;
}

const placeOf = ({ episodeId, decisionId, patientId }: Deciding) => ({ episodeId, decisionId, patientId });

async function carryOut(tx: Tx, ctx: Context, about: Deciding, { detail, why }: NewDecision): Promise<void> {
  switch (detail.type) {
    case 'order':
      await placeOrder(tx, ctx, { ...placeOf(about), ...detail.order, at: 'detail.order.' });
      return;
    case 'procedure':
      await performProcedure(tx, ctx, { ...placeOf(about), ...detail.procedure, at: 'detail.procedure.' });
      return;
    case 'referral':
      await sendReferral(tx, ctx, { ...placeOf(about), ...detail.referral, at: 'detail.referral.' });
      return;
    case 'surgical-opinion':
      await draftSurgical(tx, ctx, about.episodeId);
      return;
    case 'discharge':
      await closeEpisode(tx, ctx, about, `${detail.closeReason}: ${why}`);
      await askForDischargeNote(tx, ctx, about);
      return;
    case 'none':
      return;
    default:
      detail satisfies never;
  }
}
