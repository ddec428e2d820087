import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { NewOrder } from '#shared/orders/model.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { aDecision, deciding, discharging, reviewOf, WORSE } from '#tests/support/oversight-factory.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { recheckDueEpisodes } from './recheck-episodes.ts';

describe('a decision', () => {
  test('rests the episode, keeps its expectation, and is judged at its date', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: before } = await reviewOf(clinic, episodeId);
    const params = { episodeId: before.episodeId };

    const { status } = await clinic
      .as('physiatrist')
      .call(oversightApi.decide, { params, body: aDecision(clinic, before.verdict.verdictId) });

    expect(status).toBe(200);
    expect((await reviewOf(clinic, episodeId)).body.standing.state).toBe('decided');

    clinic.clock.advanceDays(21);
    await recheckDueEpisodes(clinic.db, clinic.clock.now);
    const { body: after } = await reviewOf(clinic, episodeId);
    expect(after.decisions[0]).toMatchObject({ outcome: 'not-measured' });
    expect(after.standing.lane).toBe('decision');
  });

  test('is made once however often it is sent', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId);
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
    expect((await reviewOf(clinic, episodeId)).body.decisions).toHaveLength(1);
  });

  test('on a judgement that has changed since is refused, and nothing is stored', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId);

    const answer = await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId: review.episodeId },
      body: aDecision(clinic, randomUUID()),
    });

    expect(answer).toBeProblem('stale-version');
    expect((await reviewOf(clinic, episodeId)).body.decisions).toEqual([]);
  });

  test.each([
    ['without a reason', { why: '  ' }],
    ['with a review date that is not in the future', { reviewOn: '2020-01-01' }],
    ['expecting a value outside the scale', { expected: { measureCode: 'odi', side: null, value: 140 } }],
    ['that orders without saying what', { kind: 'order' }],
  ])('%s is refused with the field that is wrong', async (_, part) => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const { body: review } = await reviewOf(clinic, episodeId);

    const answer = await clinic.as('physiatrist').call(oversightApi.decide, {
      params: { episodeId: review.episodeId },
      body: aDecision(clinic, review.verdict.verdictId, part),
    });

    expect(answer).toBeProblem('invalid-input');
  });

  test('belongs to a physiatrist: a therapist and an administrator are refused', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    for (const person of ['therapist', 'administrator'] as const) {
      const answer = await clinic.as(person).call(oversightApi.decide, {
        params: { episodeId },
        body: aDecision(clinic, null),
      });
      expect(answer).toBeProblem('forbidden');
    }
  });

  test('about therapy waits for the consult and the prescription; tests, referrals and an end do not', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    const { body: review } = await reviewOf(clinic, episodeId);

    expect(review.episode.consultSigned).toBe(false);
    for (const kind of ['continue', 'adjust-dose', 'change-method'] as const)
      expect(await deciding(clinic, episodeId, { kind, expected: null })).toBeProblem('conflict');
    expect((await discharging(clinic, { episodeId })).status).toBe(200);
  });

  test('what is unusual is asked about with its field, and taken once confirmed', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const decide = (confirmed: string[]) =>
      deciding(clinic, episodeId, {
        reviewOn: clinic.day(200),
        expected: { measureCode: 'odi', side: null, value: 60 },
        confirmed,
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
    const { episodeId } = await aJudgedEpisode(clinic, { odi: WORSE, days: 30 });
    const order: NewOrder = {
      kind: 'mri',
      bodyRegion: 'lumbar spine',
      side: null,
      indication: 'Worse under load',
      urgency: 'soon',
      safety: NOTHING_TO_WATCH,
    };

    await deciding(clinic, episodeId, { kind: 'order', detail: { type: 'order', order } });

    expect((await reviewOf(clinic, episodeId)).body.tests).toMatchObject([
      { kind: 'mri', status: 'ordered', decisionId: expect.any(String) },
    ]);
  });
});
