import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { medicationsApi } from '#shared/medications/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { NOTHING_TO_WATCH } from '#tests/support/safety-answers.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

type Person = 'physiatrist' | 'therapist';
interface Drawn {
  value: number;
  daysAgo?: number;
}

const inr = (clinic: TestClinic, { value, daysAgo = 0 }: Drawn) => ({
  value,
  testedOn: clinic.day(-daysAgo),
});

const enter = (clinic: TestClinic, episodeId: EpisodeId, drawn: Drawn, key = randomUUID()) =>
  clinic
    .as('therapist')
    .call(medicationsApi.enterInr, { params: { episodeId }, body: inr(clinic, drawn) }, { key });

async function aTest(clinic: TestClinic, episodeId: EpisodeId, kind: 'laboratory' | 'x-ray' = 'laboratory') {
  const body = {
    ...{ kind, bodyRegion: 'Blood', side: null, indication: 'On warfarin', urgency: 'routine' as const },
    safety: NOTHING_TO_WATCH,
  };
  const answer = await clinic.as('physiatrist').call(ordersApi.place, { params: { episodeId }, body });
  expect(answer.problem).toBeUndefined();
  return { episodeId, diagnosticOrderId: answer.body.diagnosticOrderId };
}

const report = (
  clinic: TestClinic,
  params: Awaited<ReturnType<typeof aTest>>,
  drawn: Drawn | null,
  expectedVersion = 1,
) =>
  clinic.as('therapist').call(ordersApi.enterResult, {
    params,
    body: {
      ...{ resultOn: clinic.today(), reportText: 'Coagulation', expectedVersion },
      inr: drawn === null ? null : inr(clinic, drawn),
    },
  });

const panelOf = async (clinic: TestClinic, episodeId: EpisodeId, person: Person = 'physiatrist') =>
  (await clinic.as(person).call(medicationsApi.list, { params: { episodeId } })).body.inr;

describe('one INR counts, wherever it was entered: the latest blood test by the day of the visit', () => {
  test('of a report and of what was entered with the medication, with where it came from', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, { episodeId });
    const onSheet = async () =>
      (await clinic.as('therapist').call(sessionsApi.sheet, { params: { sessionId: session.sessionId } }))
        .body.gate.inr;
    expect(await onSheet()).toBeNull();

    await enter(clinic, episodeId, { value: 2.1, daysAgo: 9 });
    await report(clinic, await aTest(clinic, episodeId), { value: 3.6, daysAgo: 2 });
    await enter(clinic, episodeId, { value: 2.8, daysAgo: 5 });

    const latest = {
      ...{ value: 3.6, on: clinic.day(-2) },
      source: { place: 'result', on: null, by: 'Cleo Staff-therapist' },
    };
    expect(await onSheet()).toEqual(latest);
    const panel = await panelOf(clinic, episodeId);
    expect(panel.latest).toEqual(latest);
    expect(panel.readings.map(({ value, source }) => [value, source.place])).toEqual([
      [3.6, 'result'],
      [2.8, 'medication'],
      [2.1, 'medication'],
    ]);
  });

  test('a test after the day of the visit does not count for it', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, { episodeId });
    await enter(clinic, episodeId, { value: 2.1, daysAgo: 4 });
    await enter(clinic, episodeId, { value: 3.9 });
    await clinic.rows(`update session set session_date = session_date - 2 where id = $1`, [
      session.sessionId,
    ]);
    const { body } = await clinic
      .as('therapist')
      .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
    expect(body.gate.inr).toMatchObject({ value: 2.1 });
  });

  test('what was entered in error leaves the one before it; a second mark is a conflict', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    await enter(clinic, episodeId, { value: 2.1, daysAgo: 4 });
    const { body: wrong } = await enter(clinic, episodeId, { value: 12 });
    const mark = (person: 'therapist' | 'assistant') =>
      clinic.as(person).call(medicationsApi.markInrError, {
        params: { episodeId, inrReadingId: wrong.inrReadingId },
        body: { reason: 'Another patient’s' },
      });
    expect((await mark('therapist')).status).toBe(200);
    expect(await mark('therapist')).toBeProblem('conflict');
    const { latest, readings } = await panelOf(clinic, episodeId, 'therapist');
    expect(latest).toMatchObject({ value: 2.1 });
    expect(readings).toMatchObject([
      { value: 12, enteredInError: { reason: 'Another patient’s' } },
      { value: 2.1, enteredInError: null },
    ]);
  });

  test('a corrected report takes its INR along, a test ordered by mistake has none', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    const order = await aTest(clinic, episodeId);
    await report(clinic, order, { value: 4.2 });
    await report(clinic, order, { value: 2.4, daysAgo: 1 }, 2);
    expect((await panelOf(clinic, episodeId)).latest).toMatchObject({ value: 2.4, on: clinic.day(-1) });
    const { body } = await clinic.as('physiatrist').call(ordersApi.list, { params: { episodeId } });
    expect(body.orders).toMatchObject([
      { inr: { value: 2.4, testedOn: clinic.day(-1) }, earlierReports: [{ inr: { value: 4.2 } }] },
    ]);
    const { body: inbox } = await clinic.as('physiatrist').call(ordersApi.inbox, { query: {} });
    expect(inbox.entries).toMatchObject([{ inr: { value: 2.4 } }]);

    await clinic
      .as('physiatrist')
      .call(ordersApi.markOrderError, { params: order, body: { reason: 'Wrong chart', expectedVersion: 3 } });
    expect((await panelOf(clinic, episodeId)).latest).toBeNull();
  });
});

describe('what is refused', () => {
  test('blood drawn tomorrow or after its result, a value that cannot be, an INR of an X-ray', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    expect((await enter(clinic, episodeId, { value: 2.4, daysAgo: -1 })).problem?.issues).toMatchObject([
      { path: 'testedOn' },
    ]);
    expect(await enter(clinic, episodeId, { value: 24 })).toBeProblem('invalid-input');
    const order = await aTest(clinic, episodeId);
    expect((await report(clinic, order, { value: 2.4, daysAgo: -1 })).problem?.issues).toMatchObject([
      { path: 'inr.testedOn' },
    ]);
    const xray = await aTest(clinic, episodeId, 'x-ray');
    expect((await report(clinic, xray, { value: 2.4 })).problem?.issues).toMatchObject([{ path: 'inr' }]);
  });

  test('administrators and outsiders; a double submit enters one', async () => {
    const clinic = await aClinic();
    const { episodeId } = await clinic.anEpisode();
    const body = inr(clinic, { value: 2.4 });
    const as = (person: 'administrator' | 'outside-therapist') =>
      clinic.as(person).call(medicationsApi.enterInr, { params: { episodeId }, body });
    expect(await as('administrator')).toBeProblem('forbidden');
    expect(await as('outside-therapist')).toBeProblem('not-found');
    const key = randomUUID();
    await Promise.all([1, 2].map(() => enter(clinic, episodeId, { value: 2.4 }, key)));
    expect((await panelOf(clinic, episodeId)).readings).toHaveLength(1);
  });
});
