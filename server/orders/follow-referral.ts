import { newId } from '#server/platform/db/new-id.ts';
import type { ordersApi } from '#shared/orders/contract.ts';
import { canEnterReport } from '#shared/orders/policy.ts';
import { SERVICES, ServiceCode, teamEndProblem } from '#shared/orders/referral.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, dateInZone, instantInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { findOffered, loadReferral, updateReferral } from './referral-repository.ts';
import { answerTask } from './referral-task.ts';

type OnReferral = Input<typeof ordersApi.answerReferral>['params'];
type Loaded = Awaited<ReturnType<typeof loadReferral>>;
/** Whoever was asked and has not accepted does not see the episode: the answer is dated where they are. */
const ownToday = (ctx: Context) => dateInZone(ctx.now(), ctx.actor.timeZone);
const OPEN: readonly string[] = ['sent', 'accepted'];

/** Enters what became of a referral. */
export const answerReferral = (
  ctx: Context,
  { params, body: { expectedVersion, ...answer } }: Input<typeof ordersApi.answerReferral>,
) =>
  onReferral(ctx, params, `referral.${answer.status}`, async (tx, referral) => {
    if (!OPEN.includes(referral.status)) {
      throw new Problem('conflict', 'This referral has its answer already.');
    }
    assertDay(await episodeToday(tx, ctx, params.episodeId), referral, 'answeredOn', answer.answeredOn);
    await change(tx, ctx, params, referral, answer, expectedVersion);
    await closeTasks(tx, ctx, { dedupeKey: answerTask(params.referralId), patientId: referral.patientId });
    return { version: expectedVersion + 1 };
  });

/** Somebody outside has accepted: clinic staff note who, and until when they belong to the team. */
export const acceptOutside = (
  ctx: Context,
  { params, body: { expectedVersion, ...accepted } }: Input<typeof ordersApi.acceptOutside>,
) =>
  onReferral(ctx, params, 'referral.accepted', async (tx, referral) => {
    if (referral.toStaffId !== null) {
      throw new Problem('conflict', 'It is addressed to a colleague, who accepts or declines it themself.');
    }
    if (referral.status !== 'sent') throw new Problem('conflict', 'It was accepted or answered already.');
    const today = await episodeToday(tx, ctx, params.episodeId);
    assertDay(today, referral, 'acceptedOn', accepted.acceptedOn);
    const refused = teamEndProblem(accepted.teamUntil, today);
    if (refused !== undefined) throw invalidField('teamUntil', refused);
    const service = ServiceCode.safeParse(referral.service).data;
    const teamRole =
      accepted.teamUntil === null ? null : service === undefined ? 'specialist' : SERVICES[service].teamRole;
    await change(tx, ctx, params, referral, { status: 'accepted', ...accepted, teamRole }, expectedVersion);
    return { version: expectedVersion + 1 };
  });

/** The addressed colleague accepts, and is on the team from this moment to the referral's last day. */
export async function acceptReferral(ctx: Context, { params, body }: Input<typeof ordersApi.accept>) {
  return inTransaction(ctx, async (tx) => {
    const offer = await loadOffer(tx, params.referralId, body.expectedVersion);
    const until =
      offer.teamUntil === null
        ? null
        : instantInZone(addDays(offer.teamUntil, 1), '00:00', ctx.actor.timeZone);
    if (until !== null && until <= ctx.now()) {
      throw new Problem('conflict', 'Its last day on the team has passed. Decline it, and ask for another.');
    }
    const [joined] = await tx.$queryRaw<{ patientId: string; episodeId: string; careTeamMemberId: string }[]>`
      select * from tandem.accept_referral(${params.referralId}::uuid, ${body.expectedVersion}::int, ${newId()}::uuid,
                                           ${ownToday(ctx)}::date, ${ctx.now()}::timestamptz, ${until}::timestamptz)`;
    if (!joined) throw stale();
    const { patientId, episodeId, careTeamMemberId } = joined;
    const about = { patientId, episodeId };
    await audit.record(tx, ctx, {
      did: 'referral.accepted',
      ...about,
      subject: { type: 'referral', id: params.referralId },
    });
    await audit.record(tx, ctx, {
      did: 'care-team.member-joined',
      ...about,
      subject: { type: 'care-team-member', id: careTeamMemberId },
    });
    await announce(tx, ctx, {
      topics: ['teams', 'patient', 'episode', 'board', 'today', 'tasks'],
      ...about,
      roles: ['administrator'],
    });
    return { patientId: PatientId.parse(patientId), episodeId: EpisodeId.parse(episodeId) };
  });
}

/** The addressed colleague declines, with the reason; the one who referred is told. */
export async function declineReferral(ctx: Context, { params, body }: Input<typeof ordersApi.decline>) {
  return inTransaction(ctx, async (tx) => {
    await loadOffer(tx, params.referralId, body.expectedVersion);
    const [declined] = await tx.$queryRaw<{ patientId: string; episodeId: string }[]>`
      select * from tandem.decline_referral(${params.referralId}::uuid, ${body.expectedVersion}::int, ${ownToday(ctx)}::date,
                                            ${body.reason})`;
    if (!declined) throw stale();
    await audit.record(tx, ctx, {
      did: 'referral.declined',
      ...declined,
      subject: { type: 'referral', id: params.referralId },
    });
    await announce(tx, ctx, { topics: ['episode', 'tasks'], ...declined });
    return { status: 'declined' as const };
  });
}

async function loadOffer(tx: Tx, referralId: string, expectedVersion: number) {
  const offer = (await findOffered(tx)).find((one) => one.referralId === referralId);
  if (!offer) throw new Problem('not-found');
  if (offer.version !== expectedVersion) throw stale();
  return offer;
}

const stale = () => new Problem('stale-version', 'Somebody else has changed this referral. Look again.');

function onReferral<T>(
  ctx: Context,
  params: OnReferral,
  did: string,
  work: (tx: Tx, referral: Loaded) => Promise<T>,
): Promise<T> {
  const { episodeId, referralId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const referral = await loadReferral(tx, ctx, params);
      assertAllowed(canEnterReport(ctx.actor));
      const answer = await work(tx, referral);
      const { patientId } = referral;
      await audit.record(tx, ctx, {
        did,
        patientId,
        episodeId,
        subject: { type: 'referral', id: referralId },
      });
      // Somebody outside is on the team, or no longer.
      await announce(tx, ctx, {
        topics: ['teams', 'patient', 'episode', 'tasks'],
        patientId,
        episodeId,
        roles: ['administrator'],
      });
      return answer;
    },
    { episodeId },
  );
}

function assertDay(today: string, { sentOn }: Loaded, field: string, on: string): void {
  if (on > today) throw invalidField(field, 'It cannot be in the future. Enter today or an earlier date.');
  if (on < sentOn) throw invalidField(field, `The referral was sent on ${sentOn}: this cannot be older.`);
}

async function change(
  tx: Tx,
  ctx: Context,
  { referralId }: OnReferral,
  current: Loaded,
  to: Parameters<typeof updateReferral>[3],
  expectedVersion: number,
): Promise<void> {
  if (await updateReferral(tx, ctx, referralId, to, expectedVersion)) return;
  throw new Problem('stale-version', 'Somebody else has changed this referral. Look again.', { current });
}
