import { beforeAll, describe, expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import type { EpisodeId, SurgicalEvaluationId } from '#shared/platform/ids.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aSignedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const physiatrist = () => clinic.as('physiatrist');
const begin = (episodeId: EpisodeId) =>
  physiatrist().call(surgicalApi.begin, { params: { episodeId }, body: {} });
const listed = async (episodeId: EpisodeId) =>
  (await physiatrist().call(surgicalApi.list, { params: { episodeId } })).body.evaluations;

const TEXT = {
  specialty: 'Spine surgery',
  addressee: 'Dr Samuel Osei',
  question: 'Is decompression indicated?',
  summary: 'Six weeks of therapy without effect.',
};

interface Params {
  episodeId: EpisodeId;
  surgicalEvaluationId: SurgicalEvaluationId;
}

async function aSigned(): Promise<Params> {
  const { episodeId } = await aTreatedEpisode(clinic);
  const { surgicalEvaluationId } = (await begin(episodeId)).body;
  const params = { episodeId, surgicalEvaluationId };
  await physiatrist().call(surgicalApi.save, { params, body: { ...TEXT, expectedVersion: 1 } });
  await physiatrist().call(surgicalApi.sign, { params, body: { expectedVersion: 2 } });
  return params;
}

test('what ended in the history stands in the record with its end: therapy that was tried, a device taken out', async () => {
  const { episodeId, patientId } = await aTreatedEpisode(clinic);
  const fact = (kind: string, title: string, endedOn: string | null, status: string) =>
    clinic.rows(
      `insert into history_fact (organization_id, id, patient_id, kind, title, happened_on, ended_on, status, recorded_by_id)
       values ($1, gen_random_uuid(), $2, $3, $4, '2019', $5, $6, $7)`,
      [clinic.organizationId, patientId, kind, title, endedOn, status, clinic.staff.physiatrist.id],
    );
  await fact('surgery', 'Pacemaker', '2024-03', 'active');
  await fact('prior-therapy', 'Chiropractic care', '2020', 'resolved');
  await fact('problem', 'Gastric ulcer', '2021', 'resolved');

  await begin(episodeId);
  const [draft] = await listed(episodeId);

  expect(draft?.record.history?.map(({ title, endedOn }) => [title, endedOn]).toSorted()).toEqual([
    ['Chiropractic care', '2020'],
    ['Pacemaker', '2024-03'],
  ]);
});

describe('a question to a surgeon', () => {
  test('is built from the record: sessions, minutes, what was given', async () => {
    const episode = await aTreatedEpisode(clinic);
    await aSignedSession(clinic, episode, 0);
    await begin(episode.episodeId);
    const [draft] = await listed(episode.episodeId);
    expect(draft).toMatchObject({ state: 'draft', version: 1 });
    expect(draft?.record.dose).toMatchObject({ sessions: 1, minutes: 30 });
    expect(draft?.record.interventions.map(({ name }) => name)).toContain('Bridge');
    expect(draft?.summary).toContain('1 therapy session (30 minutes) was held');
  });

  test('has one draft, however often it is begun', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const [first, again] = [await begin(episodeId), await begin(episodeId)];
    expect(again.body).toEqual(first.body);
  });

  test('is signed whole and on the version seen; then neither text nor record changes', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const params = { episodeId, surgicalEvaluationId: (await begin(episodeId)).body.surgicalEvaluationId };
    const early = await physiatrist().call(surgicalApi.sign, { params, body: { expectedVersion: 1 } });
    expect(early).toBeProblem('invalid-input');
    expect(early.problem?.issues).toMatchObject([{ path: 'question' }]);

    const save = (expectedVersion: number) =>
      physiatrist().call(surgicalApi.save, { params, body: { ...TEXT, expectedVersion } });
    expect((await save(1)).body).toEqual({ version: 2 });
    expect(await save(1)).toBeProblem('stale-version');
    await physiatrist().call(surgicalApi.sign, { params, body: { expectedVersion: 2 } });
    expect(await save(3)).toBeProblem('conflict');
    await expect(
      clinic.rows(`update surgical_evaluation set question = 'Other' where id = $1`, [
        params.surgicalEvaluationId,
      ]),
    ).rejects.toThrow(/may change/);
  });

  test('is sent by anybody on the team, answered, and decided by the physiatrist only after the answer', async () => {
    const params = await aSigned();
    const sent = await clinic.as('therapist').call(surgicalApi.send, {
      params,
      body: { how: 'fax', expectedVersion: 3 },
    });
    const { referralId } = sent.body;
    const decision = {
      decision: 'conservative',
      note: 'The surgeon advises six more weeks',
      decidedOn: clinic.today(),
      expectedVersion: 4,
    } as const;
    expect(await physiatrist().call(surgicalApi.decide, { params, body: decision })).toBeProblem('conflict');
    await clinic.as('therapist').call(ordersApi.answerReferral, {
      params: { episodeId: params.episodeId, referralId },
      body: {
        status: 'answered',
        answeredOn: clinic.today(),
        answer: 'No surgery now.',
        expectedVersion: 1,
      },
    });
    expect(await listed(params.episodeId)).toMatchObject([
      { state: 'answered', sentHow: 'fax', referral: { answer: 'No surgery now.' } },
    ]);
    expect(await clinic.as('therapist').call(surgicalApi.decide, { params, body: decision })).toBeProblem(
      'forbidden',
    );
    expect((await physiatrist().call(surgicalApi.decide, { params, body: decision })).body).toEqual({
      version: 5,
    });
    expect(await listed(params.episodeId)).toMatchObject([{ state: 'decided', decision: 'conservative' }]);
  });

  test('is a letter with the diagnosis before the question, in under a second', async () => {
    const params = await aSigned();
    const from = performance.now();
    const letter = await physiatrist().call(surgicalApi.letter, { params, query: { format: 'json' } });
    expect(performance.now() - from).toBeLessThan(1000);
    expect(letter.body.sections.map(({ title }) => title).slice(0, 3)).toEqual([
      'Diagnosis',
      'Our question',
      'What was tried, and how much of it',
    ]);
    expect(letter.body.pages).toEqual({ min: 1, max: 1 });
    expect(letter.body.unsigned).toBe(false);
  });

  test('a therapist writes none, an outsider sees none', async () => {
    const params = await aSigned();
    const { episodeId } = params;
    const on = { params: { episodeId }, body: {} };
    expect(await clinic.as('therapist').call(surgicalApi.begin, on)).toBeProblem('forbidden');
    for (const person of ['outsider', 'second-therapist'] as const)
      expect(await clinic.as(person).call(surgicalApi.list, on)).toBeProblem('not-found');
    expect(await clinic.as('administrator').call(surgicalApi.list, on)).toBeProblem('forbidden');
  });
});

describe('a draft to a surgeon', () => {
  const discard = (
    params: Params,
    expectedVersion: number,
    by: 'physiatrist' | 'therapist' = 'physiatrist',
  ) => clinic.as(by).call(surgicalApi.discard, { params, body: { expectedVersion } });

  test('is thrown away on the version that was seen, by a physiatrist, and another may be begun', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    const params = { episodeId, ...(await begin(episodeId)).body };
    expect(await discard(params, 1, 'therapist')).toBeProblem('forbidden');
    const stale = await discard(params, 4);
    expect(stale).toBeProblem('stale-version');
    expect(stale.problem?.current).toMatchObject({ version: 1, specialty: expect.any(String) as string });

    expect((await discard(params, 1)).body).toEqual({ discarded: true });

    expect(await listed(episodeId)).toEqual([]);
    expect((await begin(episodeId)).body.surgicalEvaluationId).not.toBe(params.surgicalEvaluationId);
    const audited = await clinic.rows(
      `select 1 from audit_event where subject_id = $1 and action = 'surgical-evaluation.draft-discarded'`,
      [params.surgicalEvaluationId],
    );
    expect(audited).toHaveLength(1);
  });

  test('that is signed is no draft: neither the server nor the database lets it go', async () => {
    const params = await aSigned();
    expect(await discard(params, 3)).toBeProblem('conflict');
    await expect(
      clinic.rows(`delete from surgical_evaluation where id = $1`, [params.surgicalEvaluationId]),
    ).rejects.toThrow(/append-only/);
  });
});
