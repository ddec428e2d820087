import { beforeAll, describe, expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import type { EvaluationCoding, EvaluationKind } from '#shared/evaluations/model.ts';
import type { EvaluationId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { openTask } from '#server/tasks/index.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aCompleteConsult,
  aCompletePtEvaluation,
  anEvaluationDraft,
  aSignedEvaluation,
} from '#tests/support/evaluations-factory.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const anEvaluation = (episode: TreatedEpisode, coding: EvaluationCoding) =>
  anEvaluationDraft(clinic, episode.episodeId, {
    by: 'therapist',
    kind: 'pt-evaluation',
    content: aCompletePtEvaluation({ coding }),
  });

async function signEvaluation(episode: TreatedEpisode, coding: EvaluationCoding) {
  const { evaluationId, version } = await anEvaluation(episode, coding);
  const answer = await clinic.as('therapist').call(evaluationsApi.sign, {
    params: { episodeId: episode.episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  return { evaluationId, answer };
}

const read = async (
  { episodeId }: TreatedEpisode,
  evaluationId: EvaluationId,
  by: PersonName = 'therapist',
) => (await clinic.as(by).call(evaluationsApi.read, { params: { episodeId, evaluationId } })).body;

const sheetOf = async ({ sessionId }: SessionHead, by: PersonName = 'therapist') =>
  (await clinic.as(by).call(sessionsApi.sheet, { params: { sessionId } })).body;

const bridges = (minutes: number, billingCode = '97110') =>
  aFilledSheet({ interventions: [given('bridge', { sets: 3, repetitions: 10 }, minutes, billingCode)] });

const medicare = () => aTreatedEpisode(clinic, { payerProfile: 'medicare_part_b' });
const LOW: EvaluationCoding = { code: '97161', minutes: 30 };

describe('an evaluation and exercise on one date (U8-10)', () => {
  test('are one evaluation and one timed unit: untimed minutes buy none, and the date counts both', async () => {
    const episode = await medicare();
    const session = await aPlannedSession(clinic, episode);
    const { evaluationId, answer } = await signEvaluation(episode, LOW);
    expect(answer.status).toBe(200);
    expect((await sheetOf(session)).sameDay).toEqual({
      services: [{ billingCode: '97161', minutes: 30, assistantMinutes: 0 }],
      billed: [{ units: {}, untimedUnits: { '97161': 1 } }],
    });

    const signed = await signing(clinic, episode, session, { content: bridges(15) });
    expect(signed.body).toMatchObject({ units: { '97110': 1 }, totalTreatmentMinutes: 15 });
    expect((await sheetOf(session)).signed?.billing).toMatchObject({
      units: { '97110': 1 },
      untimedUnits: {},
      modifiers: { '97110': ['GP'] },
      earlierToday: { timedMinutes: 0, untimedUnits: { '97161': 1 } },
    });
    // The same for everybody who reads it, whatever their own plan of care.
    expect(await read(episode, evaluationId, 'physiatrist')).toMatchObject({
      billing: {
        code: '97161',
        minutes: 30,
        untimedUnits: { '97161': 1 },
        modifiers: { '97161': ['GP'] },
      },
      day: { others: { timedMinutes: 15, treatmentMinutes: 15, units: { '97110': 1 } }, billedCode: null },
    });
  });

  test('are the same date when the session was signed first', async () => {
    const episode = await medicare();
    const session = await aPlannedSession(clinic, episode);
    await signing(clinic, episode, session, { content: bridges(15) });
    const { evaluationId } = await signEvaluation(episode, LOW);
    const evaluation = await read(episode, evaluationId);
    expect(evaluation).toMatchObject({
      billing: { untimedUnits: { '97161': 1 } },
      day: { others: { units: { '97110': 1 } } },
    });
    expect((await sheetOf(session, 'physiatrist')).sameDay.services).toMatchObject([
      { billingCode: '97161' },
    ]);
  });

  test('a session does not bill an evaluation', async () => {
    const episode = await medicare();
    const session = await aPlannedSession(clinic, episode);
    const refused = await signing(clinic, episode, session, { content: bridges(30, '97161') });
    expect(refused).toBeProblem('incomplete-session');
    expect(refused.problem?.issues).toMatchObject([{ code: 'EVALUATION_CODE' }]);
  });
});

describe('one evaluation a date and discipline', () => {
  test('a second one of the date, in another episode, has its minutes and no unit', async () => {
    const knee = await medicare();
    const back = await aTreatedEpisode(clinic, {
      patient: { patientId: knee.patientId },
      payerProfile: 'medicare_part_b',
      team: [],
    });
    await signEvaluation(knee, LOW);
    const { evaluationId } = await signEvaluation(back, { code: '97162', minutes: 40 });
    expect(await read(back, evaluationId)).toMatchObject({
      billing: { code: '97162', minutes: 40, untimedUnits: {} },
      day: { billedCode: '97161', others: { treatmentMinutes: 30 } },
    });
  });

  test('two signed at the same moment bill one', async () => {
    const knee = await medicare();
    const back = await aTreatedEpisode(clinic, {
      patient: { patientId: knee.patientId },
      payerProfile: 'medicare_part_b',
      team: [],
    });
    const signed = await Promise.all([signEvaluation(knee, LOW), signEvaluation(back, LOW)]);
    const [one, other] = signed.map(({ evaluationId }) => evaluationId);
    if (one === undefined || other === undefined) throw new Error('Two were signed.');
    const billed = [await read(knee, one), await read(back, other)].map(
      ({ billing }) => billing?.untimedUnits['97161'] ?? 0,
    );
    expect(billed.toSorted((a, b) => a - b)).toEqual([0, 1]);
  });
});

describe('another evaluation of the episode', () => {
  test('is a re-evaluation: no complexity any more, and none before the first', async () => {
    const episode = await medicare();
    const tooEarly = await signEvaluation(episode, { code: '97164', minutes: 20 });
    expect(tooEarly.answer).toBeProblem('incomplete-evaluation');
    expect(tooEarly.answer.problem?.issues).toMatchObject([{ path: 'content.coding.code' }]);
    await clinic.as('therapist').call(evaluationsApi.discard, {
      params: { episodeId: episode.episodeId, evaluationId: tooEarly.evaluationId },
      body: { expectedVersion: 2 },
    });
    await signEvaluation(episode, LOW);

    const { evaluationId, version } = await anEvaluation(episode, LOW);
    const params = { episodeId: episode.episodeId, evaluationId };
    const sign = (expectedVersion: number) =>
      clinic.as('therapist').call(evaluationsApi.sign, { params, body: { expectedVersion } });
    const again = await sign(version);
    expect(again.problem?.issues).toMatchObject([{ path: 'content.coding.code' }]);
    expect((await read(episode, evaluationId)).day).toMatchObject({ earlierOn: clinic.today() });

    await clinic.as('therapist').call(evaluationsApi.save, {
      params,
      body: {
        evaluatedOn: clinic.today(),
        content: aCompletePtEvaluation({ coding: { code: 'none', minutes: null } }),
        expectedVersion: version,
      },
    });
    expect((await sign(version + 1)).status).toBe(200);
    expect((await read(episode, evaluationId)).billing).toBeNull();
  });

  test('is signed with its code and minutes, or not at all', async () => {
    const episode = await medicare();
    const { answer } = await signEvaluation(episode, { code: null, minutes: null });
    expect(answer.problem?.issues?.map(({ path }) => path)).toEqual([
      'content.coding.code',
      'content.coding.minutes',
    ]);
  });
});

describe('occupational and speech therapists', () => {
  const whole = (team: PersonName[]) =>
    aTreatedEpisode(clinic, { payerProfile: 'medicare_part_b', team: ['physiatrist', 'therapist', ...team] });
  const signed = async (
    { episodeId }: TreatedEpisode,
    by: PersonName,
    kind: EvaluationKind,
    coding: EvaluationCoding,
  ) => {
    const content = aCompletePtEvaluation({ coding });
    const evaluationId = await aSignedEvaluation(clinic, episodeId, { by, kind, content });
    return (await clinic.as(by).call(evaluationsApi.read, { params: { episodeId, evaluationId } })).body;
  };

  test('evaluate in their own discipline, under their own plan: another one’s evaluation of the date is not theirs', async () => {
    const episode = await whole(['occupational-therapist', 'speech-therapist']);
    await signEvaluation(episode, LOW);
    expect(
      await signed(episode, 'occupational-therapist', 'ot-evaluation', { code: '97166', minutes: 45 }),
    ).toMatchObject({
      billing: { code: '97166', untimedUnits: { '97166': 1 }, modifiers: { '97166': ['GO'] } },
      day: { earlierOn: null, others: null },
    });
    expect(
      await signed(episode, 'speech-therapist', 'speech-evaluation', { code: '92523', minutes: 60 }),
    ).toMatchObject({ billing: { untimedUnits: { '92523': 1 }, modifiers: { '92523': ['GN'] } } });
  });

  test('add to the date of their own session', async () => {
    const episode = await whole(['occupational-therapist']);
    const by = 'occupational-therapist';
    const session = await aPlannedSession(clinic, episode, { therapist: by });
    await signed(episode, by, 'ot-evaluation', { code: '97165', minutes: 30 });
    expect((await sheetOf(session, by)).sameDay.billed).toEqual([
      { units: {}, untimedUnits: { '97165': 1 } },
    ]);
  });

  test('write neither another discipline’s evaluation nor a consult, and nobody else writes theirs', async () => {
    const { episodeId } = await whole(['occupational-therapist', 'speech-therapist']);
    const start = (by: PersonName, kind: EvaluationKind) =>
      clinic.as(by).call(evaluationsApi.start, { params: { episodeId }, body: { kind } });
    for (const [by, kind] of [
      ['occupational-therapist', 'pt-evaluation'],
      ['occupational-therapist', 'consult'],
      ['speech-therapist', 'ot-evaluation'],
      ['therapist', 'ot-evaluation'],
      ['physiatrist', 'speech-evaluation'],
      ['assistant', 'ot-evaluation'],
    ] as const) {
      expect(await start(by, kind), `${by} ${kind}`).toBeProblem('forbidden');
    }
    expect((await start('occupational-therapist', 'ot-evaluation')).status).toBe(200);
  });

  test('a re-evaluation follows one of the same discipline only', async () => {
    const episode = await whole(['occupational-therapist']);
    await signEvaluation(episode, LOW);
    const by = 'occupational-therapist';
    await signed(episode, by, 'ot-evaluation', { code: '97167', minutes: 60 });
    const again = await signed(episode, by, 'ot-evaluation', { code: '97168', minutes: 30 });
    expect(again).toMatchObject({
      day: { billedCode: '97167' },
      billing: { untimedUnits: {} },
    });
  });
});

test('the task of a first visit is done by its own evaluation, not by another discipline’s', async () => {
  const episode = await aTreatedEpisode(clinic, {
    team: ['physiatrist', 'therapist', 'occupational-therapist'],
  });
  const { patientId, episodeId } = episode;
  const context = clinic.contextOf('therapist');
  await inTransaction(context, (tx) =>
    openTask(tx, context, {
      kind: 'evaluation',
      title: 'First visit: therapy evaluation',
      ownerId: clinic.staff.therapist.id,
      patientId,
      episodeId,
      subjectId: episodeId,
    }),
  );
  const waiting = async () =>
    (await clinic.as('therapist').call(tasksApi.list)).body.tasks.filter(({ kind }) => kind === 'evaluation');
  await aSignedEvaluation(clinic, episodeId, {
    by: 'occupational-therapist',
    kind: 'ot-evaluation',
    content: aCompletePtEvaluation({ coding: { code: '97165', minutes: 30 } }),
  });
  expect(await waiting()).toHaveLength(1);
  await signEvaluation(episode, LOW);
  expect(await waiting()).toEqual([]);
});

test('a consult has no claim line: how a physician bills is outside', async () => {
  const { episodeId } = await clinic.anEpisode();
  const evaluationId = await aSignedEvaluation(clinic, episodeId, {
    content: aCompleteConsult({ coding: LOW }),
  });
  const consult = await clinic
    .as('physiatrist')
    .call(evaluationsApi.read, { params: { episodeId, evaluationId } });
  expect(consult.body).toMatchObject({ billing: null, day: null });
});
