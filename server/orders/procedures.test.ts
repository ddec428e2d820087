import { beforeAll, describe, expect, test } from 'vitest';
import { ordersApi } from '#shared/orders/contract.ts';
import type { NewProcedure } from '#shared/orders/procedure.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { EpisodeId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aProcedure } from '#tests/support/a-procedure.ts';
import {
  aPlannedSession,
  aTreatedEpisode,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const anInjection = (change: Partial<NewProcedure> = {}): NewProcedure => aProcedure(clinic.today(), change);

const record = (episode: TreatedEpisode, change: Partial<NewProcedure> = {}) =>
  clinic.as('physiatrist').call(ordersApi.perform, {
    params: { episodeId: episode.episodeId },
    body: anInjection(change),
  });

const arrive = (episode: TreatedEpisode, session: Pick<SessionHead, 'sessionId' | 'version'>) =>
  clinic.as('therapist').call(sessionsApi.arrive, {
    params: { episodeId: episode.episodeId, sessionId: session.sessionId },
    body: { expectedVersion: session.version },
  });

describe('rest after a procedure', () => {
  test('refuses the session inside it with its own reason and the date it ends; the therapist is asked to move it', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { date: clinic.today() });
    await record(episode);

    const refused = await arrive(episode, session);

    expect(refused).toBeProblem('gate-closed');
    expect(refused.problem?.issues).toMatchObject([{ code: 'PROCEDURE_REST' }]);
    expect(refused.problem?.detail).toMatch(/no therapy until .* The first day again is/);
    const { tasks } = (await clinic.as('therapist').call(tasksApi.list)).body;
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: 'move-session', subjectId: session.sessionId, dueOn: clinic.today() }),
    );
  });

  test('is told when a visit is planned or moved into it, with the first day again; the day after is taken', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { date: clinic.day(9), time: '08:00' });
    await record(episode);
    const slot = (offset: number) => ({
      date: clinic.day(offset),
      time: '09:00',
      durationMinutes: 45,
      therapistId: clinic.staff.therapist.id,
    });
    const plan = (offset: number) =>
      clinic
        .as('therapist')
        .call(sessionsApi.plan, { params: { episodeId: episode.episodeId }, body: slot(offset) });
    const move = (offset: number) =>
      clinic.as('therapist').call(sessionsApi.move, {
        params: { episodeId: episode.episodeId, sessionId: session.sessionId },
        body: { ...slot(offset), expectedVersion: session.version },
      });

    const refused = await plan(1);
    expect(refused).toBeProblem('invalid-input');
    expect(refused.problem).toMatchObject({
      issues: [{ path: 'date', code: 'PROCEDURE_REST' }],
      current: { firstDay: clinic.day(3) },
    });
    expect((await move(2)).problem?.issues).toMatchObject([{ path: 'date', code: 'PROCEDURE_REST' }]);
    expect((await move(4)).status).toBe(200);
    expect((await plan(3)).status).toBe(200);
    const { episodes } = (await clinic.as('therapist').call(sessionsApi.plannable, {})).body;
    expect(episodes.find(({ episodeId }) => episodeId === episode.episodeId)?.procedures).toMatchObject([
      { performedOn: clinic.today(), restDays: 2 },
    ]);
  });

  test('a session on the first day after it starts, with the restriction said on the sheet', async () => {
    const episode = await aTreatedEpisode(clinic);
    await record(episode, { performedOn: clinic.day(-3) });
    const session = await aPlannedSession(clinic, episode, { date: clinic.today() });

    expect((await arrive(episode, session)).status).toBe(200);
    const { gate } = (
      await clinic.as('therapist').call(sessionsApi.sheet, {
        params: { sessionId: session.sessionId },
      })
    ).body;
    expect(gate.procedures).toMatchObject([
      { restDays: 2, restriction: 'No loaded flexion', place: 'L5 root, L5-S1, left' },
    ]);
  });

  test('is shortened by the physiatrist with a reason, on the version they saw, and by nobody else', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode, { date: clinic.today() });
    const { procedureId } = (await record(episode)).body;
    const params = { episodeId: episode.episodeId, procedureId };
    const body = {
      restDays: 0,
      restrictedDays: null,
      restriction: null,
      reason: 'Only local anaesthetic was given',
      expectedVersion: 1,
    };

    expect(await clinic.as('therapist').call(ordersApi.changeRest, { params, body })).toBeProblem(
      'forbidden',
    );
    expect(await clinic.as('outsider').call(ordersApi.changeRest, { params, body })).toBeProblem('not-found');
    const physiatrist = clinic.as('physiatrist');
    expect(
      await physiatrist.call(ordersApi.changeRest, { params, body: { ...body, reason: '' } }),
    ).toBeProblem('invalid-input');
    expect((await physiatrist.call(ordersApi.changeRest, { params, body })).body).toEqual({ version: 2 });
    expect(await physiatrist.call(ordersApi.changeRest, { params, body })).toBeProblem('stale-version');
    expect((await arrive(episode, session)).status).toBe(200);
  });

  test('a session that was under way when the injection was written down can still be signed', async () => {
    const episode = await aTreatedEpisode(clinic);
    const planned = await aPlannedSession(clinic, episode, { date: clinic.today() });
    const session = (await arrive(episode, planned)).body;
    await record(episode);

    const signed = await signing(clinic, episode, session);
    expect(signed.problem).toBeUndefined();
  });
});

describe('the effect of a procedure', () => {
  test('stands on the review with the values it is judged by', async () => {
    const episode = await aTreatedEpisode(clinic);
    await record(episode, { performedOn: clinic.day(-10) });
    const review = await clinic.as('physiatrist').call(oversightApi.review, {
      params: { episodeId: EpisodeId.parse(episode.episodeId) },
    });
    expect(review.body.procedures).toMatchObject([
      {
        level: 'L5-S1',
        dose: '10 mg',
        lot: 'D1077',
        consent: 'written',
        responseWindowDays: 14,
        expected: { measureCode: 'nprs', side: null, change: 3 },
        values: [],
      },
    ]);
  });

  test('what was injected is final; only a complication and the rest change', async () => {
    const episode = await aTreatedEpisode(clinic);
    const { procedureId } = (await record(episode)).body;
    await expect(
      clinic.rows(`update procedure set agent = 'Saline' where id = $1`, [procedureId]),
    ).rejects.toThrow(/may change/);
  });

  test('is refused without consent, unit or window', async () => {
    const episode = await aTreatedEpisode(clinic);
    const answer = await record(episode, { doseUnit: null, responseWindowDays: null });
    expect(answer).toBeProblem('invalid-input');
    expect(answer.problem?.issues?.map(({ path }) => path)).toEqual(['doseUnit', 'responseWindowDays']);
  });
});

describe('what the record holds against an injection', () => {
  test('an allergy to what is injected and an anticoagulant are answered in writing before it is recorded', async () => {
    const episode = await aTreatedEpisode(clinic);
    const of = (table: string, columns: string, values: string) =>
      clinic.rows(
        `insert into ${table} (organization_id, id, patient_id, ${columns}) values ($1, gen_random_uuid(), $2, ${values})`,
        [clinic.organizationId, episode.patientId],
      );
    await of('allergy', 'substance, reaction, status', `'Lidocaine', 'anaphylaxis', 'active'`);
    await of(
      'medication_order',
      'name, ingredients, status, source',
      `'Warfarin 5 mg', '{warfarin}', 'active', 'reported'`,
    );
    const agent = 'Lidocaine 1 % and methylprednisolone';

    const refused = await record(episode, { agent });
    const answers = (refused.problem?.issues ?? []).map(({ path }) => ({
      finding: path.slice('answers.'.length),
      reason: 'Preservative-free agent after a skin test; INR 1.6 this morning.',
    }));
    const partly = await record(episode, { agent, answers: answers.slice(0, 1) });
    const done = await record(episode, { agent, answers });

    expect(refused).toBeProblem('invalid-input');
    expect(refused.problem?.issues).toMatchObject([
      { code: 'FINDING', message: expect.stringContaining('Allergy to Lidocaine (anaphylaxis)') },
      { code: 'FINDING', message: expect.stringContaining('Warfarin 5 mg is taken: risk of bleeding') },
    ]);
    expect(partly.problem?.issues).toHaveLength(1);
    expect(done.status).toBe(200);
    const { procedures } = (
      await clinic.as('therapist').call(ordersApi.list, { params: { episodeId: episode.episodeId } })
    ).body;
    expect(procedures[0]?.answered).toHaveLength(2);
  });
});

describe('procedures of other kinds', () => {
  const toxin: Partial<NewProcedure> = {
    kind: 'botulinum',
    display: 'Botulinum toxin, calf',
    level: null,
    agent: 'OnabotulinumtoxinA',
    doseAmount: 150,
    doseUnit: 'units',
    dilution: '100 units in 2 mL',
    muscles: [
      { name: 'Gastrocnemius', units: 100 },
      { name: 'Soleus', units: 50 },
    ],
  };
  const spinal: Partial<NewProcedure> = { kind: 'rf-ablation', display: 'Radiofrequency ablation' };

  test('botulinum toxin keeps every muscle with its units; a spinal procedure and surgery open a phase too', async () => {
    const episode = await aTreatedEpisode(clinic);
    for (const change of [
      toxin,
      spinal,
      {
        kind: 'surgery',
        display: 'Microdiscectomy',
        consent: null,
        agent: null,
        doseAmount: null,
        doseUnit: null,
        performedElsewhere: 'Dr Novak, County Hospital',
      } satisfies Partial<NewProcedure>,
    ]) {
      expect((await record(episode, change)).status).toBe(200);
    }
    const { procedures } = (
      await clinic.as('therapist').call(ordersApi.list, { params: { episodeId: episode.episodeId } })
    ).body;
    expect(procedures).toContainEqual(
      expect.objectContaining({ kind: 'botulinum', dose: '150 units', muscles: toxin.muscles }),
    );
    expect(procedures).toContainEqual(
      expect.objectContaining({ kind: 'surgery', performedBy: 'Dr Novak, County Hospital' }),
    );
  });

  test('only the physiatrist records one; what belongs to its kind is asked for by name', async () => {
    const { episodeId } = await aTreatedEpisode(clinic);
    for (const change of [toxin, spinal]) {
      const by = clinic.as('therapist').call(ordersApi.perform, {
        params: { episodeId },
        body: anInjection(change),
      });
      expect(await by).toBeProblem('forbidden');
    }
    const noLevel = await clinic.as('physiatrist').call(ordersApi.perform, {
      params: { episodeId },
      body: anInjection({ ...spinal, level: null, guidance: null }),
    });
    expect(noLevel.problem?.issues?.map(({ path }) => path)).toEqual(['level', 'guidance']);
  });
});
