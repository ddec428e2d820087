import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aTreatedEpisode } from '#tests/support/treated-episode.ts';
import { rebuildBoard, recheckDueEpisodes } from './recheck-episodes.ts';

const WORSE = { 0: 38, 14: 49, 28: 50 };
const BETTER = { 0: 48, 14: 40, 28: 34 };

const boardOf = (clinic: TestClinic, person: Parameters<TestClinic['as']>[0] = 'physiatrist', query = {}) =>
  clinic.as(person).call(oversightApi.board, { query });

const reviewOf = (
  clinic: TestClinic,
  episodeId: never,
  person: Parameters<TestClinic['as']>[0] = 'physiatrist',
) => clinic.as(person).call(oversightApi.review, { params: { episodeId } });

const aDecision = (clinic: TestClinic, verdictId: string | null, part = {}) => ({
  kind: 'continue' as const,
  why: 'First weeks of loading; pain settles within a day.',
  reasons: [],
  expectation: 'ODI at most 40',
  expected: { measureCode: 'odi', side: null, value: 40 },
  reviewOn: clinic.day(21),
  detail: { type: 'none' as const },
  verdictId,
  ...part,
});

describe('the board', () => {
  test('puts a worsening episode above one on track, each with its reason and numbers', async () => {
    const clinic = await aClinic();
    const working = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    const worsening = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });

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
    await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
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
      await aTreatedEpisode(clinic, { odi: BETTER, days: 15, patient: { familyName, givenName: 'Sam' } });

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
    await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    await aTreatedEpisode(clinic, { odi: BETTER, days: 30, team: ['physiatrist', 'second-therapist'] });

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
    await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    await aTreatedEpisode(clinic, { odi: BETTER, days: 30, team: ['physiatrist', 'second-therapist'] });
    const counts = async (query: object) => (await boardOf(clinic, 'physiatrist', query)).body.counts;
    const therapistId = clinic.staff['second-therapist'].id;

    expect(await counts({ lane: 'decision' })).toEqual({ decision: 1, watch: 0, track: 1, closed: 0 });
    expect(await counts({ therapistId })).toEqual({ decision: 0, watch: 0, track: 1, closed: 0 });
    expect(await counts({ therapistId, lane: 'decision' })).toMatchObject({ decision: 0, track: 1 });
    expect(await counts({ state: 'worsening', sort: 'name' })).toMatchObject({ decision: 1, track: 0 });
    expect(await counts({ diagnosis: 'zzzz' })).toEqual({ decision: 0, watch: 0, track: 0, closed: 0 });
  });
});

describe('the review', () => {
  test('names one day of onset with its source: the prescription’s, else the evaluation’s, else the registered one', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    const onset = async () => (await reviewOf(clinic, episodeId as never)).body.header.onset;
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
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });

    const { body } = await reviewOf(clinic, episodeId as never);

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
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });

    for (const person of ['outsider', 'second-physiatrist'] as const) {
      expect(await reviewOf(clinic, episodeId as never, person)).toBeProblem('not-found');
    }
    expect(await reviewOf(clinic, episodeId as never, 'administrator')).toBeProblem('forbidden');
  });
});

describe('a decision', () => {
  test('rests the episode, keeps its expectation, and is judged at its date', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: before } = await reviewOf(clinic, episodeId as never);
    const params = { episodeId: before.episodeId };

    const { status } = await clinic
      .as('physiatrist')
      .call(oversightApi.decide, { params, body: aDecision(clinic, before.verdict.verdictId) });

    expect(status).toBe(200);
    expect((await reviewOf(clinic, episodeId as never)).body.standing.state).toBe('decided');

    clinic.clock.advanceDays(21);
    await recheckDueEpisodes(clinic.db, clinic.clock.now);
    const { body: after } = await reviewOf(clinic, episodeId as never);
    expect(after.decisions[0]).toMatchObject({ outcome: 'not-measured' });
    expect(after.standing.lane).toBe('decision');
  });

  test('is made once however often it is sent', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);
    const key = randomUUID();
    const send = () =>
      clinic
        .as('physiatrist')
        .call(
          oversightApi.decide,
          { params: { episodeId: review.episodeId }, body: aDecision(clinic, review.verdict.verdictId) },
          { key },
        );

    const answers = await Promise.all(Array.from({ length: 12 }, send));

    expect(new Set(answers.map((answer) => answer.body.decisionId)).size).toBe(1);
    expect((await reviewOf(clinic, episodeId as never)).body.decisions).toHaveLength(1);
  });

  test('on a judgement that has changed since is refused, and nothing is stored', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);

    const answer = await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId: review.episodeId },
      body: aDecision(clinic, randomUUID()),
    });

    expect(answer).toBeProblem('stale-version');
    expect((await reviewOf(clinic, episodeId as never)).body.decisions).toEqual([]);
  });

  test.each([
    ['without a reason', { why: '  ' }],
    ['with a review date that is not in the future', { reviewOn: '2020-01-01' }],
    ['expecting a value outside the scale', { expected: { measureCode: 'odi', side: null, value: 140 } }],
    ['that orders without saying what', { kind: 'order' }],
  ])('%s is refused with the field that is wrong', async (_, part) => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);

    const answer = await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId: review.episodeId },
      body: aDecision(clinic, review.verdict.verdictId, part),
    });

    expect(answer).toBeProblem('invalid-input');
  });

  test('belongs to a physiatrist: a therapist and an administrator are refused', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    for (const person of ['therapist', 'administrator'] as const) {
      const answer = await clinic.as(person).call(oversightApi.decide, {
        params: { episodeId },
        body: aDecision(clinic, null),
      });
      expect(answer).toBeProblem('forbidden');
    }
  });

  test('to discharge closes the episode, ends the prescription and takes it off the lanes', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);
    const body = aDecision(clinic, review.verdict.verdictId, {
      kind: 'discharge',
      expected: null,
      detail: { type: 'discharge', closeReason: 'plateau' },
    });

    await clinic
      .as('physiatrist')
      .call(oversightApi.decide, { params: { episodeId: review.episodeId }, body });

    const { body: after } = await reviewOf(clinic, episodeId as never);
    expect(after.episode.status).toBe('closed');
    expect(after.prescriptions.every((version) => !version.inForce)).toBe(true);
    expect((await boardOf(clinic)).body.counts).toMatchObject({ closed: 1, track: 0 });
  });

  test('to discharge is refused while a safety hold is open, and for goals that nobody measured', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    const discharge = async (closeReason: 'goals-met' | 'moved') => {
      const { body: review } = await reviewOf(clinic, episodeId as never);
      return clinic.as('physiatrist').call(oversightApi.decide, {
        params: { episodeId },
        body: aDecision(clinic, review.verdict.verdictId, {
          kind: 'discharge',
          expected: null,
          detail: { type: 'discharge', closeReason },
        }),
      });
    };
    expect((await discharge('goals-met')).problem?.issues?.[0]?.path).toBe('detail.closeReason');
    await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
      params: { episodeId },
      body: { code: 'RF-CES', level: 'emergency', note: 'Saddle numbness' },
    });

    const refused = await discharge('moved');

    expect(refused).toBeProblem('conflict');
    expect(refused.problem?.detail).toContain('possible cauda equina syndrome');
    expect((await reviewOf(clinic, episodeId as never)).body.episode.status).toBe('open');
  });

  test('about therapy waits for the consult and the prescription; tests, referrals and an end do not', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    const { body: review } = await reviewOf(clinic, episodeId as never);
    const decide = (part: object) =>
      clinic.as('physiatrist').call(oversightApi.decide, {
        params: { episodeId },
        body: aDecision(clinic, review.verdict.verdictId, { expected: null, ...part }),
      });

    expect(review.episode.consultSigned).toBe(false);
    for (const kind of ['continue', 'adjust-dose', 'change-method'] as const)
      expect(await decide({ kind })).toBeProblem('conflict');
    expect(
      (await decide({ kind: 'discharge', detail: { type: 'discharge', closeReason: 'moved' } })).status,
    ).toBe(200);
  });

  test('is dated by the episode’s clinic, wherever the physiatrist works', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    const east = randomUUID();
    await clinic.rows(
      `insert into clinic (organization_id, id, slug, name, time_zone) values ($1, $2, $3, 'East', 'Pacific/Kiritimati')`,
      [clinic.organizationId, east, `east-${east.slice(0, 6)}`],
    );
    await clinic.rows(`update staff_member set clinic_id = $2 where id = $1`, [
      clinic.staff.physiatrist.id,
      east,
    ]);
    const { body: review } = await reviewOf(clinic, episodeId as never);
    expect(review.today).toBe(clinic.today());

    await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId },
      body: aDecision(clinic, review.verdict.verdictId, {
        kind: 'discharge',
        expected: null,
        detail: { type: 'discharge', closeReason: 'moved' },
      }),
    });

    expect(
      await clinic.rows(`select closed_on::text as "closedOn" from episode where id = $1`, [episodeId]),
    ).toEqual([{ closedOn: clinic.today() }]);
  });

  test('to discharge declines what was asked and is still open, and tells whoever asked', async () => {
    const clinic = await aClinic();
    const { episodeId, patientId, prescriptionId } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
    await clinic.rows(
      `insert into change_request (organization_id, id, patient_id, episode_id, prescription_id, requested_by_id, proposal, reason, supporting)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, '{"edits":[],"frequencyPerWeek":3}', 'More visits', '{}')`,
      [clinic.organizationId, patientId, episodeId, prescriptionId, clinic.staff.therapist.id],
    );
    const { body: review } = await reviewOf(clinic, episodeId as never);
    await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId },
      body: aDecision(clinic, review.verdict.verdictId, {
        kind: 'discharge',
        expected: null,
        detail: { type: 'discharge', closeReason: 'moved' },
      }),
    });

    expect(
      await clinic.rows(`select status, decision_note from change_request where episode_id = $1`, [
        episodeId,
      ]),
    ).toEqual([{ status: 'declined', decision_note: 'The episode of care was closed.' }]);
    expect(
      await clinic.rows(
        `select owner_id from task where episode_id = $1 and status = 'open' and kind = 'other'`,
        [episodeId],
      ),
    ).toEqual([{ owner_id: clinic.staff.therapist.id }]);
  });

  test('what is unusual is asked about with its field, and taken once confirmed', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);
    const decide = (confirmed: string[]) =>
      clinic.as('physiatrist').call(oversightApi.decide, {
        params: { episodeId: review.episodeId },
        body: aDecision(clinic, review.verdict.verdictId, {
          reviewOn: clinic.day(200),
          expected: { measureCode: 'odi', side: null, value: 60 },
          confirmed,
        }),
      });

    const asked = await decide([]);
    expect(asked).toBeProblem('decision-needs-confirmation');
    expect(asked.problem?.issues).toMatchObject([
      { path: 'reviewOn', code: 'late-review' },
      { path: 'expected.value', code: 'worse-expected' },
    ]);
    expect((await decide(['late-review', 'worse-expected'])).status).toBe(200);
  });

  test('to order a test leaves the order behind it', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);
    const order = {
      kind: 'mri',
      bodyRegion: 'lumbar spine',
      side: null,
      indication: 'Worse under load',
      urgency: 'soon',
      safety: NOTHING_TO_WATCH,
    };
    const body = aDecision(clinic, review.verdict.verdictId, {
      kind: 'order',
      detail: { type: 'order', order },
    });

    await clinic
      .as('physiatrist')
      .call(oversightApi.decide, { params: { episodeId: review.episodeId }, body });

    expect((await reviewOf(clinic, episodeId as never)).body.tests).toMatchObject([
      { kind: 'mri', status: 'ordered', decisionId: expect.any(String) },
    ]);
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
    const { episodeId } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
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
    const { episodeId, refresh } = await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId as never);
    await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId: review.episodeId },
      body: aDecision(clinic, review.verdict.verdictId),
    });
    await refresh();

    expect((await workOf(clinic, episodeId)).map(({ status }) => status)).toEqual(['done']);
  });
});

describe('derived state', () => {
  test('thrown away and rebuilt, the board says the same', async () => {
    const clinic = await aClinic();
    await aTreatedEpisode(clinic, { odi: WORSE, days: 30 });
    await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
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
    const { episodeId, refresh } = await aTreatedEpisode(clinic, { odi: BETTER, days: 30 });
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
