import type { NewInr } from '#shared/medications/inr-reading.ts';
import type { NewOrder } from '#shared/orders/model.ts';
import { OrderFacts } from '#shared/orders/known-answers.ts';
import { EarlierReport, Urgency } from '#shared/orders/model.ts';
import type { StoredSafetyAnswer } from '#shared/orders/safety-answers.ts';
import { DiagnosticOrderId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { markOf } from '#server/corrections/index.ts';
import { fromDateColumn, toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { ORDER_FACTS_SQL } from './facts-sql.ts';

/** Which episode it belongs to, and the decision that asked for it, if one did. */
export interface OrderPlace {
  patientId: string;
  episodeId: string;
  decisionId?: string | undefined;
}

/** The columns that say where a row belongs. */
export const about = (ctx: Context, { patientId, episodeId, decisionId }: OrderPlace) => ({
  organizationId: ctx.actor.organizationId,
  patientId,
  episodeId,
  decisionId: decisionId ?? null,
  createdAt: ctx.now(),
});

export async function insertOrder(
  tx: Tx,
  ctx: Context,
  place: OrderPlace,
  { kind, bodyRegion, side, indication, urgency }: NewOrder,
  safety: readonly StoredSafetyAnswer[],
  orderedOn: string,
): Promise<DiagnosticOrderId> {
  const { id } = await tx.diagnosticOrder.create({
    data: {
      ...about(ctx, place),
      kind,
      bodyRegion,
      side,
      indication,
      urgency,
      safety: toJsonColumn(safety),
      orderedById: ctx.actor.staffMemberId,
      orderedOn: toDateColumn(orderedOn),
    },
    select: { id: true },
  });
  return DiagnosticOrderId.parse(id);
}

export interface LoadedOrder {
  patientId: string;
  kind: string;
  bodyRegion: string;
  urgency: Urgency;
  status: string;
  orderedById: string;
  orderedOn: string;
  resultOn: string | null;
  reportText: string | null;
  inr: NewInr | null;
  ownReading: string | null;
  earlierReports: readonly EarlierReport[];
  isMarked: boolean;
  version: number;
}

interface OnOrder {
  episodeId: string;
  diagnosticOrderId: string;
}

export async function loadOrder(tx: Tx, ctx: Context, on: OnOrder): Promise<LoadedOrder> {
  const row = await tx.diagnosticOrder.findFirst({
    where: { organizationId: ctx.actor.organizationId, id: on.diagnosticOrderId, episodeId: on.episodeId },
    select: {
      patientId: true,
      kind: true,
      bodyRegion: true,
      urgency: true,
      status: true,
      orderedById: true,
      orderedOn: true,
      resultOn: true,
      reportText: true,
      ownReading: true,
      earlierReports: true,
      enteredInErrorAt: true,
      version: true,
      inrReadings: { where: { enteredInErrorAt: null }, select: { value: true, testedOn: true } },
    },
  });
  if (!row) throw new Problem('not-found');
  const { enteredInErrorAt, inrReadings, ...order } = row;
  const [inr] = inrReadings;
  return {
    ...order,
    inr: inr === undefined ? null : { value: inr.value, testedOn: fromDateColumn(inr.testedOn) },
    isMarked: enteredInErrorAt !== null,
    urgency: Urgency.parse(row.urgency),
    orderedOn: fromDateColumn(row.orderedOn),
    resultOn: row.resultOn === null ? null : fromDateColumn(row.resultOn),
    earlierReports: EarlierReport.array().parse(row.earlierReports),
  };
}

type OrderChange =
  | {
      status: 'resulted';
      resultOn: string;
      reportText: string;
      resultFlag: string | null;
      earlierReports: readonly EarlierReport[];
    }
  | { status: 'scheduled'; scheduledOn: string; scheduledAt: string | null }
  | { status: 'acknowledged'; ownReading: string }
  | { status: 'cancelled'; cancelReason: string };

const orderColumns = (ctx: Context, change: OrderChange) => {
  switch (change.status) {
    case 'resulted':
      return {
        ...change,
        resultOn: toDateColumn(change.resultOn),
        earlierReports: toJsonColumn(change.earlierReports),
        resultEnteredById: ctx.actor.staffMemberId,
        resultEnteredAt: ctx.now(),
        // A new report has been read by nobody.
        ownReading: null,
        acknowledgedById: null,
        acknowledgedAt: null,
      };
    case 'scheduled':
      return { ...change, scheduledOn: toDateColumn(change.scheduledOn) };
    case 'acknowledged':
      return { ...change, acknowledgedById: ctx.actor.staffMemberId, acknowledgedAt: ctx.now() };
    case 'cancelled':
      return { ...change, cancelledById: ctx.actor.staffMemberId, cancelledAt: ctx.now() };
    default:
      return change satisfies never;
  }
};

/** Moves an order on, on top of the version the caller saw. */
export async function updateOrder(
  tx: Tx,
  ctx: Context,
  diagnosticOrderId: string,
  change: OrderChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.diagnosticOrder.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: diagnosticOrderId, version: expectedVersion },
    data: { ...orderColumns(ctx, change), version: { increment: 1 } },
  });
  return count === 1;
}

/** Strikes an order out: it is cancelled with everything that waits for it, and says why. */
export async function markOrder(
  tx: Tx,
  ctx: Context,
  diagnosticOrderId: string,
  reason: string,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.diagnosticOrder.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: diagnosticOrderId, version: expectedVersion },
    data: { ...markOf(ctx, reason), status: 'cancelled', version: { increment: 1 } },
  });
  return count === 1;
}

/** What the chart knows that matters before a test; invisible is not found. */
export async function loadOrderFacts(tx: Tx, episodeId: string): Promise<OrderFacts> {
  const [row] = await tx.$queryRawUnsafe<{ facts: unknown }[]>(ORDER_FACTS_SQL, episodeId);
  if (!row) throw new Problem('not-found');
  return OrderFacts.parse(row.facts);
}
