import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode, signing } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

describe('the day of the session decides', () => {
  test('nothing is signed for a day before the prescription or the consult was signed', async () => {
    const episode = await aTreatedEpisode(clinic, { startsIn: -20 });
    const session = await aPlannedSession(clinic, episode, { date: plainDate(clinic.day(-10)) });
    const signedOn = async (table: string, day: number) => {
      await clinic.rows(`alter table ${table} disable trigger user`);
      await clinic.rows(
        `update ${table} set signed_at = $2::date + interval '16 hours' where episode_id = $1`,
        [episode.episodeId, clinic.day(day)],
      );
      await clinic.rows(`alter table ${table} enable trigger user`);
    };

    await signedOn('prescription', -9);
    expect((await signing(clinic, episode, session)).problem?.issues).toMatchObject([
      { code: 'NO_ACTIVE_PRESCRIPTION' },
    ]);
    await signedOn('prescription', -10);
    await signedOn('evaluation', -9);
    expect((await signing(clinic, episode, session)).problem?.issues).toMatchObject([{ code: 'NO_CONSULT' }]);
    await signedOn('evaluation', -10);
    expect((await signing(clinic, episode, session)).status).toBe(200);
  });

  test('a session held inside a hold that was closed since is refused', async () => {
    const episode = await aTreatedEpisode(clinic);
    const physiatrist = clinic.staff.physiatrist.id;
    await clinic.rows(
      `insert into safety_hold (organization_id, id, patient_id, episode_id, red_flag_code, level, note, opened_by_id, opened_at,
                                acknowledged_at, acknowledged_by_id, closed_at, closed_by_id, close_reason)
       values ($1, $7, $2, $3, 'RF-DVT', 'urgent', 'Swollen', $4, $5, $6, $4, $6, $4, 'Duplex clear')`,
      [
        clinic.organizationId,
        episode.patientId,
        episode.episodeId,
        physiatrist,
        `${clinic.day(-5)}T12:00:00Z`,
        `${clinic.day(-1)}T12:00:00Z`,
        randomUUID(),
      ],
    );
    const inside = await aPlannedSession(clinic, episode, { date: plainDate(clinic.day(-3)) });
    expect((await signing(clinic, episode, inside)).problem?.issues).toMatchObject([{ code: 'SAFETY_HOLD' }]);
    const before = await aPlannedSession(clinic, episode, { date: plainDate(clinic.day(-7)) });
    expect((await signing(clinic, episode, before)).status).toBe(200);
  });

  test('what was under way when a hold was raised can be documented; nothing else begins', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { time: '00:10' });
    const place = { episodeId: episode.episodeId, sessionId: session.sessionId };
    const arrived = await clinic
      .as('therapist')
      .call(sessionsApi.arrive, { params: place, body: { expectedVersion: session.version } });
    clinic.clock.advanceMinutes(20);
    await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
      params: { episodeId: episode.episodeId },
      body: { code: 'RF-CHEST', level: 'emergency', note: 'Chest pain in minute 20' },
    });
    const other = await aPlannedSession(clinic, episode, { time: '23:00' });

    expect(await signing(clinic, episode, other)).toBeProblem('gate-closed');
    const signed = await signing(clinic, episode, { ...session, version: arrived.body.version });
    expect(signed.status).toBe(200);
  });
});
