import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { outcomesApi } from '#shared/outcomes/contract.ts';
import type { ScoreEntry } from '#shared/outcomes/model.ts';
import { OutcomeScoreId, type EpisodeId } from '#shared/platform/ids.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aTreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const odi = (value: number, more: Partial<ScoreEntry> = {}): ScoreEntry => ({
  measureCode: 'odi',
  side: null,
  value,
  ...more,
});

const enter = (
  episodeId: EpisodeId,
  scores: ScoreEntry[],
  { daysAgo = 0, by = 'therapist', key }: { daysAgo?: number; by?: PersonName; key?: string } = {},
) =>
  clinic
    .as(by)
    .call(
      outcomesApi.enter,
      { params: { episodeId }, body: { measuredOn: clinic.day(-daysAgo), scores } },
      key === undefined ? {} : { key },
    );

const list = async (episodeId: EpisodeId, by: PersonName = 'therapist') =>
  (await clinic.as(by).call(outcomesApi.list, { params: { episodeId } })).body.scores;

const verdictOf = async (episodeId: EpisodeId) => {
  const [row] = await clinic.rows<{ verdict_code: string }>(
    'select verdict_code from board_entry where episode_id = $1',
    [episodeId],
  );
  return row?.verdict_code;
};

describe('entering scores', () => {
  test('stores them, newest first, and judges the episode at once', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    await enter(episodeId, [odi(46)], { daysAgo: 14 });
    await enter(episodeId, [odi(58)]);

    expect((await list(episodeId)).map(({ value }) => value)).toEqual([58, 46]);
    expect(await verdictOf(episodeId)).toBe('WORSENING');
  });

  test('refuses what cannot be right, with its place, and stores nothing of the list', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const cases: [ScoreEntry, string, string][] = [
      [odi(101), 'scores.1.value', 'out-of-range'],
      [odi(12.5), 'scores.1.value', 'not-whole'],
      [{ measureCode: 'mmt', side: 'left', value: 3.2 }, 'scores.1.value', 'not-a-step'],
      [odi(40, { side: 'left' }), 'scores.1.side', 'side-not-used'],
      [{ measureCode: 'grip', side: null, value: 20 }, 'scores.1.side', 'side-missing'],
      [{ measureCode: 'nonsense', side: null, value: 20 }, 'scores.1.measureCode', 'unknown-measure'],
    ];
    for (const [entry, path, code] of cases) {
      const answer = await enter(episodeId, [odi(40), entry]);
      expect(answer).toBeProblem('score-refused');
      expect(answer.problem?.issues?.[0]).toMatchObject({ path, code });
    }
    expect(await list(episodeId)).toEqual([]);
  });

  test('refuses a date in the future and before birth', async () => {
    const { episodeId } = await aTreatedEpisode(clinic, { patient: { birthDate: '1990-05-01' } });

    const future = await enter(episodeId, [odi(40)], { daysAgo: -1 });
    expect(future).toBeProblem('score-refused');
    expect(future.problem?.issues?.[0]?.path).toBe('measuredOn');
    const ancient = await clinic.as('therapist').call(outcomesApi.enter, {
      params: { episodeId },
      body: { measuredOn: '1980-01-01', scores: [odi(40)] },
    });
    expect(ancient).toBeProblem('score-refused');
  });

  test('refuses the other side of what is prescribed, and asks about a score from before the episode', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const grip = (side: 'left' | 'right') => ({ measureCode: 'grip', side, value: 20 });

    expect((await enter(episodeId, [grip('left')])).status).toBe(200);
    const refused = await enter(episodeId, [grip('right')]);
    expect(refused).toBeProblem('score-refused');
    expect(refused.problem?.issues?.[0]).toMatchObject({ path: 'scores.0.side', code: 'wrong-side' });

    const old = await enter(episodeId, [odi(40)], { daysAgo: 900 });
    expect(old).toBeProblem('score-needs-confirmation');
    expect((await enter(episodeId, [odi(40, { confirmed: true })], { daysAgo: 900 })).status).toBe(200);
  });

  test('asks about an unusual change against the latest value of the same series, and keeps what was confirmed', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    await enter(episodeId, [odi(70)], { daysAgo: 14 });
    await enter(episodeId, [odi(20, { condition: 'proxy' })], { daysAgo: 7 });

    const asked = await enter(episodeId, [odi(30)]);
    expect(asked).toBeProblem('score-needs-confirmation');
    expect(asked.problem?.detail).toBe('ODI 30 % after 70: a change of 40 or more is unusual. Confirm it.');
    await enter(episodeId, [odi(30, { confirmed: true })]);

    expect((await list(episodeId))[0]).toMatchObject({
      value: 30,
      warningConfirmed: 'ODI 30 % after 70: a change of 40 or more is unusual. Confirm it.',
    });
  });

  test('a value entered later for the same day comes later; a double submit enters once', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const key = randomUUID();
    await Promise.all([
      enter(episodeId, [odi(60), odi(48)], { key }),
      enter(episodeId, [odi(60), odi(48)], { key }),
    ]);

    expect((await list(episodeId)).map(({ value }) => value)).toEqual([48, 60]);
  });

  test('is the care team’s: administrators are refused, others find nothing; a closed episode takes none', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);

    expect(await enter(episodeId, [odi(40)], { by: 'administrator' })).toBeProblem('forbidden');
    expect(await enter(episodeId, [odi(40)], { by: 'second-therapist' })).toBeProblem('not-found');
    expect(await enter(episodeId, [odi(40)], { by: 'outsider' })).toBeProblem('not-found');
    await clinic.rows(`update episode set status = 'closed', closed_on = $2 where id = $1`, [
      episodeId,
      clinic.today(),
    ]);
    expect(await enter(episodeId, [odi(40)])).toBeProblem('episode-closed');
  });
});

describe('a mistake', () => {
  const first = async (episodeId: EpisodeId): Promise<OutcomeScoreId> => {
    const [score] = await list(episodeId);
    if (!score) throw new Error('no score');
    return score.outcomeScoreId;
  };

  test('is marked with a reason, stays readable and no longer counts', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    await enter(episodeId, [odi(46)], { daysAgo: 14 });
    await enter(episodeId, [odi(58)]);
    const params = { episodeId, outcomeScoreId: await first(episodeId) };
    const mark = (reason: string) =>
      clinic.as('therapist').call(outcomesApi.markError, { params, body: { reason } });

    expect(await mark('')).toBeProblem('invalid-input');
    const marked = await mark('Wrong patient');

    expect(marked.body).toMatchObject({ value: 58, error: { reason: 'Wrong patient' } });
    expect(await verdictOf(episodeId)).toBe('CANNOT_JUDGE');
    expect((await list(episodeId)).map(({ error }) => error?.reason)).toEqual(['Wrong patient', undefined]);
    expect(await mark('Again')).toBeProblem('conflict');
  });

  test('is corrected in one step: struck out and replaced, or neither', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    await enter(episodeId, [odi(64)]);
    const outcomeScoreId = await first(episodeId);
    const correct = (score: ScoreEntry) =>
      clinic.as('therapist').call(outcomesApi.correct, {
        params: { episodeId, outcomeScoreId },
        body: { reason: 'Digits swapped', measuredOn: clinic.today(), score },
      });

    expect(await correct(odi(460))).toBeProblem('score-refused');
    expect((await list(episodeId))[0]?.error).toBeNull();
    await correct(odi(46));

    expect(await list(episodeId)).toMatchObject([
      { value: 46, correctsId: outcomeScoreId, error: null },
      { value: 64, error: { reason: 'Digits swapped' } },
    ]);
  });
});

describe('the order of one day', () => {
  test('a correction takes the place of the value it corrects, not that of what was entered since', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const measuredOn = clinic.day(-1);
    const at = (value: number) =>
      clinic
        .as('therapist')
        .call(outcomesApi.enter, { params: { episodeId }, body: { measuredOn, scores: [odi(value)] } });
    const [outcomeScoreId] = (await at(60)).body.outcomeScoreIds;
    clinic.clock.advanceMinutes(1);
    await at(48);
    clinic.clock.advanceMinutes(1);

    await clinic.as('therapist').call(outcomesApi.correct, {
      params: { episodeId, outcomeScoreId: OutcomeScoreId.parse(outcomeScoreId) },
      body: { reason: 'Typing', measuredOn, score: odi(61) },
    });

    const [entry] = await clinic.rows<{ measures: { measureCode: string; points: { value: number }[] }[] }>(
      `select measures from board_entry where episode_id = $1`,
      [episodeId],
    );
    expect(
      entry?.measures.find(({ measureCode }) => measureCode === 'odi')?.points.map((p) => p.value),
    ).toEqual([48]);
  });
});

describe('the thresholds of a clinic', () => {
  const choose = (
    by: PersonName,
    body: { mdcTag: string | null; mcidTag: string | null; expectedVersion: number },
  ) =>
    clinic.as(by).call(outcomesApi.chooseThreshold, {
      params: { clinicId: clinic.clinicId, measureCode: 'nprs' },
      body,
    });

  test('are chosen from the published rows; verdicts made later use them, old ones keep theirs', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const pain = (value: number) => ({ measureCode: 'nprs', side: null, value });
    const mdcs = async () => {
      const rows = await clinic.rows<{
        measures: { measureCode: string; thresholds: { mdc: { value: number } } }[];
      }>('select measures from verdict where episode_id = $1 order by computed_at, id', [episodeId]);
      return rows.map(({ measures }) => measures.find((m) => m.measureCode === 'nprs')?.thresholds.mdc.value);
    };
    await enter(episodeId, [pain(6)], { daysAgo: 14 });
    const before = await mdcs();

    const chosen = await choose('physiatrist', {
      mdcTag: 'cervical_radiculopathy',
      mcidTag: null,
      expectedVersion: 0,
    });
    expect(chosen.body).toMatchObject({ mdcTag: 'cervical_radiculopathy', version: 1 });
    clinic.clock.advanceMinutes(1);
    await enter(episodeId, [pain(4)]);

    expect(before.at(-1)).toBe(1.77);
    expect((await mdcs()).slice(0, before.length)).toEqual(before);
    expect((await mdcs()).at(-1)).toBe(4.1);
  });

  test('change only on top of the version seen, by a physiatrist or an administrator, to what was published', async () => {
    const [{ choices }] = [
      (await clinic.as('therapist').call(outcomesApi.thresholds, { params: { clinicId: clinic.clinicId } }))
        .body,
    ];
    const version = choices.find(({ measureCode }) => measureCode === 'nprs')?.version ?? 0;
    const wanted = { mdcTag: 'lbp', mcidTag: 'lbp' };

    expect(await choose('therapist', { ...wanted, expectedVersion: version })).toBeProblem('forbidden');
    expect(await choose('administrator', { ...wanted, expectedVersion: version + 5 })).toBeProblem(
      'stale-version',
    );
    expect(
      await choose('administrator', { ...wanted, mdcTag: 'invented', expectedVersion: version }),
    ).toBeProblem('invalid-input');
    expect((await choose('administrator', { ...wanted, expectedVersion: version })).body.version).toBe(
      version + 1,
    );
    expect(await choose('outsider', { ...wanted, expectedVersion: 0 })).toBeProblem('not-found');
  });
});
