import { restOn } from '#shared/orders/therapy-rest.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { addDays, clockInZone, dateInZone, instantInZone, type PlainDate } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canSchedule } from '#shared/sessions/policy.ts';
import { firstFreeTime, minutesOf } from '#shared/sessions/free-time.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { loadEpisode, type LoadedEpisode } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { refusingOverlap } from './change-session.ts';
import { findRestProcedures } from './rest-repository.ts';
import { loadSession } from './repository.ts';
import {
  findTherapistTimes,
  holdTherapistTimes,
  insertSession,
  isTherapistOfPatient,
  type SessionSlot,
} from './visit-repository.ts';

/** Visits are planned at most this far ahead. */
const FURTHEST_DAYS = 365;

export interface WantedSlot {
  date: PlainDate;
  time: string;
  durationMinutes: number;
  therapistId: string;
  asGroup: boolean;
}

/** Plans a visit with a therapist of the patient's team. A day in the past is for writing down what took place. */
export async function planSession(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof sessionsApi.plan>,
): Promise<SessionHead> {
  return inTransaction(
    ctx,
    async (tx) => {
      const episode = await loadEpisode(tx, ctx, episodeId);
      assertAllowed(canSchedule(ctx.actor));
      const slot = await slotOf(tx, ctx, episode, body);
      const { patientId, clinicId } = episode;
      const sessionId = await refusingOverlap(() =>
        insertSession(tx, ctx, { patientId, episodeId, clinicId }, slot),
      );
      const subject = { type: 'session', id: sessionId };
      await audit.record(tx, ctx, { did: 'session.planned', patientId, episodeId, subject });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
      return (await loadSession(tx, ctx, { episodeId, sessionId })).head;
    },
    { episodeId },
  );
}

/** The wanted time as moments, refused when no visit can be then. */
export async function slotOf(
  tx: Tx,
  ctx: Context,
  episode: LoadedEpisode,
  wanted: WantedSlot,
  except?: string,
): Promise<SessionSlot> {
  if (episode.status === 'closed') {
    throw new Problem('episode-closed', 'The episode is closed. Open a new one to plan sessions.');
  }
  const today = dateInZone(ctx.now(), episode.timeZone);
  if (wanted.date < episode.openedOn) {
    throw invalidField('date', 'The episode was not open yet on that day.');
  }
  if (wanted.date > addDays(today, FURTHEST_DAYS)) {
    throw invalidField('date', 'Plan at most one year ahead.');
  }
  await refuseRest(tx, ctx, episode, wanted.date);
  const scheduledAt = instantInZone(wanted.date, wanted.time, episode.timeZone);
  const endsAt = new Date(scheduledAt.getTime() + wanted.durationMinutes * 60_000);
  if (!(await isTherapistOfPatient(tx, ctx, episode.patientId, wanted.therapistId, scheduledAt))) {
    throw invalidField(
      'therapistId',
      'Choose a therapist of this patient’s care team. An administrator adds members to the team.',
    );
  }
  if (!wanted.asGroup) await refuseDoubleBooking(tx, episode, wanted, { scheduledAt, endsAt, except });
  return { therapistId: wanted.therapistId, sessionDate: wanted.date, scheduledAt, endsAt };
}

/**
 * One therapist, one patient at a time (trust.md 1.3), whoever the other patient is. Planning for a therapist waits for others who
 * plan for the same one; the refusal names the taken time and the next free one.
 */
async function refuseDoubleBooking(
  tx: Tx,
  { timeZone }: LoadedEpisode,
  wanted: WantedSlot,
  slot: { scheduledAt: Date; endsAt: Date; except: string | undefined },
): Promise<void> {
  const day = instantInZone(wanted.date, '00:00', timeZone);
  await holdTherapistTimes(tx, wanted.therapistId);
  const taken = await findTherapistTimes(tx, wanted.therapistId, day, slot.except);
  const clash = taken.find(({ startsAt, endsAt }) => startsAt < slot.endsAt && endsAt > slot.scheduledAt);
  if (clash === undefined) return;
  const clock = (at: Date) => clockInZone(at, timeZone);
  const booked = taken.map(({ startsAt, endsAt }) => ({
    from: minutesOf(clock(startsAt)),
    to: minutesOf(clock(endsAt)),
  }));
  const free = firstFreeTime(booked, wanted.durationMinutes, minutesOf(wanted.time));
  const message =
    `The therapist has a session from ${clock(clash.startsAt)} to ${clock(clash.endsAt)} already. ` +
    (free === undefined ? 'No time is free later that day: choose another day.' : `Next free: ${free}.`);
  throw new Problem('time-taken', message, { issues: [{ path: 'time', code: 'therapist-taken', message }] });
}

/** A day inside the rest after a procedure is refused at once, with the first day again: the gate would refuse it then. */
async function refuseRest(tx: Tx, ctx: Context, { episodeId }: LoadedEpisode, day: PlainDate): Promise<void> {
  const rest = restOn(await findRestProcedures(tx, ctx, episodeId, day), day);
  if (rest === undefined) return;
  const message = rest.sentences.join(' ');
  throw new Problem('invalid-input', message, {
    issues: [{ path: 'date', code: 'PROCEDURE_REST', message }],
    current: { firstDay: rest.firstDay },
  });
}
