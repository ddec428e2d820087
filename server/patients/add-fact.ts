import type { patientsApi } from '#shared/patients/contract.ts';
import { wrongHistoryFields } from '#shared/patients/history-fact.ts';
import { canAddDiagnosis, canAddFact } from '#shared/patients/policy.ts';
import { normalizeForSearch } from '#shared/patients/search-text.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import { pastDateProblem } from '#shared/platform/date-order.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { patientToday } from '#server/platform/db/patient-today.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announceFact } from './announce-fact.ts';
import {
  findActiveNames,
  hasActiveCondition,
  insertAllergy,
  findActiveHistory,
  insertCondition,
  insertHistoryFact,
  insertMedication,
} from './fact-repository.ts';
import { loadBirthDate } from './repository.ts';
import { recordMedicationEvent } from './medication-event-repository.ts';

/** Records a comorbidity or a diagnosis by its code; the same code is not listed twice. */
export async function addCondition(ctx: Context, { params, body }: Input<typeof patientsApi.addCondition>) {
  const { patientId } = params;
  assertAllowed((body.category === 'diagnosis' ? canAddDiagnosis : canAddFact)(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      await assertInLife(tx, ctx, patientId, { path: 'onsetOn', what: 'The onset', date: body.onsetOn });
      if (await hasActiveCondition(tx, ctx, patientId, body)) {
        throw new Problem('conflict', `${body.code} is already on the list of active conditions.`);
      }
      const conditionId = await insertCondition(tx, ctx, patientId, body);
      await record(tx, ctx, patientId, 'condition.added', { type: 'condition', id: conditionId });
      return { conditionId };
    },
    { patientId },
  );
}

/** Records an allergy; the same substance is not listed twice. */
export async function addAllergy(ctx: Context, { params, body }: Input<typeof patientsApi.addAllergy>) {
  const { patientId } = params;
  assertAllowed(canAddFact(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      await assertNotListed(tx, ctx, patientId, 'allergy', body.substance);
      const allergyId = await insertAllergy(tx, ctx, patientId, body);
      await record(tx, ctx, patientId, 'allergy.added', { type: 'allergy', id: allergyId });
      return { allergyId };
    },
    { patientId },
  );
}

/** Writes down what the patient says they take. Ordering a medication is the physiatrist's decision and lives elsewhere. */
export async function addMedication(ctx: Context, { params, body }: Input<typeof patientsApi.addMedication>) {
  const { patientId } = params;
  assertAllowed(canAddFact(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      await assertInLife(tx, ctx, patientId, {
        path: 'startedOn',
        what: 'The first day',
        date: body.startedOn,
      });
      await assertNotListed(tx, ctx, patientId, 'medication', body.name);
      const medicationOrderId = await insertMedication(tx, ctx, patientId, body);
      await recordMedicationEvent(tx, ctx, {
        patientId,
        medicationOrderId,
        kind: 'started',
        why: body.reason,
        after: [body.dose, body.frequency].filter(Boolean).join(', ') || null,
      });
      await record(tx, ctx, patientId, 'medication.added', {
        type: 'medication-order',
        id: medicationOrderId,
      });
      return { medicationOrderId };
    },
    { patientId },
  );
}

/** Records what the patient has had or lives with; the same words with the same date are not listed twice. */
export async function addHistoryFact(
  ctx: Context,
  { params, body }: Input<typeof patientsApi.addHistoryFact>,
) {
  const { patientId } = params;
  assertAllowed(canAddFact(ctx.actor));
  return inTransaction(
    ctx,
    async (tx) => {
      const [wrong] = wrongHistoryFields(body, {
        birthDate: await loadBirthDate(tx, ctx, patientId),
        today: await patientToday(tx, ctx, patientId),
      });
      if (wrong !== undefined) throw invalidField(wrong.path, wrong.message);
      const listed = await findActiveHistory(tx, ctx, patientId, body);
      if (listed.some((title) => normalizeForSearch(title) === normalizeForSearch(body.title))) {
        throw new Problem('conflict', `${body.title} is already on the list with this date.`);
      }
      const historyFactId = await insertHistoryFact(tx, ctx, patientId, body);
      await record(tx, ctx, patientId, 'history-fact.added', { type: 'history-fact', id: historyFactId });
      return { historyFactId };
    },
    { patientId },
  );
}

async function assertInLife(
  tx: Tx,
  ctx: Context,
  patientId: PatientId,
  { path, what, date }: { path: string; what: string; date: string | null },
): Promise<void> {
  if (date === null) return;
  const birthDate = await loadBirthDate(tx, ctx, patientId);
  const today = await patientToday(tx, ctx, patientId);
  const wrong = pastDateProblem(what, date, { birthDate, today });
  if (wrong !== undefined) throw invalidField(path, wrong);
}

async function assertNotListed(
  tx: Tx,
  ctx: Context,
  patientId: PatientId,
  list: 'allergy' | 'medication',
  name: string,
): Promise<void> {
  const listed = await findActiveNames(tx, ctx, patientId, list);
  if (!listed.some((other) => normalizeForSearch(other) === normalizeForSearch(name))) return;
  throw new Problem('conflict', `${name} is already on the list.`);
}

async function record(
  tx: Tx,
  ctx: Context,
  patientId: PatientId,
  did: string,
  subject: { type: string; id: string },
): Promise<void> {
  await audit.record(tx, ctx, { did, patientId, subject });
  await announceFact(tx, ctx, patientId);
}
