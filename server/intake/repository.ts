import type { IntakeAnswers } from '#shared/intake/answers.ts';
import { RequestStatus, type AddedInformation, type RequestForm } from '#shared/intake/model.ts';
import { TriageRoute, type TriageAnswer, type TriageInput } from '#shared/intake/triage.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { CareRequestId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What is kept of the answers: as given, and as triage read them, so that the answer can be worked out again. */
export interface StoredAnswers {
  given: IntakeAnswers;
  triageInput: TriageInput;
  added: AddedInformation[];
}

export interface NewRequest {
  clinicId: string;
  reference: string;
  submissionKey: string;
  /** Of everything that was sent, so that the same key with other words is known. */
  digest: string;
  form: RequestForm;
  triageVersion: string;
  triageInput: TriageInput;
  triageAnswer: TriageAnswer;
}

const blankToNull = (text: string): string | null => (text === '' ? null : text);

/**
 * Stores a request; one with the same submission key is left as it is. Answers whether it was new. Nothing is read back: the
 * public may write a request but see none.
 */
export async function insertRequest(tx: Tx, ctx: Context<Actor>, request: NewRequest): Promise<boolean> {
  const { form, triageAnswer, triageInput } = request;
  const { submitter, submitterName, submitterContact, birthDate, answers, ...person } = form;
  const stored: StoredAnswers = { given: answers, triageInput, added: [] };
  const { count } = await tx.careRequest.createMany({
    data: [
      {
        ...person,
        organizationId: ctx.actor.organizationId,
        clinicId: request.clinicId,
        reference: request.reference,
        submissionKey: request.submissionKey,
        submissionDigest: request.digest,
        submittedVia: ctx.actor.kind === 'staff' ? 'staff' : 'public',
        submitterRelation: submitter,
        submitterName: blankToNull(submitterName),
        submitterContact: blankToNull(submitterContact),
        birthDate: toDateColumn(birthDate),
        answers: toJsonColumn(stored),
        triageVersion: request.triageVersion,
        triageRoute: triageAnswer.route,
        triageRule: triageAnswer.rule,
        triageNear: toJsonColumn({ why: triageAnswer.why, near: triageAnswer.near }),
        createdById: ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
        createdAt: ctx.now(),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The digest of what a submission key was first used for; the public may ask for this and for nothing else of a request. */
export async function loadDigest(tx: Tx, ctx: Context<Actor>, submissionKey: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ digest: string | null }[]>`
    select tandem.submission_digest(${ctx.actor.organizationId}::uuid, ${submissionKey}::uuid) as digest`;
  return row?.digest ?? null;
}

/** The request that a submission key made. */
export async function loadRequestId(tx: Tx, ctx: Context, submissionKey: string): Promise<CareRequestId> {
  const found = await tx.careRequest.findUnique({
    where: {
      organizationId_submissionKey: { organizationId: ctx.actor.organizationId, submissionKey },
    },
    select: { id: true },
  });
  if (!found) throw new Problem('not-found');
  return CareRequestId.parse(found.id);
}

/** The request, locked until the transaction ends: two decisions at once wait for each other. */
export async function loadRequestForUpdate(tx: Tx, ctx: Context, careRequestId: string) {
  const { organizationId } = ctx.actor;
  await tx.$queryRaw`
    select id from care_request
     where organization_id = ${organizationId}::uuid and id = ${careRequestId}::uuid for update`;
  const row = await tx.careRequest.findUnique({
    where: { organizationId_id: { organizationId, id: careRequestId } },
    include: { clinic: { select: { timeZone: true } } },
  });
  if (!row) throw new Problem('not-found');
  return {
    ...row,
    careRequestId: CareRequestId.parse(row.id),
    status: RequestStatus.parse(row.status),
    triageRoute: TriageRoute.parse(row.triageRoute),
    overriddenRoute: TriageRoute.nullable().parse(row.overriddenRoute),
  };
}

export type LoadedRequest = Awaited<ReturnType<typeof loadRequestForUpdate>>;

/** What a step of handling may store. */
export interface RequestChange {
  status?: RequestStatus;
  ownerId?: string;
  overriddenRoute?: TriageRoute;
  overrideReason?: string;
  informationAsked?: string;
  declineReason?: string;
  patientId?: string;
  episodeId?: string;
  decidedById?: string;
  decidedAt?: Date;
  answers?: StoredAnswers;
}

/** Stores a step on top of the version the caller saw; answers whether it was still that version. */
export async function updateRequest(
  tx: Tx,
  ctx: Context,
  careRequestId: string,
  { answers, ...change }: RequestChange,
  expectedVersion: number,
): Promise<boolean> {
  const { count } = await tx.careRequest.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: careRequestId, version: expectedVersion },
    data: {
      ...change,
      ...(answers === undefined ? {} : { answers: toJsonColumn(answers) }),
      version: { increment: 1 },
    },
  });
  return count === 1;
}
