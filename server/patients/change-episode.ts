import type { patientsApi } from '#shared/patients/contract.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { canChangeEpisode } from '#shared/patients/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { pastDateProblem } from '#shared/platform/date-order.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  loadBirthDate,
  loadChartEpisode,
  loadEpisode,
  updateEpisode,
  type LoadedEpisode,
} from './repository.ts';

/** Corrects what an open episode is about, or whose payer rules it follows. */
export async function changeEpisode(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof patientsApi.changeEpisode>,
): Promise<Output<typeof patientsApi.changeEpisode>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const episode = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canChangeEpisode(ctx.actor));
      if (episode.status === 'closed') {
        throw new Problem('episode-closed', 'This episode is closed; its facts stay as they were.');
      }
      const { expectedVersion, ...change } = body;
      const today = dateInZone(ctx.now(), episode.timeZone);
      const birthDate = await loadBirthDate(tx, ctx, episode.patientId);
      const wrong = pastDateProblem('The onset', change.onsetOn, { birthDate, today });
      if (wrong !== undefined) throw invalidField('onsetOn', wrong);
      const payerSince = firstOfMedicare(episode, change.payerProfile, today);
      if (!(await updateEpisode(tx, ctx, episodeId, { ...change, payerSince }, expectedVersion))) {
        throw new Problem('stale-version', 'Somebody else has changed this episode since you opened it.', {
          current: await loadChartEpisode(tx, ctx, episodeId),
        });
      }
      const { patientId } = episode;
      await audit.record(tx, ctx, {
        did: 'episode.changed',
        patientId,
        episodeId,
        detail: changedFrom(episode, change),
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['patient', 'episode', 'board'], patientId, episodeId });
      return loadChartEpisode(tx, ctx, episodeId);
    },
    { episodeId },
  );
}

/**
 * The first day on which Medicare's rules hold for an episode, once the payer has changed: kept for good, so that the days for which care
 * goes on after a correction are given once (rules.md CERT-7), however often the payer is corrected.
 */
function firstOfMedicare(
  { payerSince, payerProfile, openedOn }: LoadedEpisode,
  corrected: PayerProfile,
  today: PlainDate,
): PlainDate | null {
  if (payerSince !== null || payerProfile === corrected) return payerSince;
  return payerProfile === 'medicare_part_b' ? openedOn : today;
}

const CODED = ['bodyRegion', 'side', 'onsetOn', 'payerProfile'] as const;

/** What was changed, old and new: codes and dates as they are, the words of the concern only by name. */
function changedFrom(
  before: Record<(typeof CODED)[number] | 'concern', string | null>,
  after: Record<(typeof CODED)[number] | 'concern', string | null>,
): Record<string, string | readonly string[]> {
  const coded = CODED.filter((field) => before[field] !== after[field]).map((field) => [
    field,
    `${before[field] ?? 'none'} -> ${after[field] ?? 'none'}`,
  ]);
  return {
    ...Object.fromEntries(coded),
    ...(before.concern === after.concern ? {} : { concern: 'changed' }),
  };
}
