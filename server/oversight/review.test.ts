import { describe, expect, test } from 'vitest';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { BETTER, deciding, reviewOf, WORSE } from '#tests/support/oversight-factory.ts';

describe('the review', () => {
  test('names one day of onset with its source: the prescription’s, else the evaluation’s, else the registered one', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: BETTER, days: 30 });
    const onset = async () => (await reviewOf(clinic, episodeId)).body.header.onset;
    await clinic.rows(`update episode set onset_on = $2 where id = $1`, [episodeId, clinic.day(-400)]);
    const registered = await onset();
    await clinic.rows(
      `insert into evaluation (organization_id, id, patient_id, episode_id, author_id, kind, evaluated_on, content, status, signed_at, signed_by_id)
       select organization_id, gen_random_uuid(), patient_id, episode_id, author_id, 'follow-up', $2, $3::jsonb, 'signed', now(), author_id
         from evaluation where episode_id = $1`,
      [episodeId, clinic.day(-10), JSON.stringify({ symptoms: { onsetOn: clinic.day(-90) } })],
    );
    const evaluated = await onset();
    await clinic.rows(
      `insert into prescription (organization_id, id, patient_id, episode_id, version_number, signed_by_id, signed_at, starts_on, ends_on,
         frequency_per_week, duration_weeks, visits_prescribed, re_evaluation_on, opens_phase, in_force, ended_on, content)
       select organization_id, gen_random_uuid(), patient_id, episode_id, 2, signed_by_id, now(), starts_on, ends_on,
              2, 12, 24, re_evaluation_on, false, false, starts_on, content || $2::jsonb
         from prescription where episode_id = $1`,
      [episodeId, JSON.stringify({ onsetOn: clinic.day(-60) })],
    );

    expect(registered).toEqual({ on: clinic.day(-400), from: 'registration', versionNumber: null });
    expect(evaluated).toEqual({ on: clinic.day(-90), from: 'evaluation', versionNumber: null });
    expect(await onset()).toEqual({ on: clinic.day(-60), from: 'prescription', versionNumber: 2 });
  });

  test('shows the verdict with thresholds and citations, the scores and the sessions, and is audited', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });

    const { body } = await reviewOf(clinic, episodeId);

    expect(body.verdict).toMatchObject({
      verdict: 'WORSENING',
      confidence: 'high',
      action: 'PHYSIATRIST_REVIEW_URGENT',
    });
    expect(body.verdict.measures[0]?.thresholds.mdc).toMatchObject({
      value: 10,
      verified: true,
      citation: expect.any(String),
    });
    expect(body.scores).toHaveLength(3);
    expect(body.sessions.length).toBeGreaterThan(5);
    const audited = await clinic.rows(
      `select 1 from audit_event where organization_id = $1 and action = 'episode.reviewed' and episode_id = $2`,
      [clinic.organizationId, episodeId],
    );
    expect(audited).toHaveLength(1);
  });

  test('does not exist for an outsider or a colleague who is not on the team', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });

    for (const person of ['outsider', 'second-physiatrist'] as const) {
      expect(await reviewOf(clinic, episodeId, person)).toBeProblem('not-found');
    }
    expect(await reviewOf(clinic, episodeId, 'administrator')).toBeProblem('forbidden');
  });
});

describe('the work of a review', () => {
  const workOf = (clinic: TestClinic, episodeId: string) =>
    clinic.rows<{ title: string; status: string; owner_id: string | null }>(
      `select title, status, owner_id from task where episode_id = $1 and kind = 'review' order by created_at`,
      [episodeId],
    );

  test('belongs to the named physiatrist, says what stands today, and no drift of the verdict closes it', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    expect(await workOf(clinic, episodeId)).toMatchObject([
      { status: 'open', owner_id: clinic.staff.physiatrist.id, title: expect.stringContaining('ODI worse') },
    ]);

    await clinic.as('therapist').call(outcomesApi.enter, {
      params: { episodeId },
      body: {
        measuredOn: clinic.today(),
        scores: [{ measureCode: 'odi', side: null, value: 30, confirmed: true }],
      },
    });

    const work = await workOf(clinic, episodeId);
    expect(work).toMatchObject([
      { status: 'open', title: expect.stringMatching(/^Asked for a review; now: ODI no detectable change/) },
    ]);
  });

  test('ends with a decision', async () => {
    const clinic = await aClinic();
    const { episodeId, refresh } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    await deciding(clinic, episodeId);
    await refresh();

    expect((await workOf(clinic, episodeId)).map(({ status }) => status)).toEqual(['done']);
  });
});
