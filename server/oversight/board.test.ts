import { describe, expect, test } from 'vitest';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { BETTER, boardOf, WORSE } from '#tests/support/oversight-factory.ts';
import { rebuildBoard, recheckDueEpisodes } from './recheck-episodes.ts';

describe('the board', () => {
  test('puts a worsening episode above one on track, each with its reason and numbers', async () => {
    const clinic = await aClinic();
    const working = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const worsening = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });

    const { body } = await boardOf(clinic);

    expect(body.rows.map((row) => [row.episodeId, row.state])).toEqual([
      [worsening.episodeId, 'worsening'],
      [working.episodeId, 'working'],
    ]);
    expect(body.rows[0]?.reason).toContain('ODI worse than baseline, confirmed');
    expect(body.rows[0]?.measures[0]).toMatchObject({
      improvement: -12,
      thresholdDetect: 10,
      points: [38, 49, 50],
    });
    expect(body.counts).toEqual({ decision: 1, watch: 0, track: 1, closed: 0 });
  });

  test('shows nothing to an outsider, and nothing to somebody no longer on the team from the next request on', async () => {
    const clinic = await aClinic();
    await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    expect((await boardOf(clinic, 'outsider')).body.rows).toEqual([]);
    expect((await boardOf(clinic, 'therapist')).body.rows).toHaveLength(1);

    await clinic.rows(
      `update care_team_member set valid_to = now() where organization_id = $1 and staff_member_id = $2`,
      [clinic.organizationId, clinic.staff.therapist.id],
    );

    expect((await boardOf(clinic, 'therapist')).body.rows).toEqual([]);
  });

  test('pages by key without losing or repeating an episode, in every order', async () => {
    const clinic = await aClinic();
    const names = ['Zimmer', 'Adler', 'Öz', 'Brandt', 'Costa'];
    for (const familyName of names)
      await aJudgedEpisode(clinic, { odi: BETTER, days: 15, patient: { familyName, givenName: 'Sam' } });

    for (const sort of ['worst', 'waiting', 'name'] as const) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await boardOf(clinic, 'physiatrist', {
          sort,
          limit: 2,
          ...(cursor === '' ? {} : { cursor }),
        });
        seen.push(...body.rows.map((row) => row.patientName));
        cursor = body.nextCursor;
      }
      expect(new Set(seen).size).toBe(names.length);
      expect(seen).toHaveLength(names.length);
    }
  });

  test('narrows by lane, state, therapist and diagnosis; a page marker that is not ours is refused', async () => {
    const clinic = await aClinic();
    await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    await aJudgedEpisode(clinic, { odi: BETTER, days: 30, team: ['physiatrist', 'second-therapist'] });

    expect((await boardOf(clinic, 'physiatrist', { lane: 'decision' })).body.rows).toHaveLength(1);
    expect((await boardOf(clinic, 'physiatrist', { state: 'working' })).body.rows).toHaveLength(1);
    expect(
      (await boardOf(clinic, 'physiatrist', { therapistId: clinic.staff['second-therapist'].id })).body.rows,
    ).toHaveLength(1);
    expect((await boardOf(clinic, 'physiatrist', { diagnosis: 'no such thing' })).body.rows).toEqual([]);
    expect(await boardOf(clinic, 'physiatrist', { cursor: 'nonsense' })).toBeProblem('invalid-input');
  });

  test('counts in each lane what the other filters leave, whichever lane is open', async () => {
    const clinic = await aClinic();
    await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    await aJudgedEpisode(clinic, { odi: BETTER, days: 30, team: ['physiatrist', 'second-therapist'] });
    const counts = async (query: object) => (await boardOf(clinic, 'physiatrist', query)).body.counts;
    const therapistId = clinic.staff['second-therapist'].id;

    expect(await counts({ lane: 'decision' })).toEqual({ decision: 1, watch: 0, track: 1, closed: 0 });
    expect(await counts({ therapistId })).toEqual({ decision: 0, watch: 0, track: 1, closed: 0 });
    expect(await counts({ therapistId, lane: 'decision' })).toMatchObject({ decision: 0, track: 1 });
    expect(await counts({ state: 'worsening', sort: 'name' })).toMatchObject({ decision: 1, track: 0 });
    expect(await counts({ diagnosis: 'zzzz' })).toEqual({ decision: 0, watch: 0, track: 0, closed: 0 });
  });
});

describe('derived state', () => {
  test('thrown away and rebuilt, the board says the same', async () => {
    const clinic = await aClinic();
    await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const entries = () =>
      clinic.rows(
        `select to_jsonb(b) - 'updated_at' - 'verdict_id' as entry from board_entry b where organization_id = $1 order by episode_id`,
        [clinic.organizationId],
      );
    const before = await entries();

    await rebuildBoard(clinic.db, clinic.clock.now);

    expect(await entries()).toEqual(before);
  });

  test('an unchanged judgement is not stored twice; time that changes it stores a new one with its own thresholds', async () => {
    const clinic = await aClinic();
    const { episodeId, refresh } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const verdicts = () =>
      clinic.rows<{ verdict: string }>(
        `select verdict from verdict where episode_id = $1 order by computed_at`,
        [episodeId],
      );
    await refresh();
    expect(await verdicts()).toHaveLength(1);

    clinic.clock.advanceDays(50);
    await recheckDueEpisodes(clinic.db, clinic.clock.now);

    expect((await verdicts()).at(-1)).toEqual({ verdict: 'CANNOT_JUDGE' });
    expect((await boardOf(clinic)).body.rows[0]?.state).not.toBe('working');
  });
});
