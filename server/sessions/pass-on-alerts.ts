import type { SystemActor } from '#shared/platform/actor.ts';
import { EpisodeId, OrganizationId, PatientId } from '#shared/platform/ids.ts';
import { dateInZone } from '#shared/platform/time.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import {
  coverEndsAt,
  mustPassOn,
  mustTelephone,
  type PassedOnBasis,
  passOnTo,
} from '#shared/sessions/escalation.ts';
import * as audit from '#server/audit/index.ts';
import { assignMember } from '#server/care-teams/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Database } from '#server/platform/db/database.ts';
import { backgroundContext } from '#server/platform/http/bind-endpoint.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';
import {
  findUnansweredAlerts,
  getAlertFacts,
  getPlaceOnTeam,
  insertEscalation,
  type AlertFacts,
  type AlertRef,
} from './escalation-repository.ts';

/** Passes on every alert that has waited too long by `now`, or has somebody telephone; answers how many. Safe to repeat and to interrupt. */
export async function passOnAlerts(db: Database, now: () => Date): Promise<number> {
  let passedOn = 0;
  const failures: unknown[] = [];
  for (const alert of await findUnansweredAlerts(db)) {
    try {
      if (await passOnIfDue(db, now(), alert)) passedOn += 1;
    } catch (failure) {
      // One alert that cannot be passed on must not keep back the others.
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} alerts were not passed on`);
  return passedOn;
}

/** One alert, in a transaction of its own, as the system for that one patient. */
async function passOnIfDue(db: Database, at: Date, ref: AlertRef): Promise<boolean> {
  const actor: SystemActor = {
    kind: 'system',
    organizationId: OrganizationId.parse(ref.organizationId),
    patientId: PatientId.parse(ref.patientId),
  };
  const ctx = backgroundContext(db, actor, 'pass-on-alerts', () => at);
  return inTransaction(ctx, async (tx) => {
    const facts = await getAlertFacts(tx, ctx, ref.safetyHoldId, at);
    if (!facts) return false;
    const { alert, hours, values } = facts;
    if (mustPassOn(alert, hours, values.urgentEscalationMinutes, at)) {
      await passOn(tx, ctx, ref, facts);
      return true;
    }
    if (!mustTelephone(alert, hours, values.telephoneAfterMinutes, at)) return false;
    await askToTelephone(tx, ctx, ref, facts);
    return true;
  });
}

/** Opens the record to whoever answers now, gives them the task, and says so on every screen of the team. */
async function passOn(
  tx: Tx,
  ctx: Context<SystemActor>,
  { patientId, episodeId, safetyHoldId }: AlertRef,
  facts: AlertFacts,
): Promise<void> {
  const place = { patientId, episodeId };
  const passedOnAt = ctx.now();
  const { basis, staffMemberIds } = passOnTo({
    onCall: facts.onCall.map(({ staffMemberId }) => staffMemberId),
    asked: facts.asked,
    ofClinic: facts.ofClinic,
  });
  const row = { ...place, safetyHoldId, basis, passedOnAt };
  for (const staffMemberId of staffMemberIds) {
    const careTeamMemberId = await cover(tx, ctx, patientId, staffMemberId, facts);
    await insertEscalation(tx, ctx, { ...row, staffMemberId, careTeamMemberId });
    await openTask(tx, ctx, {
      ...taskOf(facts, dateInZone(passedOnAt, facts.hours.timeZone)),
      ...place,
      ownerId: staffMemberId,
      subjectId: safetyHoldId,
      dedupeKey: passedOnKey(safetyHoldId, staffMemberId),
    });
  }
  if (basis === 'nobody-else') {
    await insertEscalation(tx, ctx, { ...row, staffMemberId: null, careTeamMemberId: null });
    await askAdministrator(
      tx,
      ctx,
      { patientId, safetyHoldId },
      facts,
      'A message that cannot wait has not been read, and no other physiatrist works at the clinic.',
    );
  }
  await record(tx, ctx, { ...place, safetyHoldId }, { basis, to: staffMemberIds });
}

/** Those it was passed on to have not read it either: from here on it is a telephone call, and a screen alone is not trusted. */
async function askToTelephone(
  tx: Tx,
  ctx: Context<SystemActor>,
  { patientId, episodeId, safetyHoldId }: AlertRef,
  facts: AlertFacts,
): Promise<void> {
  const basis = 'still-unread' as const;
  const place = { patientId, episodeId, safetyHoldId };
  await insertEscalation(tx, ctx, {
    ...place,
    basis,
    passedOnAt: ctx.now(),
    staffMemberId: null,
    careTeamMemberId: null,
  });
  await askAdministrator(
    tx,
    ctx,
    place,
    facts,
    `A message that cannot wait was passed on to ${facts.passedOnTo.join(' and ')} and has not been read.`,
  );
  await record(tx, ctx, place, { basis, to: [] });
}

async function record(
  tx: Tx,
  ctx: Context<SystemActor>,
  { patientId, episodeId, safetyHoldId }: Omit<AlertRef, 'organizationId'>,
  detail: { basis: PassedOnBasis; to: string[] },
): Promise<void> {
  await audit.record(tx, ctx, {
    did: 'safety-hold.passed-on',
    ...{ patientId, episodeId },
    subject: { type: 'safety-hold', id: safetyHoldId },
    detail,
  });
  await announce(tx, ctx, {
    topics: ['board', 'episode', 'today', 'tasks'],
    patientId: PatientId.parse(patientId),
    episodeId: EpisodeId.parse(episodeId),
    roles: ['administrator'],
  });
}

export const passedOnKey = (safetyHoldId: string, staffMemberId: string): string =>
  `hold:${safetyHoldId}:passed-on:${staffMemberId}`;

/** A covering membership with its reason and its end, unless they are on the team already. */
async function cover(
  tx: Tx,
  ctx: Context<SystemActor>,
  patientId: string,
  staffMemberId: string,
  { alert, onCall, values }: AlertFacts,
): Promise<string | null> {
  const now = ctx.now();
  const team = await getPlaceOnTeam(tx, ctx, patientId, staffMemberId, now);
  if (team.isOn) return null;
  const duty = onCall.find((one) => one.staffMemberId === staffMemberId);
  const dutyEndsAt = duty === undefined ? undefined : new Date(duty.endsAt);
  const end = coverEndsAt(now, dutyEndsAt, values.passedOnCoverHours);
  return assignMember(tx, ctx, {
    patientId,
    staffMemberId,
    role: 'physiatrist',
    kind: 'cover',
    validFrom: now,
    validTo: team.nextFrom !== undefined && team.nextFrom < end ? team.nextFrom : end,
    reason: `An ${alert.level} alert was not acknowledged and was passed on`,
  });
}

const taskOf = ({ alert }: AlertFacts, dueOn: string) => ({
  kind: 'safety-hold' as const,
  title: `Passed on to you: ${flagWords(alert.code)}, ${alert.level}, not acknowledged`,
  detail: alert.note,
  dueOn,
});

/** Somebody has to pick up a telephone. The words say nothing of the record. */
const askAdministrator = (
  tx: Tx,
  ctx: Context<SystemActor>,
  { patientId, safetyHoldId }: { patientId: string; safetyHoldId: string },
  { hours, onCall, clinicPhone }: AlertFacts,
  why: string,
): Promise<void> =>
  openTask(tx, ctx, {
    kind: 'telephone',
    title: 'Call this patient’s physiatrist by telephone now',
    detail: `${why} ${whomToCall(onCall, clinicPhone)} Write down here, by marking it as done, that somebody has answered.`,
    ownerRole: 'administrator',
    patientId,
    subjectId: safetyHoldId,
    dueOn: dateInZone(ctx.now(), hours.timeZone),
    dedupeKey: telephoneKey(safetyHoldId),
  });

export const telephoneKey = (safetyHoldId: string): string => `hold:${safetyHoldId}:telephone`;

function whomToCall(onCall: AlertFacts['onCall'], clinicPhone: string | null): string {
  const [first] = onCall;
  if (first === undefined)
    return 'Nobody is on call: call the physiatrists of the clinic one after the other.';
  const number = first.phone ?? clinicPhone;
  return `On call: ${first.name}${number === null ? ', no number is recorded' : `, ${number}`}; then every other physiatrist of the clinic.`;
}
