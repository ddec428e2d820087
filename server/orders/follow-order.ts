import type { NewInr } from '#shared/medications/inr-reading.ts';
import type { ordersApi } from '#shared/orders/contract.ts';
import {
  acknowledgeBy,
  type EarlierReport,
  ORDER_KIND_LABEL,
  OrderKind,
  type ResultFlag,
} from '#shared/orders/model.ts';
import { canAcknowledge, canEnterReport, canOrder } from '#shared/orders/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { dropInrOfOrder, insertInr } from '#server/medications/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks, openTask } from '#server/tasks/index.ts';
import { type LoadedOrder, loadOrder, updateOrder } from './repository.ts';

type OnOrder = Input<typeof ordersApi.cancel>['params'];

const readTask = (diagnosticOrderId: string) => `acknowledge-result:${diagnosticOrderId}`;

/** Enters a report. Until a physiatrist acknowledges it, it is work for the one who ordered the test. */
export async function enterResult(
  ctx: Context,
  { params, body: { resultOn, reportText, flag, inr, expectedVersion } }: Input<typeof ordersApi.enterResult>,
) {
  return onOrder(ctx, params, 'diagnostic-order.resulted', async (tx, order) => {
    assertAllowed(canEnterReport(ctx.actor));
    assertStatus(
      order,
      ['ordered', 'scheduled', 'resulted', 'acknowledged'],
      'This test was cancelled and takes no report.',
    );
    const today = await episodeToday(tx, ctx, params.episodeId);
    assertResultDate(today, order, resultOn);
    assertInr(order, resultOn, inr);
    const earlierReports = withReplaced(ctx, order);
    await change(
      tx,
      ctx,
      params,
      { status: 'resulted', resultOn, reportText, resultFlag: flag, earlierReports },
      expectedVersion,
    );
    await replaceInr(tx, ctx, { ...params, patientId: order.patientId }, inr);
    const kind = ORDER_KIND_LABEL[OrderKind.parse(order.kind)];
    await openTask(tx, ctx, {
      kind: 'acknowledge-result',
      title: `${kind}, ${order.bodyRegion}: ${resultWords(flag, order)}`,
      ownerId: order.orderedById,
      patientId: order.patientId,
      episodeId: params.episodeId,
      subjectId: params.diagnosticOrderId,
      dueOn: acknowledgeBy(order.urgency, today, flag),
      dedupeKey: readTask(params.diagnosticOrderId),
    });
    return { version: expectedVersion + 1 };
  });
}

const resultWords = (flag: ResultFlag | null, { reportText }: LoadedOrder): string =>
  flag === 'critical'
    ? 'result needs action today'
    : reportText === null
      ? 'result to read'
      : 'changed report to read';

/** A report is never overwritten: the one before it stays readable, with the reading it had. */
function withReplaced(ctx: Context, order: LoadedOrder): readonly EarlierReport[] {
  const { resultOn, reportText, inr, ownReading, earlierReports } = order;
  if (resultOn === null || reportText === null) return earlierReports;
  const replaced = { replacedAt: ctx.now().toISOString(), replacedBy: ctx.actor.name };
  return [
    ...earlierReports,
    { resultOn: PlainDate.parse(resultOn), reportText, inr, ownReading, ...replaced },
  ];
}

/** Notes when and where a test is done; the day may still move. */
export async function scheduleOrder(
  ctx: Context,
  { params, body: { scheduledOn, scheduledAt, expectedVersion } }: Input<typeof ordersApi.schedule>,
) {
  return onOrder(ctx, params, 'diagnostic-order.scheduled', async (tx, order) => {
    assertAllowed(canEnterReport(ctx.actor));
    assertStatus(order, ['ordered', 'scheduled'], 'This test has its result already, or was cancelled.');
    if (scheduledOn < order.orderedOn) {
      throw invalidField('scheduledOn', `The test was ordered on ${order.orderedOn}: choose a later day.`);
    }
    await change(tx, ctx, params, { status: 'scheduled', scheduledOn, scheduledAt }, expectedVersion);
    return { version: expectedVersion + 1 };
  });
}

/** Acknowledges a result with the physiatrist's own reading; the work item closes with it. */
export async function acknowledgeResult(
  ctx: Context,
  { params, body: { ownReading, expectedVersion } }: Input<typeof ordersApi.acknowledge>,
) {
  return onOrder(ctx, params, 'diagnostic-order.acknowledged', async (tx, order) => {
    assertAllowed(canAcknowledge(ctx.actor));
    assertStatus(
      order,
      ['resulted'],
      order.status === 'ordered' || order.status === 'scheduled'
        ? 'There is no result yet. Enter the report first.'
        : 'This result has been acknowledged, or the order was cancelled.',
    );
    await change(tx, ctx, params, { status: 'acknowledged', ownReading }, expectedVersion);
    await closeTasks(tx, ctx, {
      dedupeKey: readTask(params.diagnosticOrderId),
      patientId: order.patientId,
    });
    return { version: expectedVersion + 1 };
  });
}

/** Cancels a test that has no result. */
export async function cancelOrder(
  ctx: Context,
  { params, body: { reason, expectedVersion } }: Input<typeof ordersApi.cancel>,
) {
  return onOrder(ctx, params, 'diagnostic-order.cancelled', async (tx, order) => {
    assertAllowed(canOrder(ctx.actor));
    assertStatus(order, ['ordered', 'scheduled'], 'Only a test without a result can be cancelled.');
    await change(tx, ctx, params, { status: 'cancelled', cancelReason: reason }, expectedVersion);
    return { version: expectedVersion + 1 };
  });
}

async function onOrder<T>(
  ctx: Context,
  params: OnOrder,
  did: string,
  work: (tx: Tx, order: LoadedOrder) => Promise<T>,
): Promise<T> {
  const { episodeId, diagnosticOrderId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const order = await loadOrder(tx, ctx, params);
      const answer = await work(tx, order);
      const { patientId } = order;
      await audit.record(tx, ctx, {
        did,
        patientId,
        episodeId,
        subject: { type: 'diagnostic-order', id: diagnosticOrderId },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'board'], patientId, episodeId });
      return answer;
    },
    { episodeId },
  );
}

function assertStatus({ status }: LoadedOrder, allowed: readonly string[], sentence: string): void {
  if (!allowed.includes(status)) throw new Problem('conflict', sentence);
}

function assertResultDate(today: string, { orderedOn }: LoadedOrder, resultOn: string): void {
  if (resultOn > today) {
    throw invalidField('resultOn', 'A result cannot be in the future. Enter today or an earlier date.');
  }
  if (resultOn < orderedOn) {
    throw invalidField('resultOn', `The test was ordered on ${orderedOn}: its result cannot be older.`);
  }
}

/** An INR is a laboratory's, and the blood was drawn by the day of the result. */
function assertInr({ kind }: LoadedOrder, resultOn: string, inr: NewInr | null): void {
  if (inr === null) return;
  if (kind !== 'laboratory') {
    throw invalidField(
      'inr',
      'An INR comes from a laboratory. Enter it with the result of a laboratory test.',
    );
  }
  if (inr.testedOn > resultOn) {
    throw invalidField('inr.testedOn', 'The blood was drawn before its result came. Check both days.');
  }
}

/** What an earlier report said of the INR no longer counts; what this one says does. */
async function replaceInr(
  tx: Tx,
  ctx: Context,
  { patientId, diagnosticOrderId }: { patientId: string; diagnosticOrderId: string },
  inr: NewInr | null,
): Promise<void> {
  await dropInrOfOrder(tx, ctx, diagnosticOrderId, 'The report that said it was replaced.');
  if (inr !== null) await insertInr(tx, ctx, { patientId, diagnosticOrderId }, inr);
}

async function change(
  tx: Tx,
  ctx: Context,
  params: OnOrder,
  to: Parameters<typeof updateOrder>[3],
  expectedVersion: number,
): Promise<void> {
  if (await updateOrder(tx, ctx, params.diagnosticOrderId, to, expectedVersion)) return;
  throw new Problem(
    'stale-version',
    'Somebody else has changed this order since you opened it. Look again.',
    {
      current: await loadOrder(tx, ctx, params),
    },
  );
}
