import type { intakeApi } from '#shared/intake/contract.ts';
import { AddedInformation, type RequestStatus } from '#shared/intake/model.ts';
import { canDecide, needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import { ROUTE_LABEL } from '#shared/intake/triage.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  loadRequestForUpdate,
  updateRequest,
  type LoadedRequest,
  type RequestChange,
  type StoredAnswers,
} from './repository.ts';

/** Becomes the owner; from a colleague too, because requests must not wait for somebody who is away. */
export const takeRequest = (ctx: Context, { params, body }: Input<typeof intakeApi.take>) =>
  handle(ctx, params.careRequestId, body.expectedVersion, 'care-request.taken', (request) => ({
    ownerId: ctx.actor.staffMemberId,
    status: request.status === 'new' ? 'in-review' : request.status,
  }));

/** Chooses another route than triage suggests; the suggestion stays beside it. */
export const overrideRoute = (ctx: Context, { params, body }: Input<typeof intakeApi.override>) =>
  handle(ctx, params.careRequestId, body.expectedVersion, 'care-request.route-overridden', (request) => {
    if ((request.overriddenRoute ?? request.triageRoute) === body.route) {
      throw invalidField(
        'route',
        `The request already goes there: ${ROUTE_LABEL[body.route]}. Choose another.`,
      );
    }
    return { overriddenRoute: body.route, overrideReason: body.reason, ...owned(ctx, request) };
  });

/** Notes what has to be asked; the request waits for the answer. */
export const askMore = (ctx: Context, { params, body }: Input<typeof intakeApi.askMore>) =>
  handle(ctx, params.careRequestId, body.expectedVersion, 'care-request.information-asked', (request) => ({
    ...owned(ctx, request),
    informationAsked: body.question,
    status: 'needs-information',
  }));

/** Writes down what was answered. Triage keeps to the first answers; a new danger sign is an override. */
export const addInformation = (ctx: Context, { params, body }: Input<typeof intakeApi.addInformation>) =>
  handle(ctx, params.careRequestId, body.expectedVersion, 'care-request.information-added', (request) => {
    const answers = storedAnswers(request);
    const entry = AddedInformation.parse({
      at: ctx.now().toISOString(),
      byId: ctx.actor.staffMemberId,
      text: body.text,
    });
    return {
      ...owned(ctx, request),
      answers: { ...answers, added: [...answers.added, entry] },
      status: 'in-review',
    };
  });

/** Declines with a reason; the request stays readable. */
export const declineRequest = (ctx: Context, { params, body }: Input<typeof intakeApi.decline>) =>
  handle(ctx, params.careRequestId, body.expectedVersion, 'care-request.declined', (request) => {
    assertEmergencyTold(request, body);
    return {
      status: 'declined',
      declineReason: body.reason,
      decidedById: ctx.actor.staffMemberId,
      decidedAt: ctx.now(),
    };
  });

/** An emergency is never decided, one way or the other, without a word that the patient was told (rules.md section 5). */
export function assertEmergencyTold(
  request: LoadedRequest,
  { emergencyConfirmed }: { emergencyConfirmed: boolean },
): void {
  if (!needsEmergencyConfirmation(request) || emergencyConfirmed) return;
  throw invalidField(
    'emergencyConfirmed',
    'The answers name an emergency. Confirm that the patient was told to call emergency services.',
  );
}

/** Whoever does something with a request that nobody owns becomes its owner. */
const owned = (ctx: Context, request: LoadedRequest) => ({
  ownerId: request.ownerId ?? ctx.actor.staffMemberId,
  status: request.status === 'new' ? ('in-review' as const) : request.status,
});

/** The answers as they were stored, with what was added later. */
export function storedAnswers({ answers }: LoadedRequest): StoredAnswers {
  // Written by `insertRequest` and by `addInformation`, in this shape and in no other.
  return answers as unknown as StoredAnswers;
}

async function handle(
  ctx: Context,
  careRequestId: string,
  expectedVersion: number,
  did: string,
  step: (request: LoadedRequest) => RequestChange,
): Promise<{ status: RequestStatus; version: number }> {
  return inTransaction(ctx, async (tx) => {
    const request = await loadRequestForUpdate(tx, ctx, careRequestId);
    assertDecidable(ctx, request, expectedVersion);
    const change = step(request);
    await storeChange(tx, ctx, request, change, expectedVersion);
    await audit.record(tx, ctx, {
      did,
      subject: { type: 'care-request', id: careRequestId },
      detail: { reference: request.reference, route: change.overriddenRoute ?? null },
    });
    await announce(tx, ctx, { topics: ['intake'], roles: ['administrator'] });
    return { status: change.status ?? request.status, version: expectedVersion + 1 };
  });
}

/** Ends the use case when the request is decided already, or has changed since the caller saw it. */
export function assertDecidable(ctx: Context, request: LoadedRequest, expectedVersion: number): void {
  const permission = canDecide(ctx.actor, request);
  const current = { version: request.version, status: request.status };
  if (!permission.allowed) {
    throw new Problem(
      permission.reason === 'already-decided' ? 'already-decided' : 'forbidden',
      permission.sentence,
      {
        current,
      },
    );
  }
  if (request.version === expectedVersion) return;
  throw new Problem(
    'stale-version',
    'Somebody else has handled this request since you opened it. Look again.',
    {
      current,
    },
  );
}

/** Stores a step; the row is locked, so a version that fitted still does. */
export async function storeChange(
  tx: Tx,
  ctx: Context,
  request: LoadedRequest,
  change: RequestChange,
  expectedVersion: number,
): Promise<void> {
  if (await updateRequest(tx, ctx, request.careRequestId, change, expectedVersion)) return;
  throw new Problem('stale-version');
}
