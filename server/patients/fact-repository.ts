import { recogniseDrug } from '#shared/medications/recognise.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import type { patientsApi } from '#shared/patients/contract.ts';
import type { StaffActor } from '#shared/platform/actor.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import {
  AllergyId,
  ConditionId,
  HistoryFactId,
  MedicationOrderId,
  type PatientId,
} from '#shared/platform/ids.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

type Ctx = Context<StaffActor>;
type Body<Name extends 'addCondition' | 'addAllergy' | 'addMedication' | 'addHistoryFact'> = Input<
  (typeof patientsApi)[Name]
>['body'];

const dateOrNull = (date: string | null): Date | null => (date === null ? null : toDateColumn(date));

const authored = (ctx: Ctx, patientId: PatientId) => ({
  organizationId: ctx.actor.organizationId,
  patientId,
  recordedById: ctx.actor.staffMemberId,
  recordedAt: ctx.now(),
});

/** Whether the same code on the same side is already active. */
export async function hasActiveCondition(tx: Tx, ctx: Ctx, patientId: PatientId, body: Body<'addCondition'>) {
  const found = await tx.condition.findFirst({
    where: {
      organizationId: ctx.actor.organizationId,
      patientId,
      code: body.code,
      codeSystem: ICD_10_CM,
      category: body.category,
      side: body.side,
      status: 'active',
    },
    select: { id: true },
  });
  return found !== null;
}

export async function insertCondition(tx: Tx, ctx: Ctx, patientId: PatientId, body: Body<'addCondition'>) {
  const { id } = await tx.condition.create({
    data: { ...authored(ctx, patientId), ...body, codeSystem: ICD_10_CM, onsetOn: dateOrNull(body.onsetOn) },
    select: { id: true },
  });
  return ConditionId.parse(id);
}

export async function insertAllergy(tx: Tx, ctx: Ctx, patientId: PatientId, body: Body<'addAllergy'>) {
  const { id } = await tx.allergy.create({
    data: { ...authored(ctx, patientId), ...body },
    select: { id: true },
  });
  return AllergyId.parse(id);
}

export async function insertMedication(tx: Tx, ctx: Ctx, patientId: PatientId, body: Body<'addMedication'>) {
  const { id } = await tx.medicationOrder.create({
    data: {
      ...authored(ctx, patientId),
      ...body,
      ingredients: [...recogniseDrug(body.name).ingredients],
      source: 'reported',
      startedOn: dateOrNull(body.startedOn),
    },
    select: { id: true },
  });
  return MedicationOrderId.parse(id);
}

export async function insertHistoryFact(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  body: Body<'addHistoryFact'>,
  /** Of a correction: what it takes the place of, and how that one stood. */
  stays: { correctsId?: string; status?: string; statusReason?: string | null } = {},
) {
  const { id } = await tx.historyFact.create({
    data: { ...authored(ctx, patientId), ...body, ...stays },
    select: { id: true },
  });
  return HistoryFactId.parse(id);
}

/** What is listed already of the same kind, side and date. */
export async function findActiveHistory(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  { kind, side, happenedOn }: Body<'addHistoryFact'>,
): Promise<string[]> {
  const { organizationId } = ctx.actor;
  const rows = await tx.historyFact.findMany({
    where: { organizationId, patientId, status: 'active', kind, side, happenedOn },
    select: { title: true },
  });
  return rows.map(({ title }) => title);
}

/** Whether the same substance, or the same drug by name, is already on the list. Case and accents do not tell them apart. */
export async function findActiveNames(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  list: 'allergy' | 'medication',
): Promise<string[]> {
  const where = { organizationId: ctx.actor.organizationId, patientId, status: 'active' };
  if (list === 'allergy') {
    return (await tx.allergy.findMany({ where, select: { substance: true } })).map(
      ({ substance }) => substance,
    );
  }
  return (await tx.medicationOrder.findMany({ where, select: { name: true } })).map(({ name }) => name);
}

/** One listed fact, locked against a second change at the same time by its version. */
const place = (ctx: Ctx, patientId: PatientId, id: string) => ({
  organizationId: ctx.actor.organizationId,
  patientId,
  id,
});

export const getCondition = (tx: Tx, ctx: Ctx, patientId: PatientId, id: string) =>
  tx.condition.findFirst({ where: place(ctx, patientId, id) });

export const getAllergy = (tx: Tx, ctx: Ctx, patientId: PatientId, id: string) =>
  tx.allergy.findFirst({ where: place(ctx, patientId, id) });

export const getHistoryFact = (tx: Tx, ctx: Ctx, patientId: PatientId, id: string) =>
  tx.historyFact.findFirst({ where: place(ctx, patientId, id) });

export const getMedication = (tx: Tx, ctx: Ctx, patientId: PatientId, id: string) =>
  tx.medicationOrder.findFirst({ where: place(ctx, patientId, id) });

interface StatusChange {
  status: string;
  reason: string | null;
  /** The day it ended, for what has one. */
  endedOn: string | null;
  expectedVersion: number;
}

const changed = (ctx: Ctx, { status, reason }: StatusChange) => ({
  status,
  statusReason: reason,
  statusChangedById: ctx.actor.staffMemberId,
  version: { increment: 1 },
});

/** What is struck out keeps the day it had. */
const ended = <Column extends 'abatedOn' | 'stoppedOn'>(column: Column, { status, endedOn }: StatusChange) =>
  status === 'entered-in-error' ? {} : { [column]: dateOrNull(endedOn) };

export async function updateConditionStatus(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  id: string,
  to: StatusChange,
) {
  const { count } = await tx.condition.updateMany({
    where: { ...place(ctx, patientId, id), version: to.expectedVersion },
    data: { ...changed(ctx, to), ...ended('abatedOn', to) },
  });
  return count === 1;
}

export async function updateAllergyStatus(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  id: string,
  to: StatusChange,
) {
  const { count } = await tx.allergy.updateMany({
    where: { ...place(ctx, patientId, id), version: to.expectedVersion },
    data: changed(ctx, to),
  });
  return count === 1;
}

export async function updateHistoryFactStatus(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  id: string,
  to: StatusChange,
) {
  const { count } = await tx.historyFact.updateMany({
    where: { ...place(ctx, patientId, id), version: to.expectedVersion },
    data: { ...changed(ctx, to), ...(to.endedOn === null ? {} : { endedOn: to.endedOn }) },
  });
  return count === 1;
}

export async function updateMedicationStatus(
  tx: Tx,
  ctx: Ctx,
  patientId: PatientId,
  id: string,
  to: StatusChange,
) {
  const { count } = await tx.medicationOrder.updateMany({
    where: { ...place(ctx, patientId, id), version: to.expectedVersion },
    data: { ...changed(ctx, to), ...ended('stoppedOn', to) },
  });
  return count === 1;
}
