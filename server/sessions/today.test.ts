import { describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aSignedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

describe('today', () => {
  test('a signed visit keeps its version and number when the course of care is closed on the same day', async () => {
    const own = await aClinic();
    const episode = await aTreatedEpisode(own);
    const sessionId = await aSignedSession(own, episode, 0);
    await own.rows(`update prescription set in_force = false, ended_on = $2 where episode_id = $1`, [
      episode.episodeId,
      own.today(),
    ]);
    await own.rows(
      `update episode set status = 'closed', closed_on = $2, close_reason = 'Goals met' where id = $1`,
      [episode.episodeId, own.today()],
    );

    const { body } = await own.as('therapist').call(sessionsApi.today);

    expect(body.sessions.find((one) => one.sessionId === sessionId)).toMatchObject({
      visitNumber: 1,
      prescription: { versionNumber: 1 },
      episodeStatus: 'closed',
    });
  });

  test('lists my visits in order with what is due, and what earlier days left open', async () => {
    const own = await aClinic();
    const episode = await aTreatedEpisode(own);
    for (const daysAgo of [12, 11, 10, 9, 8, 7, 6, 5, 4]) await aSignedSession(own, episode, daysAgo);
    const forgotten = await aPlannedSession(own, episode, { date: own.day(-2) });
    const late = await aPlannedSession(own, episode, { time: '15:00' });
    const early = await aPlannedSession(own, episode, { time: '08:00' });
    await aPlannedSession(own, episode, { date: own.day(1) });

    const { body } = await own.as('therapist').call(sessionsApi.today);

    expect(body.date).toBe(own.today());
    expect(body.sessions.map(({ sessionId }) => sessionId)).toEqual([early.sessionId, late.sessionId]);
    expect(body.leftOver.map(({ sessionId, leftOver }) => [sessionId, leftOver])).toEqual([
      [forgotten.sessionId, 'no-outcome'],
    ]);
    expect(body.sessions[0]).toMatchObject({
      visitNumber: 10,
      progressReport: { treatmentDaysSinceReport: 9, status: 'DUE_SOON' },
      prescription: { versionNumber: 1, visitsPrescribed: 18, acknowledged: false },
    });
    const other = await own.as('physiatrist').call(sessionsApi.today);
    expect(other.body.sessions).toEqual([]);
    const team = await own.as('physiatrist').call(sessionsApi.today, { query: { whose: 'team' } });
    expect(team.body.sessions).toHaveLength(2);
    const plannable = await own.as('therapist').call(sessionsApi.plannable);
    expect(plannable.body.episodes).toMatchObject([
      {
        visitsUsed: 9,
        visitsPrescribed: 18,
        nextOn: own.today(),
        therapists: [{ staffMemberId: own.staff.therapist.id }],
      },
    ]);
  });
});
