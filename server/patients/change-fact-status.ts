import type { patientsApi } from '#shared/patients/contract.ts';
import { isAfter } from '#shared/patients/partial-date.ts';
import { canChangeHistory, canChangeMedication, canChangeStatus } from '#shared/patients/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { fromDateColumn } from '#server/platform/db/columns.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { patientToday } from '#server/platform/db/patient-today.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { recordMedicationEvent } from './medication-event-repository.ts';
import { announceFact } from './announce-fact.ts';
import {
  getAllergy,
  getCondition,
  getHistoryFact,
  getMedication,
  updateAllergyStatus,
  updateConditionStatus,
  updateHistoryFactStatus,
  updateMedicationStatus,
} from './fact-repository.ts';

/** Resolves a condition, takes it up again, or marks it as entered in error with a reason. It stays readable. */
export async function changeConditionStatus(
  ctx: Context,
  { params, body }: Input<typeof patientsApi.changeConditionStatus>,
) {
  const { patientId, conditionId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const before = found(await getCondition(tx, ctx, patientId, conditionId));
      assertAllowed(canChangeStatus(ctx.actor, before, body.status));
      assertChangeable(before.status, body);
      const today = await patientToday(tx, ctx, patientId);
      const endedOn = body.status === 'resolved' ? (body.abatedOn ?? today) : null;
      assertEnd(today, 'abatedOn', endedOn, before.onsetOn);
      const stored = await updateConditionStatus(tx, ctx, patientId, conditionId, { ...body, endedOn });
      assertFresh(stored, before);
      // The board names the episode's diagnosis.
      if (before.episodeId !== null) await refreshEpisode(tx, ctx, before.episodeId);
      return settle(tx, ctx, patientId, { type: 'condition', id: conditionId }, body);
    },
    { patientId },
  );
}

/** The same for an allergy. */
export async function changeAllergyStatus(
  ctx: Context,
  { params, body }: Input<typeof patientsApi.changeAllergyStatus>,
) {
  const { patientId, allergyId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const before = found(await getAllergy(tx, ctx, patientId, allergyId));
      assertAllowed(canChangeStatus(ctx.actor, before, body.status));
      assertChangeable(before.status, body);
      assertFresh(
        await updateAllergyStatus(tx, ctx, patientId, allergyId, { ...body, endedOn: null }),
        before,
      );
      return settle(tx, ctx, patientId, { type: 'allergy', id: allergyId }, body);
    },
    { patientId },
  );
}

/** Notes that a medication was stopped, is taken again, or was entered in error. */
export async function changeMedicationStatus(
  ctx: Context,
  { params, body }: Input<typeof patientsApi.changeMedicationStatus>,
) {
  const { patientId, medicationOrderId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const before = found(await getMedication(tx, ctx, patientId, medicationOrderId));
      assertAllowed(canChangeMedication(ctx.actor, before, body.status));
      assertChangeable(before.status, body);
      const today = await patientToday(tx, ctx, patientId);
      const endedOn = body.status === 'stopped' ? (body.stoppedOn ?? today) : null;
      assertEnd(today, 'stoppedOn', endedOn, before.startedOn);
      const stored = await updateMedicationStatus(tx, ctx, patientId, medicationOrderId, {
        ...body,
        endedOn,
      });
      assertFresh(stored, before);
      await recordMedicationEvent(tx, ctx, {
        patientId,
        medicationOrderId,
        kind: body.status === 'active' ? 'resumed' : body.status,
        why: body.reason,
      });
      return settle(tx, ctx, patientId, { type: 'medication-order', id: medicationOrderId }, body);
    },
    { patientId },
  );
}

/** Notes that a history fact no longer holds, holds again, or was entered in error. */
export async function changeHistoryFactStatus(
  ctx: Context,
  { params, body }: Input<typeof patientsApi.changeHistoryFactStatus>,
) {
  const { patientId, historyFactId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const before = found(await getHistoryFact(tx, ctx, patientId, historyFactId));
      assertAllowed(canChangeHistory(ctx.actor, before, body.status));
      assertChangeable(before.status, body);
      const today = await patientToday(tx, ctx, patientId);
      const endedOn = body.status === 'resolved' ? (body.endedOn ?? today) : null;
      assertEnd(today, 'endedOn', endedOn, null);
      if (endedOn !== null && before.happenedOn !== null && isAfter(before.happenedOn, endedOn)) {
        throw invalidField('endedOn', `This is before it began (${before.happenedOn}). Check both dates.`);
      }
      const stored = await updateHistoryFactStatus(tx, ctx, patientId, historyFactId, { ...body, endedOn });
      assertFresh(stored, before);
      return settle(tx, ctx, patientId, { type: 'history-fact', id: historyFactId }, body);
    },
    { patientId },
  );
}

interface Change {
  status: string;
  reason: string | null;
  expectedVersion: number;
}

function found<Fact>(fact: Fact | null): Fact {
  if (fact === null) throw new Problem('not-found');
  return fact;
}

function assertChangeable(before: string, { status, reason }: Change): void {
  if (before === 'entered-in-error') {
    throw new Problem(
      'conflict',
      'This was marked as entered in error. Add it again if it is true after all.',
    );
  }
  if (status === 'entered-in-error' && reason === null) {
    throw invalidField('reason', 'Say why this was entered in error; it stays readable with your reason.');
  }
}

function assertEnd(today: string, field: string, endedOn: string | null, startedOn: Date | null): void {
  if (endedOn === null) return;
  if (endedOn > today) {
    throw invalidField(field, 'This date is in the future. Enter today or an earlier date.');
  }
  if (startedOn !== null && endedOn < fromDateColumn(startedOn)) {
    throw invalidField(field, `This is before it began (${fromDateColumn(startedOn)}). Check both dates.`);
  }
}

function assertFresh(stored: boolean, before: { version: number; status: string }): void {
  if (stored) return;
  throw new Problem(
    'stale-version',
    `Somebody else has changed this in the meantime: it is now ${before.status}.`,
    {
      current: { version: before.version, status: before.status },
    },
  );
}

async function settle(
  tx: Tx,
  ctx: Context,
  patientId: PatientId,
  subject: { type: string; id: string },
  { status, expectedVersion }: Change,
): Promise<{ version: number }> {
  await audit.record(tx, ctx, {
    did: `${subject.type}.status-changed`,
    patientId,
    subject,
    detail: { status },
  });
  await announceFact(tx, ctx, patientId);
  return { version: expectedVersion + 1 };
}
