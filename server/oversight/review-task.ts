import type { Actor } from '#shared/platform/actor.ts';
import { businessDaysAfter } from '#shared/platform/business-days.ts';
import { earlierOf, plainDate } from '#shared/platform/time.ts';
import type { BoardStanding } from '#shared/oversight/board-standing.ts';
import type { BoardState } from '#shared/oversight/board-states.ts';
import { reviewOf } from '#shared/oversight/board-values.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { closeTasks, openTask, renewTask } from '#server/tasks/index.ts';
import type { LoadedEpisode } from './facts-repository.ts';

const ASKS: readonly BoardState[] = ['safety-hold', 'worsening', 'mixed', 'plateau', 'review-due'];
const URGENT: readonly BoardState[] = ['worsening', 'safety-hold'];

interface Judged {
  episodeId: string;
  loaded: LoadedEpisode;
  standing: BoardStanding;
  asOf: string;
}

/**
 * A state that needs a decision is work of the named physiatrist (rules.md 7.3.5). It says what stands today, is never due later
 * than it was, and ends with a decision, a version signed since, or the episode: not because a verdict has drifted on.
 */
export async function keepReviewTask(tx: Tx, ctx: Context<Actor>, judged: Judged): Promise<void> {
  const { episodeId, loaded, standing, asOf } = judged;
  const { patientId, reviewTask: open, physiatristId } = loaded;
  const dedupeKey = `review:${episodeId}`;
  const asks = ASKS.includes(standing.state);
  if (!asks && open === null) return;
  if (!asks && (open?.settled === true || loaded.facts.status === 'closed')) {
    await closeTasks(tx, ctx, { dedupeKey, patientId });
    return;
  }
  const title = asks ? standing.reason : `Asked for a review; now: ${standing.reason}`;
  const owner = physiatristId === null ? { ownerRole: 'physiatrist' as const } : { ownerId: physiatristId };
  const dueOn = dueOf(judged, asOf);
  if (open === null) {
    await openTask(tx, ctx, { kind: 'review', title, ...owner, patientId, episodeId, dueOn, dedupeKey });
    return;
  }
  const renewed = {
    title,
    ...owner,
    dueOn: asks && open.dueOn !== null ? earlierOf(open.dueOn, dueOn) : open.dueOn,
  };
  const isSame = open.title === title && open.ownerId === physiatristId && open.dueOn === renewed.dueOn;
  if (!isSame) await renewTask(tx, ctx, { dedupeKey, patientId, ...renewed });
}

function dueOf({ loaded, standing }: Judged, asOf: string): string {
  const { urgentDays, ordinaryDays } = reviewOf(loaded.facts.clinicValues);
  return businessDaysAfter(plainDate(asOf), URGENT.includes(standing.state) ? urgentDays : ordinaryDays);
}
