import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const cauda = { code: 'RF-CES', level: 'emergency', note: 'Numb saddle since this morning' } as const;

const raise = (
  episodeId: string,
  body: {
    code: string;
    level: 'emergency' | 'urgent' | 'prompt';
    note: string;
    wells?: ('calf' | 'wholeLeg' | 'alternative')[];
  },
) => clinic.as('therapist').call(sessionsApi.raiseRedFlag, { params: { episodeId }, body });

describe('a red flag', () => {
  test('of emergency closes the gate, marks the board and becomes the physiatrist’s task', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);

    const raised = await raise(episode.episodeId, cauda);

    expect(raised.body.safetyHoldId).not.toBeNull();
    const blocked = await signing(clinic, episode, session);
    expect(blocked).toBeProblem('gate-closed');
    expect(blocked.problem?.current).toMatchObject({ refusals: [{ code: 'SAFETY_HOLD' }] });
    const [entry] = await clinic.rows('select state, verdict_code from board_entry where episode_id = $1', [
      episode.episodeId,
    ]);
    expect(entry).toEqual({ state: 'safety-hold', verdict_code: 'SAFETY_HOLD' });
    const tasks = await clinic.rows(
      `select owner_id, due_on::text, title from task where subject_id = $1 and kind = 'safety-hold' and status = 'open'`,
      [raised.body.safetyHoldId],
    );
    expect(tasks).toEqual([
      {
        owner_id: clinic.staff.physiatrist.id,
        due_on: clinic.today(),
        title: 'Safety hold, emergency: possible cauda equina syndrome',
      },
    ]);
  });

  test('reaches the physiatrists of the patient at once, wherever they are, and nobody else', async () => {
    const episode = await aTreatedEpisode(clinic);
    const { safetyHoldId } = (await raise(episode.episodeId, cauda)).body;
    const alertsOf = async (person: 'physiatrist' | 'second-physiatrist') =>
      (await clinic.as(person).call(sessionsApi.openHolds, {})).body.holds.filter(
        (hold) => hold.safetyHoldId === safetyHoldId,
      );

    expect(await alertsOf('physiatrist')).toMatchObject([
      { code: 'RF-CES', level: 'emergency', acknowledged: false, episodeId: episode.episodeId },
    ]);
    expect(await alertsOf('second-physiatrist')).toEqual([]);
  });

  test('raised twice for one finding keeps one hold and one task', async () => {
    const episode = await aTreatedEpisode(clinic);

    const first = await raise(episode.episodeId, cauda);
    const again = await raise(episode.episodeId, cauda);

    expect(again.body.safetyHoldId).toBe(first.body.safetyHoldId);
    const tasks = await clinic.rows(`select 1 from task where episode_id = $1 and kind = 'safety-hold'`, [
      episode.episodeId,
    ]);
    expect(tasks).toHaveLength(1);
  });

  test('of a swollen leg is as serious as its Wells score, and urgent without one', async () => {
    const episode = await aTreatedEpisode(clinic);
    const leg = { code: 'RF-DVT', note: 'Left calf swollen since Friday' } as const;

    expect(await raise(episode.episodeId, { ...leg, level: 'prompt' })).toBeProblem('invalid-input');
    expect(await raise(episode.episodeId, { ...leg, level: 'prompt', wells: ['calf'] })).toBeProblem(
      'invalid-input',
    );
    const low = await raise(episode.episodeId, { ...leg, level: 'prompt', wells: ['calf', 'alternative'] });
    const high = await raise(episode.episodeId, { ...leg, level: 'urgent', wells: ['calf', 'wholeLeg'] });
    expect(high.body.safetyHoldId).not.toBeNull();

    const { body } = await clinic
      .as('physiatrist')
      .call(sessionsApi.holds, { params: { episodeId: episode.episodeId } });
    expect(body.holds).toHaveLength(2);
    expect(body.holds).toContainEqual(
      expect.objectContaining({ code: 'RF-DVT', level: 'urgent', wells: ['wholeLeg', 'calf'] }),
    );
    expect(low.body.safetyHoldId).not.toBe(high.body.safetyHoldId);
  });

  test('of a thrombosis that is unlikely stops the leg, not the patient, until a physiatrist clears it', async () => {
    const episode = await aTreatedEpisode(clinic, {
      prescription: {
        interventions: [
          {
            code: 'walking-treadmill',
            name: 'Walking, treadmill',
            authority: 'free',
            bounds: [],
            rationale: null,
          },
          {
            code: 'scapular-control',
            name: 'Scapular control',
            authority: 'free',
            bounds: [],
            rationale: null,
          },
        ],
      },
    });
    const leg = { code: 'RF-DVT', note: 'Left calf thick', level: 'prompt' } as const;
    const low = await raise(episode.episodeId, { ...leg, wells: ['calf', 'alternative'] });
    expect(low.body.safetyHoldId).not.toBeNull();
    expect(
      await clinic.rows(
        `select kind, due_on::text as due from task where subject_id = $1 and status = 'open'`,
        [low.body.safetyHoldId],
      ),
    ).toEqual([{ kind: 'safety-hold', due: clinic.today() }]);
    const session = await aPlannedSession(clinic, episode);
    const walking = aFilledSheet({
      interventions: [given('walking-treadmill', { minutes: 20 }, 20, '97116')],
    });
    const scapula = aFilledSheet({
      interventions: [given('scapular-control', { sets: 3, repetitions: 10 }, 15, '97110')],
    });

    const refused = await signing(clinic, episode, session, { content: walking });
    expect(refused).toBeProblem('gate-closed');
    expect(refused.problem?.issues).toMatchObject([{ code: 'LIMB_STOPPED' }]);
    expect((await signing(clinic, episode, session, { content: scapula })).status).toBe(200);

    const params = { episodeId: episode.episodeId, safetyHoldId: low.body.safetyHoldId ?? '' };
    const asPhysiatrist = clinic.as('physiatrist');
    await asPhysiatrist.call(sessionsApi.acknowledgeHold, { params, body: { expectedVersion: 1 } });
    const reason = 'Duplex clear of a thrombosis on both sides.';
    await asPhysiatrist.call(sessionsApi.closeHold, { params, body: { reason, expectedVersion: 2 } });
    const next = await aPlannedSession(clinic, episode, { time: '15:00' });
    expect((await signing(clinic, episode, next, { content: walking })).status).toBe(200);
  });

  test('raised by several at the same moment is one hold', async () => {
    const episode = await aTreatedEpisode(clinic);

    const answers = await Promise.all([1, 2, 3, 4].map(() => raise(episode.episodeId, cauda)));

    expect(new Set(answers.map(({ body }) => body.safetyHoldId)).size).toBe(1);
    await expect(
      clinic.rows(
        `insert into safety_hold (organization_id, id, patient_id, episode_id, red_flag_code, level, note, opened_by_id, opened_at)
         select organization_id, gen_random_uuid(), patient_id, episode_id, red_flag_code, level, note, opened_by_id, opened_at
           from safety_hold where episode_id = $1`,
        [episode.episodeId],
      ),
    ).rejects.toThrow(/safety_hold_one_open/);
  });

  test('is closed only by a physiatrist, acknowledged and with a reason; then therapy goes on', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const { safetyHoldId } = (await raise(episode.episodeId, cauda)).body;
    const params = { episodeId: episode.episodeId, safetyHoldId: safetyHoldId as never };

    const tried = await clinic.as('therapist').call(sessionsApi.closeHold, {
      params,
      body: { reason: 'She feels fine today', expectedVersion: 1 },
    });
    expect(tried).toBeProblem('forbidden');
    const close = (reason: string, expectedVersion: number) =>
      clinic.as('physiatrist').call(sessionsApi.closeHold, { params, body: { reason, expectedVersion } });
    expect(await close('MRI clear, bladder empties', 1)).toBeProblem('conflict');
    const read = await clinic
      .as('physiatrist')
      .call(sessionsApi.acknowledgeHold, { params, body: { expectedVersion: 1 } });
    expect(await close('x', 2)).toBeProblem('invalid-input');
    expect(read.body).toMatchObject({
      acknowledged: { by: expect.stringContaining('Staff-physiatrist') as string },
      closed: null,
    });
    const stale = await clinic.as('physiatrist').call(sessionsApi.closeHold, {
      params,
      body: { reason: 'MRI clear, bladder empties', expectedVersion: 1 },
    });
    expect(stale).toBeProblem('stale-version');
    const closed = await clinic.as('physiatrist').call(sessionsApi.closeHold, {
      params,
      body: { reason: 'MRI clear, bladder empties', expectedVersion: 2 },
    });

    expect(closed.body.closed).toMatchObject({ reason: 'MRI clear, bladder empties' });
    expect((await signing(clinic, episode, session)).status).toBe(200);
    const open = await clinic.rows(`select 1 from task where subject_id = $1 and status = 'open'`, [
      safetyHoldId,
    ]);
    expect(open).toEqual([]);
    const again = await clinic.as('physiatrist').call(sessionsApi.closeHold, {
      params,
      body: { reason: 'Once more, it is closed', expectedVersion: 3 },
    });
    expect(again).toBeProblem('conflict');
    const list = await clinic
      .as('therapist')
      .call(sessionsApi.holds, { params: { episodeId: episode.episodeId } });
    expect(list.body.holds).toMatchObject([
      { code: 'RF-CES', closed: { reason: 'MRI clear, bladder empties' } },
    ]);
  });

  test('that is prompt is a task and stops nothing; it may be taken more seriously, never less', async () => {
    const episode = await aTreatedEpisode(clinic);

    expect(
      (await raise(episode.episodeId, { code: 'RF-CRPS', level: 'prompt', note: 'Colour change' })).body,
    ).toEqual({
      safetyHoldId: null,
    });
    expect(await raise(episode.episodeId, { ...cauda, level: 'prompt' })).toBeProblem('invalid-input');
    expect(await raise(episode.episodeId, { ...cauda, code: 'RF-NONE' })).toBeProblem('invalid-input');
    const session = await aPlannedSession(clinic, episode);
    expect((await signing(clinic, episode, session)).status).toBe(200);
    const worse = await raise(episode.episodeId, { code: 'RF-CRPS', level: 'urgent', note: 'Swelling' });
    expect(worse.body.safetyHoldId).not.toBeNull();
  });

  test('raised twice by a double click is one hold', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const key = randomUUID();
    const once = () =>
      clinic.as('therapist').call(sessionsApi.raiseRedFlag, { params: { episodeId }, body: cauda }, { key });

    const [a, b] = await Promise.all([once(), once()]);

    expect(a.body).toEqual(b.body);
    expect(await clinic.rows('select 1 from safety_hold where episode_id = $1', [episodeId])).toHaveLength(1);
  });
});
