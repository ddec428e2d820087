import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode, signing } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const therapist = () => clinic.as('therapist');

const at = (session: { sessionId: string; version: number }, episode: { episodeId: string }) => ({
  params: { episodeId: episode.episodeId, sessionId: session.sessionId } as never,
  expectedVersion: session.version,
});

describe('attendance', () => {
  test('a missed visit needs a reason, can be taken back, and counts as a visit not kept', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);

    const bare = await therapist().call(sessionsApi.miss, { params, body: { reason: ' ', expectedVersion } });
    expect(bare).toBeProblem('invalid-input');
    const missed = await therapist().call(sessionsApi.miss, {
      params,
      body: { reason: 'No call', expectedVersion },
    });
    expect(missed.body).toMatchObject({ status: 'missed', missReason: 'No call' });

    const list = await therapist().call(sessionsApi.list, { params: { episodeId: episode.episodeId } });
    expect(list.body.attendance).toEqual({ attended: 0, booked: 1 });
    const reopened = await therapist().call(sessionsApi.reopen, {
      params,
      body: { expectedVersion: missed.body.version },
    });
    expect(reopened.body).toMatchObject({ status: 'planned', missReason: null });
  });

  test('a visit cancelled by the clinic does not count against the patient, one cancelled by the patient does', async () => {
    const episode = await aTreatedEpisode(clinic);
    const cancel = async (by: 'clinic' | 'patient', daysAhead: number) => {
      const session = await aPlannedSession(clinic, episode, { date: clinic.day(daysAhead) });
      const { params, expectedVersion } = at(session, episode);
      return therapist().call(sessionsApi.cancel, { params, body: { by, reason: 'Ill', expectedVersion } });
    };
    await cancel('clinic', 1);
    await cancel('patient', 2);

    const list = await therapist().call(sessionsApi.list, { params: { episodeId: episode.episodeId } });

    expect(list.body.attendance).toEqual({ attended: 0, booked: 1 });
  });

  test('a stale change is refused with the session as it is; a signed one no longer changes', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params } = at(session, episode);
    const stale = await therapist().call(sessionsApi.cancel, {
      params,
      body: { by: 'patient', reason: 'Ill', expectedVersion: 7 },
    });
    expect(stale).toBeProblem('stale-version');
    expect(stale.problem?.current).toMatchObject({ version: 1, status: 'planned' });

    await signing(clinic, episode, session);
    const late = await therapist().call(sessionsApi.reopen, { params, body: { expectedVersion: 2 } });
    expect(late).toBeProblem('already-signed');
  });

  test('moving a planned visit keeps it one visit', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);
    const moved = await therapist().call(sessionsApi.move, {
      params,
      body: {
        date: clinic.day(4),
        time: '16:00',
        durationMinutes: 30,
        therapistId: clinic.staff.therapist.id,
        expectedVersion,
      },
    });

    expect(moved.body).toMatchObject({
      sessionId: session.sessionId,
      sessionDate: clinic.day(4),
      version: 2,
    });
  });

  test('an administrator may not, and outsiders find nothing', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { params, expectedVersion } = at(session, episode);
    const input = { params, body: { by: 'clinic' as const, reason: 'Ill', expectedVersion } };

    expect(await clinic.as('administrator').call(sessionsApi.cancel, input)).toBeProblem('forbidden');
    expect(await clinic.as('outsider').call(sessionsApi.cancel, input)).toBeProblem('not-found');
    expect(await clinic.as('second-therapist').call(sessionsApi.cancel, input)).toBeProblem('not-found');
  });
});
