import { beforeAll, describe, expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import type { NewProcedure } from '#shared/orders/procedure.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import type { DiagnosticOrderId, EpisodeId, ProcedureId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName, type TestClinic } from '#tests/support/a-clinic.ts';
import { aSignedEvaluation } from '#tests/support/evaluations-factory.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { aPlannedSession, aTreatedEpisode, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const anInjection = (performedOn: string): NewProcedure => ({
  ...{ kind: 'injection', display: 'Knee injection', site: 'Knee', level: null, side: 'left' },
  ...{
    guidance: null,
    agent: 'Triamcinolone',
    doseAmount: 40,
    doseUnit: 'mg',
    lot: null,
    consent: 'written',
  },
  answers: [],
  ...{ complication: null, performedOn: performedOn as NewProcedure['performedOn'], responseWindowDays: 14 },
  ...{ expectedEffect: null, expected: null, restDays: 3, restrictedDays: null, restriction: null },
});

async function aProcedure(episode: { episodeId: EpisodeId }) {
  const params = { episodeId: episode.episodeId };
  const body = anInjection(clinic.today());
  return (await clinic.as('physiatrist').call(ordersApi.perform, { params, body })).body;
}

const REASON = 'Written in the wrong chart';

const strike = (
  { episodeId }: { episodeId: EpisodeId },
  procedureId: ProcedureId,
  { by = 'physiatrist', reason = REASON, expectedVersion = 1 }: Partial<Strike> = {},
) =>
  clinic.as(by).call(ordersApi.markProcedureError, {
    params: { episodeId, procedureId },
    body: { reason, expectedVersion },
  });

interface Strike {
  by: PersonName;
  reason: string;
  expectedVersion: number;
}

const boardOf = async ({ episodeId }: TreatedEpisode) =>
  (
    await clinic.rows<{ phase: string | null; hash: string }>(
      `select phase_started_on::text as phase, inputs_hash as hash from board_entry where episode_id = $1`,
      [episodeId],
    )
  )[0];

describe('a procedure entered in error', () => {
  test('no longer closes the gate, leaves the trends and the phase it opened, and stays readable with who and why', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    await clinic.as('physiatrist').call(oversightApi.review, { params: { episodeId: episode.episodeId } });
    const { procedureId } = await aProcedure(episode);
    expect((await boardOf(episode))?.phase).toBe(clinic.today());
    const arrive = () =>
      clinic.as('therapist').call(sessionsApi.arrive, {
        params: { episodeId: episode.episodeId, sessionId: session.sessionId },
        body: { expectedVersion: session.version },
      });
    expect(await arrive()).toBeProblem('gate-closed');

    expect((await strike(episode, procedureId)).body).toEqual({ version: 2 });

    expect((await arrive()).status).toBe(200);
    expect((await boardOf(episode))?.phase).toBe(episode.startsOn);
    const physiatrist = clinic.as('physiatrist');
    const params = { episodeId: episode.episodeId };
    const review = (await physiatrist.call(oversightApi.review, { params })).body;
    expect(review.procedures).toEqual([]);
    const { procedures } = (await physiatrist.call(ordersApi.list, { params })).body;
    expect(procedures).toMatchObject([
      {
        display: 'Knee injection',
        enteredInError: { by: expect.stringContaining('Staff-physiatrist') as string, reason: REASON },
      },
    ]);
    const { tasks } = (await clinic.as('therapist').call(tasksApi.list)).body;
    expect(tasks.filter(({ subjectId }) => subjectId === session.sessionId)).toEqual([]);
  });

  test('is marked once, on the version that was seen, with a reason, by its author or a physiatrist', async () => {
    const episode = await aTreatedEpisode(clinic);
    const { procedureId } = await aProcedure(episode);

    expect(await strike(episode, procedureId, { by: 'therapist' })).toBeProblem('forbidden');
    expect(await strike(episode, procedureId, { by: 'second-physiatrist' })).toBeProblem('not-found');
    expect(await strike(episode, procedureId, { reason: ' ' })).toBeProblem('invalid-input');
    expect(await strike(episode, procedureId, { expectedVersion: 7 })).toBeProblem('stale-version');
    expect((await strike(episode, procedureId)).status).toBe(200);
    expect(await strike(episode, procedureId, { expectedVersion: 2 })).toBeProblem('conflict');
    const noted = await clinic.as('therapist').call(ordersApi.noteComplication, {
      params: { episodeId: episode.episodeId, procedureId },
      body: { complication: 'Swelling', expectedVersion: 2 },
    });
    expect(noted).toBeProblem('conflict');
  });

  test('keeps its mark for good, and nothing else of it changes, whoever asks the database', async () => {
    const episode = await aTreatedEpisode(clinic);
    const { procedureId } = await aProcedure(episode);
    await strike(episode, procedureId);
    for (const change of [`entered_in_error_reason = 'none'`, `entered_in_error_at = null`, `lot = 'X1'`]) {
      await expect(
        clinic.rows(`update procedure set ${change} where id = $1`, [procedureId]),
      ).rejects.toThrow(/append-only|may change/);
    }
  });

  test('is not told as news when the next evaluation opens', async () => {
    const episode = await clinic.anEpisode();
    await aSignedEvaluation(clinic, episode.episodeId);
    const { procedureId } = await aProcedure(episode);
    await strike(episode, procedureId);
    const params = { episodeId: episode.episodeId };
    const physiatrist = clinic.as('physiatrist');
    const draft = await physiatrist.call(evaluationsApi.start, { params, body: { kind: 'follow-up' } });
    const { changes } = (
      await physiatrist.call(evaluationsApi.read, {
        params: { ...params, evaluationId: draft.body.evaluationId },
      })
    ).body;
    expect(JSON.stringify(changes)).not.toContain('Knee injection');
  });
});

describe('a test ordered by mistake', () => {
  const anOrder = async (episodeId: EpisodeId) =>
    (
      await clinic.as('physiatrist').call(ordersApi.place, {
        params: { episodeId },
        body: {
          ...{ kind: 'x-ray', bodyRegion: 'Knee', side: 'left', indication: 'Pain', urgency: 'routine' },
          safety: NOTHING_TO_WATCH,
        },
      })
    ).body.diagnosticOrderId;

  const mark = (
    episodeId: EpisodeId,
    diagnosticOrderId: DiagnosticOrderId,
    expectedVersion: number,
    by: PersonName = 'physiatrist',
  ) =>
    clinic.as(by).call(ordersApi.markOrderError, {
      params: { episodeId, diagnosticOrderId },
      body: { reason: 'Meant for another patient', expectedVersion },
    });

  test('is struck out with its report, leaves the inbox and the review, and its work item closes', async () => {
    const { episodeId } = await clinic.anEpisode();
    const diagnosticOrderId = await anOrder(episodeId);
    await clinic.as('therapist').call(ordersApi.enterResult, {
      params: { episodeId, diagnosticOrderId },
      body: { resultOn: clinic.today(), reportText: 'Fracture.', flag: 'critical', expectedVersion: 1 },
    });

    expect(await mark(episodeId, diagnosticOrderId, 2, 'therapist')).toBeProblem('forbidden');
    expect(await mark(episodeId, diagnosticOrderId, 1)).toBeProblem('stale-version');
    expect((await mark(episodeId, diagnosticOrderId, 2)).body).toEqual({ version: 3 });
    expect(await mark(episodeId, diagnosticOrderId, 3)).toBeProblem('conflict');

    const physiatrist = clinic.as('physiatrist');
    const inbox = (await physiatrist.call(ordersApi.inbox, { query: { show: 'to-read' } })).body;
    expect(inbox.entries.filter((one) => one.diagnosticOrderId === diagnosticOrderId)).toEqual([]);
    const params = { episodeId };
    expect((await physiatrist.call(oversightApi.review, { params })).body.tests).toEqual([]);
    expect((await physiatrist.call(ordersApi.list, { params })).body.orders).toMatchObject([
      { reportText: 'Fracture.', enteredInError: { reason: 'Meant for another patient' } },
    ]);
    const tasks = await clinic.rows(`select status from task where subject_id = $1`, [diagnosticOrderId]);
    expect(tasks).toEqual([{ status: 'done' }]);
  });

  test('takes no report any more', async () => {
    const { episodeId } = await clinic.anEpisode();
    const diagnosticOrderId = await anOrder(episodeId);
    await mark(episodeId, diagnosticOrderId, 1);
    const answer = await clinic.as('therapist').call(ordersApi.enterResult, {
      params: { episodeId, diagnosticOrderId },
      body: { resultOn: clinic.today(), reportText: 'Late.', expectedVersion: 2 },
    });
    expect(answer).toBeProblem('conflict');
  });
});
