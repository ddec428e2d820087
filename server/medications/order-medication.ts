import { answeredFindings, checkMedication, unanswered } from '#shared/medications/check-medication.ts';
import type { medicationsApi } from '#shared/medications/contract.ts';
import { regimenWords } from '#shared/medications/model.ts';
import { canOrderMedication } from '#shared/medications/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode, recordMedicationEvent, tellOfPrecautions } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { insertOrderedMedication, loadMedicationRecord } from './repository.ts';

/** Orders a medication. An allergy or a duplicate keeps it back until the physiatrist has written why it is given all the same. */
export async function orderMedication(ctx: Context, { params, body }: Input<typeof medicationsApi.order>) {
  const { episodeId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status } = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canOrderMedication(ctx.actor));
      if (status === 'closed') {
        throw new Problem('episode-closed', 'The episode of care is closed. Nothing is added to it.');
      }
      assertCourse(body.startsOn, body.stopOn);
      const findings = checkMedication(body.name, await loadMedicationRecord(tx, ctx, patientId));
      const issues = unanswered(findings, body.answers);
      if (issues.length > 0) throw new Problem('invalid-input', issues[0]?.message, { issues });
      const answered = answeredFindings(findings, body.answers);
      const medicationOrderId = await insertOrderedMedication(tx, ctx, patientId, body, answered);
      await recordMedicationEvent(tx, ctx, {
        patientId,
        medicationOrderId,
        kind: 'started',
        why: body.reason,
        after: regimenWords(body),
      });
      await audit.record(tx, ctx, {
        did: 'medication.ordered',
        patientId,
        episodeId,
        subject: { type: 'medication-order', id: medicationOrderId },
        detail: { answered: answered.length },
      });
      await tellOfPrecautions(tx, ctx, patientId);
      await announce(tx, ctx, { topics: ['patient', 'episode', 'today'], patientId, episodeId });
      return { medicationOrderId };
    },
    { episodeId },
  );
}

/** A course ends on or after the day it begins. */
export function assertCourse(startsOn: string | null, stopOn: string | null): void {
  if (startsOn !== null && stopOn !== null && stopOn < startsOn) {
    throw invalidField('stopOn', 'The last day is before the first. Check both dates.');
  }
}
