import { beforeAll, expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { anEvaluationDraft, aSignedEvaluation } from '#tests/support/evaluations-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const PHYSIATRIST = 'physiatrist';

test('its author throws a draft away, on the version they saw; what remains is the audit row, and another may be begun', async () => {
  const { episodeId } = await clinic.anEpisode();
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId);
  const params = { episodeId, evaluationId };
  const author = clinic.as(PHYSIATRIST);
  const discard = (expectedVersion: number) =>
    author.call(evaluationsApi.discard, { params, body: { expectedVersion } });

  const stale = await discard(version + 3);
  expect(stale).toBeProblem('stale-version');
  expect(stale.problem?.current).toMatchObject({ version });
  expect((await discard(version)).body).toEqual({ discarded: true });

  expect(await author.call(evaluationsApi.read, { params })).toBeProblem('not-found');
  expect(await discard(version)).toBeProblem('not-found');
  const audited = await clinic.rows(
    `select action from audit_event where subject_id = $1 and action = 'evaluation.draft-discarded'`,
    [evaluationId],
  );
  expect(audited).toHaveLength(1);
  const next = await author.call(evaluationsApi.start, {
    params: { episodeId },
    body: { kind: 'consult' },
  });
  expect(next.body.evaluationId).not.toBe(evaluationId);
});

test('nobody discards what is signed, and nobody a colleague’s draft', async () => {
  const { episodeId } = await clinic.anEpisode();
  const signed = await aSignedEvaluation(clinic, episodeId);
  const body = { expectedVersion: 1 };
  expect(
    await clinic
      .as(PHYSIATRIST)
      .call(evaluationsApi.discard, { params: { episodeId, evaluationId: signed }, body }),
  ).toBeProblem('already-signed');

  const other = await clinic.anEpisode();
  const draft = await anEvaluationDraft(clinic, other.episodeId);
  const params = { episodeId: other.episodeId, evaluationId: draft.evaluationId };
  for (const person of ['therapist', 'second-physiatrist', 'outsider'] as const) {
    expect(await clinic.as(person).call(evaluationsApi.discard, { params, body })).toBeProblem('not-found');
  }
});

test('the database keeps what is signed, whoever asks', async () => {
  const { episodeId } = await clinic.anEpisode();
  const signed = await aSignedEvaluation(clinic, episodeId);
  await expect(clinic.rows(`delete from evaluation where id = $1`, [signed])).rejects.toThrow(/append-only/);
});
