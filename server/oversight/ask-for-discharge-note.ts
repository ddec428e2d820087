import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { rulePackOn } from '#shared/compliance/rule-packs.ts';
import { asksForDischargeNote } from '#shared/compliance/standing.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { openTask } from '#server/tasks/index.ts';
import type { LoadedEpisode } from './facts-repository.ts';

/** A discharge after treatment wants its note (rules.md 7.3.8): work of the named therapist until it is signed. */
export async function askForDischargeNote(
  tx: Tx,
  ctx: Context,
  { episodeId, patientId, timeZone, therapistId, facts }: LoadedEpisode & { episodeId: string },
): Promise<void> {
  const today = dateInZone(ctx.now(), timeZone);
  const pack = rulePackOn(facts.payerProfile, today);
  if (!asksForDischargeNote(pack, documentationOf(facts.clinicValues))) return;
  // A visit that is under way is still signed.
  if (!facts.sessions.some(({ status }) => status === 'completed' || status === 'arrived')) return;
  await openTask(tx, ctx, {
    kind: 'discharge-note',
    title: 'Write the discharge note',
    ...(therapistId === null ? { ownerRole: 'physical-therapist' } : { ownerId: therapistId }),
    patientId,
    episodeId,
    dueOn: today,
    dedupeKey: `discharge-note:${episodeId}`,
  });
}
