import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { NO_CLINICIAN_VISIT } from '#shared/sessions/clinician-visit.ts';
import { ASSISTANT_LIMITS } from '#shared/platform/assistant.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aFilledSheet, aPlannedSession, aTreatedEpisode, signing } from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

async function anAssistedSession(payerProfile: 'none' | 'medicare_part_b' = 'none') {
  const team = ['physiatrist', 'therapist', 'assistant'] as const;
  const episode = await aTreatedEpisode(clinic, { team, payerProfile });
  const session = await aPlannedSession(clinic, episode);
  return { episode, session };
}

const cosign = (
  { episode, session }: Awaited<ReturnType<typeof anAssistedSession>>,
  person: 'therapist' | 'assistant' | 'physiatrist' | 'second-therapist',
  key = randomUUID(),
) =>
  clinic.as(person).call(
    sessionsApi.cosign,
    {
      params: { episodeId: episode.episodeId, sessionId: session.sessionId },
      body: { note: 'Discussed.' },
    },
    { key },
  );

describe('a note of an assistant', () => {
  test('is signed, waits for a therapist, says so everywhere, and is co-signed once', async () => {
    const made = await anAssistedSession('medicare_part_b');
    const { episode, session } = made;
    expect((await signing(clinic, episode, session, { by: 'assistant' })).status).toBe(200);

    const sheetOf = async () =>
      (await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId: session.sessionId } }))
        .body;
    const waiting = await sheetOf();
    expect(waiting.signed).toMatchObject({
      cosignature: { by: null, at: null },
      billing: { modifiers: { '97110': ['GP', 'CQ'], '97116': ['GP', 'CQ'] } },
      interventions: [{ assistantMinutes: 8 }, { assistantMinutes: 22 }],
    });
    const awaiting = async () =>
      (await clinic.as('therapist').call(sessionsApi.awaitingCosignature, {})).body.notes.map(
        ({ sessionId }) => sessionId,
      );
    expect(await awaiting()).toContain(session.sessionId);
    const tasks = () =>
      clinic.rows(`select owner_id, status from task where kind = 'cosign' and subject_id = $1`, [
        session.sessionId,
      ]);
    expect(await tasks()).toEqual([{ owner_id: clinic.staff.therapist.id, status: 'open' }]);

    const key = randomUUID();
    const signed = await cosign(made, 'therapist', key);
    expect(signed.body).toMatchObject({
      by: expect.stringContaining('Staff-therapist') as string,
      note: 'Discussed.',
    });
    expect((await cosign(made, 'therapist', key)).body).toEqual(signed.body);
    expect(await cosign(made, 'therapist')).toBeProblem('conflict');

    expect((await sheetOf()).signed?.cosignature).toMatchObject({ note: 'Discussed.' });
    expect(await awaiting()).not.toContain(session.sessionId);
    expect(await tasks()).toEqual([{ owner_id: clinic.staff.therapist.id, status: 'done' }]);
  });

  test('names who else took part; a therapist’s minutes are not the assistant’s', async () => {
    const { episode, session } = await anAssistedSession('medicare_part_b');
    const [bridge, walking] = aFilledSheet().interventions;
    if (!bridge || !walking) throw new Error('something is given');
    const interventions = [{ ...bridge, assistantMinutes: 0 }, walking];
    const unnamed = await signing(clinic, episode, session, {
      by: 'assistant',
      content: aFilledSheet({ interventions }),
    });
    expect(unnamed).toBeProblem('incomplete-session');
    const tookPart = [
      { name: 'Jo Marsh, DPT', as: 'physical-therapist' as const, did: 'Bridges, cues for the pelvis' },
    ];
    const content = aFilledSheet({ interventions, tookPart });
    expect((await signing(clinic, episode, session, { by: 'assistant', content })).status).toBe(200);
    const { signed } = (
      await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId: session.sessionId } })
    ).body;
    expect(signed).toMatchObject({
      tookPart,
      billing: { modifiers: { '97110': ['GP'], '97116': ['GP', 'CQ'] } },
    });
  });

  test('is co-signed by a physical therapist of the care team and nobody else', async () => {
    const made = await anAssistedSession();
    await signing(clinic, made.episode, made.session, { by: 'assistant' });

    const own = await cosign(made, 'assistant');
    expect(own).toBeProblem('forbidden');
    expect(own.problem?.detail).toBe(ASSISTANT_LIMITS.cosign);
    expect(await cosign(made, 'physiatrist')).toBeProblem('forbidden');
    expect(await cosign(made, 'second-therapist')).toBeProblem('not-found');
  });

  test('of a therapist needs no co-signature', async () => {
    const made = await anAssistedSession();
    await signing(clinic, made.episode, made.session);
    expect(await cosign(made, 'therapist')).toBeProblem('conflict');
  });
});

test('an assistant does not evaluate, report progress or propose a change, and reads why', async () => {
  const { episode, session } = await anAssistedSession();
  const { episodeId } = episode;
  const as = clinic.as('assistant');

  const evaluated = await as.call(evaluationsApi.start, {
    params: { episodeId },
    body: { kind: 'pt-evaluation' },
  });
  const reported = await as.call(sessionsApi.signProgressReport, {
    params: { episodeId },
    body: { assessment: 'Better', plan: 'Go on' },
  });
  const sheet = await as.call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
  const prescriptionId = sheet.body.prescription?.prescriptionId;
  if (prescriptionId === undefined) throw new Error('a prescription is in force');
  const asked = await as.call(prescriptionsApi.askForChange, {
    params: { prescriptionId },
    body: { proposal: { kind: 'other', text: 'More' } as never, reason: 'Slow' },
  });

  for (const [answer, limit] of [
    [evaluated, 'evaluate'],
    [reported, 'reportProgress'],
    [asked, 'askForChange'],
  ] as const) {
    expect(answer).toBeProblem('forbidden');
    expect(answer.problem?.detail).toBe(ASSISTANT_LIMITS[limit]);
  }
});

test('a period without a treatment by a clinician is said on the sheet', async () => {
  const { episode, session } = await anAssistedSession();
  await signing(clinic, episode, session, { by: 'assistant' });
  const next = await aPlannedSession(clinic, episode, { time: '16:00' });

  const { body } = await clinic
    .as('therapist')
    .call(sessionsApi.sheet, { params: { sessionId: next.sessionId } });

  expect(body.progressReport).toMatchObject({ treatmentDaysSinceReport: 1, clinicianTreatedOn: null });
});

test('a report of a period that assistants alone treated is asked about before it is signed', async () => {
  const { episode, session } = await anAssistedSession('medicare_part_b');
  await signing(clinic, episode, session, { by: 'assistant' });
  const params = { episodeId: episode.episodeId };
  const page = await clinic.as('therapist').call(sessionsApi.progressReports, { params });
  expect(page.body.next.clinicianTreatedOn).toBeNull();
  const goals = page.body.next.goals.map(({ measureCode, side, target }) => ({
    measureCode,
    side,
    target,
    status: 'unchanged' as const,
    comment: '',
  }));
  const body = { goals, assessment: 'Better', plan: 'Go on' };
  const sign = (part: object) =>
    clinic.as('therapist').call(sessionsApi.signProgressReport, { params, body: { ...body, ...part } });

  const refused = await sign({});
  expect(refused).toBeProblem('conflict');
  expect(refused.problem?.detail).toBe(NO_CLINICIAN_VISIT);
  expect((await sign({ withoutClinicianVisit: true })).status).toBe(200);
});

describe('what a signature checks', () => {
  test('words of the last session, unread: refused whatever the sheet calls them', async () => {
    const { episode, session } = await anAssistedSession();
    await signing(clinic, episode, session);
    const next = await aPlannedSession(clinic, episode, { time: '16:00' });
    const body = {
      content: aFilledSheet({ subjective: { text: ' Slept  better. ', carried: false } }),
      expectedVersion: next.version,
      prescriptionVersion: 1,
    };
    const params = { episodeId: episode.episodeId, sessionId: next.sessionId };

    const refused = await clinic.as('therapist').call(sessionsApi.sign, { params, body });

    expect(refused).toBeProblem('incomplete-session');
    expect(refused.problem?.issues?.map(({ path }) => path)).toEqual([
      'content.subjective',
      'content.assessment',
      'content.plan',
    ]);
    expect((await signing(clinic, episode, next)).status).toBe(200);
    const { body: sheet } = await clinic
      .as('therapist')
      .call(sessionsApi.sheet, { params: { sessionId: next.sessionId } });
    expect(sheet.signed?.provenance).toMatchObject({
      subjective: {
        source: 'carried',
        from: clinic.today(),
        confirmedBy: expect.stringContaining('therapist') as string,
      },
    });
  });

  test('units other than those on the screen are refused; times, response and an adverse event are kept', async () => {
    const { episode, session } = await anAssistedSession();
    const params = { episodeId: episode.episodeId, sessionId: session.sessionId };
    const content = aFilledSheet({
      startedTime: '09:00',
      endedTime: '09:40',
      response: 'Tired, no more pain',
      adverseEvent: 'Felt faint on the treadmill, sat down, recovered in two minutes',
    });
    const body = { content, expectedVersion: session.version, prescriptionVersion: 1 };
    const call = (unitsSeen: Record<string, number>) =>
      clinic.as('therapist').call(sessionsApi.sign, { params, body: { ...body, unitsSeen } });

    const refused = await call({ '97110': 2 });
    expect(refused.problem?.issues).toMatchObject([{ code: 'UNITS_DIFFER' }]);
    expect((await call({ '97110': 1, '97116': 1 })).status).toBe(200);

    const { body: sheet } = await clinic.as('physiatrist').call(sessionsApi.sheet, {
      params: { sessionId: session.sessionId },
    });
    expect(sheet.signed).toMatchObject({
      startedTime: '09:00',
      endedTime: '09:40',
      response: 'Tired, no more pain',
      billing: { rule: 'midpoint', modifiers: { '97110': ['GP'] } },
      cosignature: null,
    });
    const told = await clinic.rows(
      `select owner_id from task where kind = 'adverse-event' and subject_id = $1`,
      [session.sessionId],
    );
    expect(told).toEqual([{ owner_id: clinic.staff.physiatrist.id }]);
  });
});
