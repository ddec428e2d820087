import { teamRoleLabel } from '#shared/care-teams/model.ts';
import type { intakeApi } from '#shared/intake/contract.ts';
import { likenessOf } from '#shared/intake/likeness.ts';
import { firstProviderRole } from '#shared/intake/model.ts';
import { redFlagQuestion } from '#shared/intake/red-flags.ts';
import { therapyFirstProblem, type RunningEpisode } from '#shared/intake/running-episode.ts';
import { ROUTE_LABEL, visitDueOn, type TriageRoute } from '#shared/intake/triage.ts';
import { birthDateProblem } from '#shared/patients/identity.ts';
import { pastDateProblem } from '#shared/platform/date-order.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import type { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { assignMember, isOnTeam } from '#server/care-teams/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import {
  loadBirthDate,
  loadEpisode,
  loadRecordNumber,
  openEpisode,
  registerPatient,
} from '#server/patients/index.ts';
import { asSystemFor } from '#server/platform/db/as-system.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openRedFlag } from '#server/sessions/index.ts';
import { openTask } from '#server/tasks/index.ts';
import { assertDecidable, assertEmergencyTold, storeChange, storedAnswers } from './handle-request.ts';
import { findPossiblePatients } from './queries.ts';
import { loadRequestForUpdate, type LoadedRequest } from './repository.ts';
import { findRunningEpisodes } from './running-episodes.ts';

type Accept = Input<typeof intakeApi.accept>['body'];

/** Accepts a request: matches or registers the patient, opens the episode, assigns who sees them first. All or nothing. */
export async function acceptRequest(
  ctx: Context,
  { params, body }: Input<typeof intakeApi.accept>,
): Promise<Output<typeof intakeApi.accept>> {
  const twin = await findTwin(ctx, body);
  const running = await findChosen(ctx, body);
  return inTransaction(ctx, async (tx) => {
    const request = await loadRequestForUpdate(tx, ctx, params.careRequestId);
    assertDecidable(ctx, request, body.expectedVersion);
    const today = dateInZone(ctx.now(), request.clinic.timeZone);
    assertAcceptable(request, body, today);
    assertCourse(request, body, running);
    await assertOnset(tx, ctx, body, today);
    if (twin) throw twin;
    const { patientId, mrn } = await settlePatient(tx, ctx, body);
    const episodeId = await settleEpisode(tx, ctx, body, { patientId, today });
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
    await askForFirstVisit(tx, ctx, {
      patientId,
      episodeId,
      request,
      isRunning: running !== undefined,
      arrivedOn: dateInZone(request.createdAt, request.clinic.timeZone),
      team: body.team,
    });
    await raiseToldFlags(tx, ctx, request, { patientId, episodeId });
    await refreshEpisode(tx, ctx, episodeId);
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
  assertEmergencyTold(request, body);
  if (body.patient.kind === 'new') {
    const born = birthDateProblem(body.patient.identity.birthDate, today);
    if (born !== undefined) throw invalidField('patient.identity.birthDate', born);
  }
  const needed = firstProviderRole(routeOf(request));
  if (!body.team.some(({ role }) => role === needed)) {
    throw invalidField(
      'team',
      `${ROUTE_LABEL[routeOf(request)]}: put a ${teamRoleLabel(needed).toLowerCase()} on the team.`,
    );
  }
}

const NOT_OPEN = 'This episode is not open for this patient. Choose again.';

/** The open episode that the request is led to; it is this patient's, or it is not there. */
async function findChosen(ctx: Context, { patient, runningEpisodeId }: Accept) {
  if (runningEpisodeId === null || patient.kind === 'new') return undefined;
  const episodes = await findRunningEpisodes(ctx, patient.patientId);
  const chosen = episodes.find(({ episodeId }) => episodeId === runningEpisodeId);
  if (chosen === undefined) {
    throw invalidField('runningEpisodeId', NOT_OPEN);
  }
  return chosen;
}

/** Therapy first only where the record bears out what rule T4 was told (rules.md 7.1 and 7.2). */
function assertCourse(request: LoadedRequest, { runningEpisodeId }: Accept, running?: RunningEpisode): void {
  const problem = therapyFirstProblem(routeOf(request), running, request);
  if (problem === undefined) return;
  throw invalidField(
    runningEpisodeId === null ? 'episode' : 'runningEpisodeId',
    `${problem} Change the first provider to the physiatrist.`,
  );
}

/** The problem began after the patient was born and not in the future, whoever the patient turns out to be. */
async function assertOnset(tx: Tx, ctx: Context, { patient, episode }: Accept, today: PlainDate) {
  if (episode === null) return;
  const birthDate =
    patient.kind === 'new' ? patient.identity.birthDate : await loadBirthDate(tx, ctx, patient.patientId);
  const wrong = pastDateProblem('The onset', episode.onsetOn, { birthDate, today });
  if (wrong !== undefined) throw invalidField('episode.onsetOn', wrong);
}

/**
 * The danger signs told at intake follow the patient into the episode: an emergency or urgent one opens a safety hold, every one
 * becomes the physiatrist's task with its name and words (rules.md section 5). The administrator reports; a physiatrist closes.
 */
async function raiseToldFlags(
  tx: Tx,
  ctx: Context,
  request: LoadedRequest,
  place: { patientId: PatientId; episodeId: EpisodeId },
): Promise<void> {
  const told = storedAnswers(request).given.redFlags.map(redFlagQuestion);
  if (told.length === 0) return;
  const { clinicValues } = await asSystemFor(tx, ctx, place.patientId, () =>
    loadEpisode(tx, ctx, place.episodeId),
  );
  for (const { code, level, words } of told) {
    const note = `Told in the request ${request.reference}: ${words}`;
    await asSystemFor(tx, ctx, place.patientId, () =>
      openRedFlag(tx, ctx, { ...place, clinicValues }, { code, level, note, isOutside: true }),
    );
  }
}

async function settlePatient(tx: Tx, ctx: Context, { patient, episode }: Accept) {
  if (patient.kind === 'existing') {
    return { patientId: patient.patientId, mrn: await loadRecordNumber(tx, ctx, patient.patientId) };
  }
  if (episode === null) throw invalidField('episode', 'Somebody new has no open episode.');
  return registerPatient(tx, ctx, { ...patient.identity, clinicId: episode.clinicId });
}

/** The episode that is chosen, or a new one. */
async function settleEpisode(
  tx: Tx,
  ctx: Context,
  { episode, runningEpisodeId }: Accept,
  { patientId, today }: { patientId: PatientId; today: PlainDate },
): Promise<EpisodeId> {
  if (runningEpisodeId !== null) {
    await asSystemFor(tx, ctx, patientId, () => assertStillOpen(tx, ctx, runningEpisodeId));
    return runningEpisodeId;
  }
  if (episode === null) throw invalidField('episode', 'Open an episode, or choose one that is open.');
  const { episodeId } = await openEpisode(tx, ctx, { ...episode, patientId, openedOn: today });
  return episodeId;
}

/** The chart is taken for writing by now: nobody closes the episode any more before the request stands in it. */
async function assertStillOpen(tx: Tx, ctx: Context, episodeId: EpisodeId): Promise<void> {
  const { status } = await loadEpisode(tx, ctx, episodeId);
  if (status !== 'open') throw invalidField('runningEpisodeId', NOT_OPEN);
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
  request: LoadedRequest;
  /** The request was led to an episode that was open already. */
  isRunning: boolean;
  arrivedOn: PlainDate;
  team: Accept['team'];
}

const MOST_DETAIL = 300;

/** The first provider gets the visit as a task with the route's date: clinical work, so it is not the administrator's to see. */
async function askForFirstVisit(tx: Tx, ctx: Context, visit: FirstVisit): Promise<void> {
  const route = routeOf(visit.request);
  const role = firstProviderRole(route);
  const owner = visit.team.find((member) => member.role === role);
  const work = visit.isRunning
    ? { kind: 'other' as const, title: 'Asks for care again', detail: askedWords(visit.request) }
    : {
        kind: 'evaluation' as const,
        title: role === 'physiatrist' ? 'First visit: consult' : 'First visit: therapy evaluation',
        detail: ROUTE_LABEL[route],
      };
  const about = visit.isRunning ? visit.request.careRequestId : visit.episodeId;
  await asSystemFor(tx, ctx, visit.patientId, (system) =>
    openTask(tx, system, {
      ...work,
      ownerId: owner?.staffMemberId,
      patientId: visit.patientId,
      episodeId: visit.episodeId,
      subjectId: about,
      dueOn: visitDueOn(route, visit.arrivedOn) ?? undefined,
      dedupeKey: visit.isRunning ? `asks-again:${about}` : `first-visit:${about}`,
    }),
  );
}

/** The request's own words: "Physical therapist, next free slot. Knee pain: worse on stairs". */
const askedWords = (request: LoadedRequest): string =>
  `${ROUTE_LABEL[routeOf(request)]}. ${[request.concern, request.narrative].filter(Boolean).join(': ')}`.slice(
    0,
    MOST_DETAIL,
  );

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
      episode: body.runningEpisodeId === null ? 'new' : 'running',
      emergencyConfirmed: body.emergencyConfirmed,
    },
  });
  await announce(tx, ctx, {
    topics: ['intake', 'teams', 'board', 'today', 'patient'],
    ...made,
    roles: ['administrator'],
  });
}
