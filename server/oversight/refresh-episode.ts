import { createHash } from 'node:crypto';
import type { Actor } from '#shared/platform/actor.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { assess } from '#shared/oversight/assess.ts';
import type { Assessment } from '#shared/oversight/assessment.ts';
import { boardStanding, visitsUsedOf } from '#shared/oversight/board-standing.ts';
import { judgeDecision } from '#shared/oversight/judge-decision.ts';
import { nextCheckOn } from '#shared/oversight/next-check.ts';
import { judgedBy } from '#shared/oversight/value-reasons.ts';
import { enterStatement } from '#server/platform/db/as-actor.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { keepDocumentTasks } from './document-tasks.ts';
import { keepReviewTask } from './review-task.ts';
import { loadEpisodeFacts, type LoadedEpisode } from './facts-repository.ts';
import { saveDecisionOutcome, saveJudgement } from './judgement-repository.ts';

/**
 * Judges an episode again and updates its line on the board, in the transaction that changed it. Someone who may change the
 * episode without seeing its clinical record (an administrator) borrows the system's eyes for that one patient.
 */
export async function refreshEpisode(tx: Tx, ctx: Context<Actor>, episodeId: string): Promise<void> {
  const borrows = ctx.actor.kind === 'staff' && ctx.actor.role === 'administrator';
  if (!borrows) {
    await judge(tx, ctx, episodeId);
    return;
  }
  const { organizationId } = ctx.actor;
  await tx.$executeRawUnsafe(enterStatement({ kind: 'system', organizationId }, { episodeId }));
  await judge(tx, ctx, episodeId);
  await tx.$executeRawUnsafe(enterStatement(ctx.actor));
}

async function judge(tx: Tx, ctx: Context<Actor>, episodeId: string): Promise<void> {
  const { organizationId } = ctx.actor;
  const loaded = await loadEpisodeFacts(tx, organizationId, episodeId, ctx.now());
  if (!loaded) return;
  const asOf = dateInZone(ctx.now(), loaded.timeZone);
  await judgeDueDecision(tx, organizationId, loaded, asOf);

  const { facts, present } = loaded;
  const assessment = assess(facts, asOf);
  const standing = boardStanding(facts, assessment);
  const inputsHash = hashOf(loaded, assessment);
  await saveJudgement(tx, {
    organizationId,
    episodeId,
    loaded,
    assessment,
    standing,
    inputsHash,
    isNew: present?.inputsHash !== inputsHash,
    since: standing.since ?? (present?.state === standing.state ? present.since : asOf),
    visits: visitsUsedOf(facts),
    nextCheckOn: nextCheckOn(facts, assessment),
    at: ctx.now(),
  });
  await keepReviewTask(tx, ctx, { episodeId, loaded, standing, asOf });
  await keepDocumentTasks(tx, ctx, { episodeId, loaded, asOf });
}

async function judgeDueDecision(
  tx: Tx,
  organizationId: string,
  loaded: LoadedEpisode,
  asOf: string,
): Promise<void> {
  const last = loaded.facts.decisions.at(-1);
  const outcome = last && judgeDecision(last, loaded.facts, asOf);
  if (!last || !outcome) return;
  await saveDecisionOutcome(tx, organizationId, last.decisionId, outcome, asOf);
  last.outcome = outcome.outcome;
}

/** What was judged and what came out; the day itself is not part of it, so an unchanged judgement is not stored again. */
function hashOf({ facts }: LoadedEpisode, a: Assessment): string {
  const inputs = {
    algorithm: a.algorithm,
    measures: facts.measures,
    goals: facts.goals,
    scores: facts.scores,
    phase: a.phase && { opensOn: a.phase.opensOn, startedOn: a.phase.startedOn },
    attendance: a.attendance,
    holds: facts.openHolds.length,
    thresholds: a.measures.map((m) => m.thresholds),
    // Left out where nothing differs from the defaults.
    clinicValues: judgedBy(facts.clinicValues),
    outcome: [
      a.verdict,
      a.action,
      a.confidence,
      a.flags,
      a.measures.map((m) => [m.class, m.reason, m.flags]),
    ],
  };
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}
