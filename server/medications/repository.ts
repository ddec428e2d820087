import type { MedicationRecord } from '#shared/medications/check-medication.ts';
import type { AnsweredFinding, MedicationChange, NewMedication } from '#shared/medications/model.ts';
import { recogniseDrug } from '#shared/medications/recognise.ts';
import { MedicationOrderId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { fromDateColumn, toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What a new drug is compared with: active allergies and active medications. */
export async function loadMedicationRecord(
  tx: Tx,
  ctx: Context,
  patientId: string,
): Promise<MedicationRecord> {
  const where = { organizationId: ctx.actor.organizationId, patientId, status: 'active' };
  const allergies = await tx.allergy.findMany({
    where,
    select: { id: true, substance: true, reaction: true },
    orderBy: { id: 'asc' },
  });
  const medications = await tx.medicationOrder.findMany({
    where,
    select: { id: true, name: true, ingredients: true },
    orderBy: { id: 'asc' },
  });
  return {
    allergies: allergies.map(({ id, ...allergy }) => ({ allergyId: id, ...allergy })),
    medications: medications.map(({ id, ...medication }) => ({ medicationOrderId: id, ...medication })),
  };
}

const regimenColumns = ({ dose, route, frequency, stopOn, taper }: Omit<MedicationChange, 'why'>) => ({
  dose,
  route,
  frequency,
  stopOn: stopOn === null ? null : toDateColumn(stopOn),
  taper: taper === '' ? null : taper,
});

export async function insertOrderedMedication(
  tx: Tx,
  ctx: Context,
  patientId: string,
  order: NewMedication,
  answered: readonly AnsweredFinding[],
): Promise<MedicationOrderId> {
  const { id } = await tx.medicationOrder.create({
    data: {
      organizationId: ctx.actor.organizationId,
      patientId,
      name: order.name,
      ingredients: [...recogniseDrug(order.name).ingredients],
      ...regimenColumns(order),
      reason: order.reason,
      startedOn: toDateColumn(order.startsOn),
      answered: toJsonColumn(answered),
      source: 'ordered',
      recordedById: ctx.actor.staffMemberId,
      recordedAt: ctx.now(),
    },
    select: { id: true },
  });
  return MedicationOrderId.parse(id);
}

export interface LoadedMedication {
  name: string;
  dose: string | null;
  route: string | null;
  frequency: string | null;
  stopOn: string | null;
  taper: string | null;
  startedOn: string | null;
  status: string;
  version: number;
}

export async function loadMedication(
  tx: Tx,
  ctx: Context,
  on: { patientId: string; medicationOrderId: string },
): Promise<LoadedMedication> {
  const row = await tx.medicationOrder.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: on.medicationOrderId, patientId: on.patientId },
    select: {
      name: true,
      dose: true,
      route: true,
      frequency: true,
      stopOn: true,
      taper: true,
      startedOn: true,
      status: true,
      version: true,
    },
  });
  if (!row) throw new Problem('not-found');
  const day = (date: Date | null) => (date === null ? null : fromDateColumn(date));
  return { ...row, stopOn: day(row.stopOn), startedOn: day(row.startedOn) };
}

type Update =
  { kind: 'changed'; change: MedicationChange } | { kind: 'stopped'; stoppedOn: string; why: string };

/** Changes or stops a medication on top of the version the caller saw. A changed one is the physiatrist's order from then on. */
export async function updateMedication(
  tx: Tx,
  ctx: Context,
  medicationOrderId: string,
  update: Update,
  expectedVersion: number,
): Promise<boolean> {
  const data =
    update.kind === 'changed'
      ? { ...regimenColumns(update.change), source: 'ordered' }
      : {
          status: 'stopped',
          statusReason: update.why,
          statusChangedById: ctx.actor.staffMemberId,
          stoppedOn: toDateColumn(update.stoppedOn),
        };
  const { count } = await tx.medicationOrder.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: medicationOrderId, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}
