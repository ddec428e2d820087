import { answerProblems, toTriageInput } from '#shared/intake/answers.ts';
import type { intakeApi } from '#shared/intake/contract.ts';
import type { RequestForm } from '#shared/intake/model.ts';
import { triage, triageOf, TRIAGE_VERSION } from '#shared/intake/triage.ts';
import { birthDateProblem } from '#shared/patients/identity.ts';
import type { Actor, PublicActor } from '#shared/platform/actor.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { findClinics, readClinicValues } from './queries.ts';
import { digestOf, referenceOf } from './reference.ts';
import { insertRequest, loadDigest, loadRequestId } from './repository.ts';

/** Somebody without an account asks for care. */
export async function submitRequest(
  ctx: Omit<Context, 'actor'>,
  { body }: Input<typeof intakeApi.submit>,
): Promise<Output<typeof intakeApi.submit>> {
  const clinic = (await findClinics(ctx.db)).find(({ slug }) => slug === body.clinicSlug);
  if (!clinic) throw invalidField('clinicSlug', 'Choose a clinic from the list.');
  const actor: PublicActor = { kind: 'public', organizationId: OrganizationId.parse(clinic.organizationId) };
  const reference = referenceOf(body.submissionKey);
  const answer = { reference, clinicName: clinic.name, clinicPhone: clinic.phone };
  const prepared = await prepare({ ...ctx, actor }, body.form, clinic);
  const emergency = prepared.triageAnswer.route === 'EMERGENCY';
  // A program that fills every field is thanked and forgotten.
  if (body.website !== '') return { ...answer, emergency };
  const publicCtx: Context<PublicActor> = { ...ctx, actor, idempotency: undefined };
  await inTransaction(publicCtx, (tx) =>
    store(tx, publicCtx, {
      ...prepared,
      clinicId: clinic.clinicId,
      digest: digestOf(clinic.clinicId, body.form),
      reference,
      submissionKey: body.submissionKey,
    }),
  );
  return { ...answer, emergency };
}

/** Staff open a request for somebody who called, wrote or came in. */
export async function createRequest(
  ctx: Context,
  { body }: Input<typeof intakeApi.create>,
): Promise<Output<typeof intakeApi.create>> {
  const clinics = await findClinics(ctx.db);
  const clinic = clinics.find(
    ({ clinicId, organizationId }) =>
      clinicId === body.clinicId && organizationId === ctx.actor.organizationId,
  );
  if (!clinic) throw invalidField('clinicId', 'Choose a clinic from the list.');
  const prepared = await prepare(ctx, body.form, clinic);
  const reference = referenceOf(body.submissionKey);
  return inTransaction(ctx, async (tx) => {
    await store(tx, ctx, {
      ...prepared,
      clinicId: clinic.clinicId,
      digest: digestOf(clinic.clinicId, body.form),
      reference,
      submissionKey: body.submissionKey,
    });
    return {
      careRequestId: await loadRequestId(tx, ctx, body.submissionKey),
      reference,
      emergency: prepared.triageAnswer.route === 'EMERGENCY',
    };
  });
}

/** Checks the dates against the clinic's calendar and asks triage. */
async function prepare(
  ctx: Context<Actor>,
  form: RequestForm,
  { clinicId, timeZone }: { clinicId: string; timeZone: string },
) {
  const today = dateInZone(ctx.now(), timeZone);
  const born = birthDateProblem(form.birthDate, today);
  const issues = [
    ...(born === undefined ? [] : [{ path: 'form.birthDate', code: 'custom', message: born }]),
    ...answerProblems(form.answers, today, born === undefined ? form.birthDate : undefined).map(
      ({ field, message }) => ({ path: `form.answers.${field}`, code: 'custom', message }),
    ),
  ];
  const [first] = issues;
  if (first !== undefined) throw new Problem('invalid-input', first.message, { issues });
  const triageInput = toTriageInput(form.answers, today);
  const triageAnswer = triage(triageInput, triageOf(await readClinicValues(ctx, clinicId)));
  return { form, triageInput, triageAnswer, triageVersion: TRIAGE_VERSION };
}

async function store(
  tx: Tx,
  ctx: Context<Actor>,
  request: Parameters<typeof insertRequest>[2],
): Promise<void> {
  if (!(await insertRequest(tx, ctx, request))) {
    const first = await loadDigest(tx, ctx, request.submissionKey);
    if (first === null || first === request.digest) return;
    throw new Problem(
      'key-reused',
      'This request was sent before with other words. Send it again as a new one; the first is kept.',
    );
  }
  const { route, rule } = request.triageAnswer;
  await audit.record(tx, ctx, {
    did: 'care-request.submitted',
    detail: { reference: request.reference, route, rule },
  });
  await announce(tx, ctx, { topics: ['intake'], roles: ['administrator'] });
}
