import type { complianceApi } from '#shared/compliance/contract.ts';
import { canWriteDischargeNote } from '#shared/compliance/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { DischargeNoteId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { assertGoalsJudged } from '#server/sessions/index.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { dischargeBasis } from './discharge-basis.ts';
import { insertDischargeNote, loadDischargeFacts } from './repository.ts';

/** Writes and signs the note that closes the record of an episode; its measures are those of the record. */
export async function signDischargeNote(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof complianceApi.signDischargeNote>,
): Promise<Output<typeof complianceApi.signDischargeNote>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const today = await episodeToday(tx, ctx, episodeId);
      const { patientId, facts, progress } = await loadDischargeFacts(tx, episodeId, today);
      const { status, payerProfile, firstTreatmentOn, dischargeNoteOn } = facts;
      if (dischargeNoteOn !== null)
        throw new Problem('already-signed', 'The discharge note is signed already.');
      const state = { status, treated: firstTreatmentOn !== null, noteSigned: false };
      const permission = canWriteDischargeNote(ctx.actor, state);
      if (!permission.allowed && ['open', 'not-treated'].includes(permission.reason))
        throw new Problem('conflict', permission.sentence);
      assertAllowed(permission);
      const { goals: stood, ...basis } = dischargeBasis(facts, progress, today);
      const goals = assertGoalsJudged(stood, body.goals, { payerProfile, on: today });
      const dischargedOn = facts.closedOn ?? today;
      const note = { ...body, ...basis, goals, patientId, episodeId, writtenOn: today, dischargedOn };
      const id = await insertDischargeNote(tx, ctx, note);
      await closeTasks(tx, ctx, { dedupeKey: `discharge-note:${episodeId}`, patientId });
      const subject = { type: 'discharge-note', id };
      await audit.record(tx, ctx, { did: 'discharge-note.signed', patientId, episodeId, subject });
      await announce(tx, ctx, { topics: ['episode', 'patient', 'today'], patientId, episodeId });
      return { dischargeNoteId: DischargeNoteId.parse(id), writtenOn: today };
    },
    { episodeId },
  );
}
