import { teamRoleLabel } from '#shared/care-teams/model.ts';
import type { intakeApi } from '#shared/intake/contract.ts';
import { likenessOf } from '#shared/intake/likeness.ts';
import { firstProviderRole } from '#shared/intake/model.ts';
import { needsEmergencyConfirmation } from '#shared/intake/policy.ts';
import { ROUTE_LABEL, ROUTE_TARGET_DAYS, type TriageRoute } from '#shared/intake/triage.ts';
import { birthDateProblem } from '#shared/patients/identity.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import type { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, dateInZone, type PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { assignMember, isOnTeam } from '#server/care-teams/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadRecordNumber, openEpisode, registerPatient } from '#server/patients/index.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';
import { assertDecidable, storeChange } from './handle-request.ts';
import { findPossiblePatients } from './queries.ts';
import { loadRequestForUpdate, type LoadedRequest } from './repository.ts';

type Accept = Input<typeof intakeApi.accept>['body'];

/** Accepts a request: matches or registers the patient, opens the episode, assigns who sees them first. All or nothing. */
export async function acceptRequest(
  ctx: Context,
  { params, body }: Input<typeof intakeApi.accept>,
): Promise<Output<typeof intakeApi.accept>> {
  const twin = await findTwin(ctx, body);
  return inTransaction(ctx, async (tx) => {
    const request = await loadRequestForUpdate(tx, ctx, params.careRequestId);
    assertDecidable(ctx, request, body.expectedVersion);
    const today = dateInZone(ctx.now(), request.clinic.timeZone);
    assertAcceptable(request, body, today);
    if (twin) throw twin;
    const { patientId, mrn } = await settlePatient(tx, ctx, body);
    const { episodeId } = await openEpisode(tx, ctx, { ...body.episode, patientId, openedOn: today });
    await assignTeam(tx, ctx, patientId, body);
    await storeChange(
      tx,
      ctx,
      request,
      {
        status: 'accepted',
        patientId,
        episodeId,
        ownerId: request.ownerId ?? ctx.actor.staffMemberId,
        decidedById: ctx.actor.staffMemberId,
        decidedAt: ctx.now(),
      },
      body.expectedVersion,
    );
    await refreshEpisode(tx, ctx, episodeId);
    await askForFirstVisit(tx, ctx, {
      patientId,
      episodeId,
      route: routeOf(request),
      today,
      team: body.team,
    });
    await record(tx, ctx, request, { patientId, episodeId }, body);
    return { patientId, episodeId, mrn, version: body.expectedVersion + 1 };
  });
}

const routeOf = (request: LoadedRequest): TriageRoute => request.overriddenRoute ?? request.triageRoute;

/** The refusal when a new patient is very probably in the register already and nobody has said otherwise. */
async function findTwin(ctx: Context, { patient, duplicatesReviewed }: Accept): Promise<Problem | undefined> {
  if (patient.kind === 'existing' || duplicatesReviewed) return undefined;
  const candidates = await findPossiblePatients(ctx, patient.identity);
  const twins = candidates.filter((other) => likenessOf(patient.identity, other)?.strength !== 'possible');
  if (twins.length === 0) return undefined;
  return new Problem(
    'conflict',
    'Somebody like this is already in the register. Choose them, or confirm that this is a new person.',
    { current: { possiblePatients: twins } },
  );
}

function assertAcceptable(request: LoadedRequest, body: Accept, today: PlainDate): void {
  if (needsEmergencyConfirmation(request) && !body.emergencyConfirmed) {
    throw invalidField(
      'emergencyConfirmed',
      'The answers name an emergency. Confirm that the patient was told to call emergency services.',
    );
  }
  if (body.patient.kind === 'new') {
    const born = birthDateProblem(body.patient.identity.birthDate, today);
    if (born !== undefined) throw invalidField('patient.identity.birthDate', born);
  }
  if (body.episode.onsetOn !== null && body.episode.onsetOn > today) {
    throw invalidField('episode.onsetOn', 'The onset is in the future. Enter today or an earlier date.');
  }
  const needed = firstProviderRole(routeOf(request));
  if (!body.team.some(({ role }) => role === needed)) {
    throw invalidField(
      'team',
      `${ROUTE_LABEL[routeOf(request)]}: put a ${teamRoleLabel(needed).toLowerCase()} on the team.`,
    );
  }
}

async function settlePatient(tx: Tx, ctx: Context, { patient, episode }: Accept) {
  if (patient.kind === 'existing') {
    return { patientId: patient.patientId, mrn: await loadRecordNumber(tx, ctx, patient.patientId) };
  }
  return registerPatient(tx, ctx, { ...patient.identity, clinicId: episode.clinicId });
}

async function assignTeam(tx: Tx, ctx: Context, patientId: PatientId, { team }: Accept): Promise<void> {
  for (const { staffMemberId, role } of team) {
    const member = { patientId, staffMemberId, role };
    // A patient who was here before may have them on the team already.
    if (await isOnTeam(tx, ctx, member, ctx.now())) continue;
    await assignMember(tx, ctx, { ...member, kind: 'member', validFrom: ctx.now() });
  }
}

interface FirstVisit {
  patientId: PatientId;
  episodeId: EpisodeId;
  route: TriageRoute;
  today: PlainDate;
  team: Accept['team'];
}

/** The first provider gets the visit as a task with the route's date: clinical work, so it is not the administrator's to see. */
async function askForFirstVisit(tx: Tx, ctx: Context, visit: FirstVisit): Promise<void> {
  const role = firstProviderRole(visit.route);
  const owner = visit.team.find((member) => member.role === role);
  const days = ROUTE_TARGET_DAYS[visit.route];
  await asSystemFor(tx, ctx, visit.patientId, (system) =>
    openTask(tx, system, {
      kind: 'evaluation',
      title: role === 'physiatrist' ? 'First visit: consult' : 'First visit: therapy evaluation',
      detail: ROUTE_LABEL[visit.route],
      ownerId: owner?.staffMemberId,
      patientId: visit.patientId,
      episodeId: visit.episodeId,
      subjectId: visit.episodeId,
      dueOn: days === null ? undefined : addDays(visit.today, days),
      dedupeKey: `first-visit:${visit.episodeId}`,
    }),
  );
}

async function record(
  tx: Tx,
  ctx: Context,
  request: LoadedRequest,
  made: { patientId: PatientId; episodeId: EpisodeId },
  body: Accept,
): Promise<void> {
  await audit.record(tx, ctx, {
    did: 'care-request.accepted',
    ...made,
    subject: { type: 'care-request', id: request.careRequestId },
    detail: {
      reference: request.reference,
      route: routeOf(request),
      patient: body.patient.kind,
      emergencyConfirmed: body.emergencyConfirmed,
    },
  });
  await announce(tx, ctx, {
    topics: ['intake', 'teams', 'board', 'today', 'patient'],
    ...made,
    roles: ['administrator'],
  });
}
